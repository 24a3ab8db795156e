import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '#scripts/bench/build.ts';

const SCRIPT = /(?:src|href)="\/([^"]+\.js)"/g;

describe('what a page reads before it can be used', () => {
  let folder = '';
  beforeAll(() => {
    folder = buildExtension('production');
  }, 120_000);
  const read = (file: string) => readFileSync(join(folder, file));
  /** The scripts that the page names, with all that those import before they run, and what its start reads after that. */
  const scriptsOf = (page: string) => {
    const named = [...read(page).toString().matchAll(SCRIPT)].map(([, file]) => file ?? '');
    const [main = ''] = named.filter((file) => /^chunks\/(?:panel|popup)-/.test(file));
    const started =
      main === ''
        ? []
        : read(main)
            .toString()
            .matchAll(/"(chunks\/[^"]+\.js)"/g);
    return new Set([...named, ...[...started].map(([, file]) => file ?? '')]);
  };

  test.each([
    // 200 of them say on every view that a village is for practice.
    ['panel.html', 45_700],
    ['popup.html', 45_000],
  ])('%s: %i bytes of script at the most, compressed', (page, most) => {
    const weights = [...scriptsOf(page)].map((file) => gzipSync(read(file), { level: 9 }).length);
    const weight = weights.reduce((sum, one) => sum + one, 0);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThanOrEqual(most);
  });

  test('no two chunks wait for each other: one of them would run before what it needs', () => {
    const needs = new Map(
      readdirSync(join(folder, 'chunks')).map((name) => {
        const code = read(`chunks/${name}`).toString();
        return [name, [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, file]) => file ?? '')];
      }),
    );
    const circles = (name: string, above: readonly string[]): string[][] =>
      above.includes(name)
        ? [[...above, name]]
        : (needs.get(name) ?? []).flatMap((next) => circles(next, [...above, name]));
    expect([...needs.keys()].flatMap((name) => circles(name, []))).toEqual([]);
  });

  test('the content script weighs 12 kB at the most, compressed, with everything that the build adds', () => {
    expect(gzipSync(read('content-scripts/cms.js'), { level: 9 }).length).toBeLessThanOrEqual(12_000);
  });
});
