import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { buildExtension } from './build.ts';

const Manifest = z.looseObject({});
const STYLESHEET = /<link rel="stylesheet"[^>]*>/g;

export const BARE_POPUP = 'bare-popup.html';
/** The host (not 127.0.0.1) whose pages get an empty content script. */
export const EMPTY_SCRIPT_HOST = 'localhost';

export interface BareBuild {
  folder: string;
  /** Writes the floor of the popup: its stylesheet and these rows, without a script. */
  writeBarePopup(rows: string): void;
  /** Takes everything out of the popup: the real one wakes the background whenever that is put to sleep. */
  emptyPopup(): void;
  remove(): void;
}

/**
 * A copy of the e2e build with pages that do as little as can be, as floors: of the popup its rows, of the content script an
 * empty one on pages of `EMPTY_SCRIPT_HOST`.
 */
export function makeBareBuild(): BareBuild {
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-bare-'));
  cpSync(buildExtension('e2e'), folder, { recursive: true });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  const manifest = z.parse(Manifest, JSON.parse(read('manifest.json')));
  const empty = { matches: [`http://${EMPTY_SCRIPT_HOST}/*`], js: ['bare-script.js'], run_at: 'document_idle' };
  const changed = {
    ...manifest,
    content_scripts: [empty],
  };
  write('manifest.json', JSON.stringify(changed));
  write('bare-script.js', '');
  return {
    folder,
    writeBarePopup: (rows) => write(BARE_POPUP, page((read('popup.html').match(STYLESHEET) ?? []).join(''), rows)),
    emptyPopup: () => write('popup.html', page('', '')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Bare</title>${head}</head><body>${body}</body></html>`;
