import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION } from './browser.ts';

/**
 * Today's build in a new folder (the caller removes it), but with addresses that change, so that a page that sends
 * ISOLATED headers keeps the panel from loading, as pages did with version 0.1.0.
 */
export function buildThatCannotLoad(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-build-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  for (const resources of manifest.web_accessible_resources) resources.use_dynamic_url = true;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
