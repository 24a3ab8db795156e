import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readZip } from '#scripts/release/readZip.ts';
import { buildFirefox, differences, installPackages, unpack } from '#scripts/release/rebuild.ts';
import { makeZips, versionOf, zipsOf } from '#scripts/release/zips.ts';

const tree = join(import.meta.dirname, '../..');
const zips = zipsOf(tree, versionOf(readFileSync(join(tree, 'package.json'), 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'dodolan-mozilla-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what Mozilla does: the unpacked sources, installed from their lock, build the published bytes, twice', async () => {
  makeZips(tree, ['firefox']);
  await unpack(zips.sources, folder);
  installPackages(folder);
  const published = await readZip(zips.firefox);
  expect(differences(buildFirefox(folder), published)).toEqual([]);
  expect(differences(buildFirefox(folder), published)).toEqual([]);
});
