import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const built = new Set<string>();

/**
 * Builds the extension once per run: `production` as it ships, `e2e` as the browser suites load it. Answers the folder.
 */
export function buildExtension(kind: 'production' | 'e2e'): string {
  if (!built.has(kind)) {
    const { status } = spawnSync('wxt', ['build'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      // A test's own NODE_ENV would build another extension.
      env: { ...process.env, NODE_ENV: 'production', DODOLAN_E2E: kind === 'e2e' ? '1' : '' },
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`wxt build: exit ${status}`);
    built.add(kind);
  }
  return join(ROOT, kind === 'e2e' ? '.output/e2e/chrome-mv3' : '.output/chrome-mv3');
}
