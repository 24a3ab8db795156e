import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from './checkout.ts';

/** How IndexedDB stood in that version. */
export interface Layout {
  name: string;
  version: number;
  stores: Record<string, IDBObjectStoreParameters>;
}

/** What the extension of that version sends. */
export interface Request {
  about: string;
  route: string;
  at: Record<string, string>;
  /** How the inquiry of a message stood when it was sent. */
  thread?: 'asked' | 'offered' | 'deal';
  contentType: string | null;
  body: unknown;
}

const folder = (release: Release) => join(import.meta.dirname, release);

export function frozenLayout(release: Release): Layout {
  return read(join(folder(release), 'database.json')) as Layout;
}

/** The rows of every store. */
export function frozenRows(release: Release): Record<string, Record<string, unknown>[]> {
  const stored = join(folder(release), 'stored');
  return Object.fromEntries(
    readdirSync(stored).map((file) => [
      file.replace(/\.json$/, ''),
      read(join(stored, file)) as Record<string, unknown>[],
    ]),
  );
}

/** A file of `wire/`. */
export function frozenWire(release: Release, name: 'requests' | 'answers' | 'openapi'): unknown {
  return read(join(folder(release), 'wire', `${name}.json`));
}

function read(file: string): unknown {
  if (!existsSync(file)) throw new Error(`${file} is missing: it is never made anew, take it from the history.`);
  return JSON.parse(readFileSync(file, 'utf8'), revive);
}

/** Bytes are written as `{ "$bytes": "<base64>" }`. */
function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  return new Uint8Array(Buffer.from(String(value.$bytes), 'base64')).buffer;
}
