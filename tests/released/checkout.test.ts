import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOf, checkout, RELEASES, type Release } from './checkout.ts';

const ROOT = join(import.meta.dirname, '../..');

test.each(Object.entries(RELEASES))(
  'version %s is unpacked from the history, with the number it had',
  (release, commit) => {
    const folder = checkout(release as Release);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version).toBe(release);
    expect(existsSync(join(folder, 'node_modules/zod'))).toBe(true);
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(commit);
  },
);

test('a clone without its history says so, and what to do', () => {
  const clone = mkdtempSync(join(tmpdir(), 'dodolan-shallow-'));
  try {
    // An empty history lacks that commit as a shallow one does, and can be had from a shallow clone too.
    execFileSync('git', ['init', '--quiet', clone]);
    expect(() => archiveOf('0.1.0', clone)).toThrow(/not in this clone.*git fetch --unshallow/);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
