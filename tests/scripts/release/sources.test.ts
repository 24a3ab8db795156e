import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionProblems, sourcesProblems } from '#scripts/release/checkZips.ts';
import { readZip } from '#scripts/release/readZip.ts';
import { borrowPackages, buildFirefox, differences, unpack } from '#scripts/release/rebuild.ts';
import { makeZips, versionOf, zipsOf } from '#scripts/release/zips.ts';

const tree = join(import.meta.dirname, '../../..');
const version = versionOf(readFileSync(join(tree, 'package.json'), 'utf8'));
const zips = zipsOf(tree, version);
const folder = mkdtempSync(join(tmpdir(), 'dodolan-sources-'));

beforeAll(() => makeZips(tree, ['firefox']), 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the archives hold what the stores need and nothing else', async () => {
  expect(extensionProblems('firefox', await readZip(zips.firefox), version)).toEqual([]);
  expect(sourcesProblems(await readZip(zips.sources))).toEqual([]);
});

test.each(['chrome.id', 'chrome.en', 'firefox.id', 'firefox.en'])(
  'the store text %s says why each permission is wanted, and speaks of no other',
  async (name) => {
    const manifest = new TextDecoder().decode((await readZip(zips.firefox)).get('manifest.json'));
    const { permissions, optional_host_permissions } = JSON.parse(manifest);
    // Firefox has its sidebar without asking for it.
    const own = name.startsWith('chrome') ? ['sidePanel'] : [];
    const text = readFileSync(join(tree, `docs/store/${name}.md`), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, it]) => it));
    expect(named.toSorted()).toEqual([...permissions, ...own, ...optional_host_permissions].toSorted());
  },
);

// With `npm ci` from the lock, and twice: tests/long/sources.test.ts.
test('the sources build the very bytes of Firefox’s archive', { timeout: 180_000 }, async () => {
  await unpack(zips.sources, folder);
  borrowPackages(folder, tree);
  const built = buildFirefox(folder);
  expect(built.size).toBeGreaterThan(10);
  expect(differences(built, await readZip(zips.firefox))).toEqual([]);
});
