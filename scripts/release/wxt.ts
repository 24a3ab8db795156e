import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Settings of a caller (a test run, the e2e build) that would make a build different from the published one. */
const NOT_OURS = /^(DODOLAN_E2E|NODE_ENV|VITEST.*|VITE_.*|WXT_.*)$/;

/** This process's environment without what would change the bytes of a build. */
export const cleanEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name)));

/** Runs the WXT that is installed in `folder`. Throws with its output when it fails. */
export function wxt(folder: string, ...args: string[]): void {
  const bin = resolve(folder, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env: cleanEnv(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`wxt ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}
