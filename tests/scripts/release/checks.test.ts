import { expect, test } from 'vitest';
import { extensionProblems, sourcesProblems } from '#scripts/release/checkZips.ts';
import { objections } from '#scripts/release/lintAddon.ts';
import { differences } from '#scripts/release/rebuild.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const archive = (manifest: object, ...paths: string[]) =>
  new Map([
    ['manifest.json', bytes(JSON.stringify(manifest))],
    ...paths.map((path): [string, Uint8Array] => [path, bytes('')]),
  ]);
const chrome = { manifest_version: 3, version: '1.2.3', minimum_chrome_version: '126' };
const ID = '{d4e4b5e6-ad54-4df5-af86-89945e2ea7cf}';
const geckoOf = (id: string, strict_min_version?: string) => ({
  ...{ manifest_version: 3, version: '1.2.3' },
  browser_specific_settings: { gecko: { id, strict_min_version } },
});
const firefox = geckoOf(ID, '140.0');

test('an archive of another version, of the e2e build or of the other browser is refused', () => {
  expect(extensionProblems('chrome', archive(chrome), '1.2.3')).toEqual([]);
  expect(extensionProblems('chrome', archive(chrome), '1.2.4')).toHaveLength(1);
  expect(
    extensionProblems('chrome', archive({ ...chrome, host_permissions: ['http://localhost/*'] }), '1.2.3'),
  ).toHaveLength(1);
  expect(extensionProblems('chrome', archive({ ...chrome, ...firefox }), '1.2.3')).toHaveLength(1);
  expect(extensionProblems('firefox', archive(chrome), '1.2.3')).toHaveLength(1);
  expect(extensionProblems('firefox', new Map(), '1.2.3')).toHaveLength(1);
  expect(extensionProblems('chrome', archive(chrome, 'popup.js.map'), '1.2.3')).toHaveLength(1);
});

test('an archive under another id, or for browsers that cannot run it, is refused', () => {
  expect(extensionProblems('firefox', archive(firefox), '1.2.3')).toEqual([]);
  expect(extensionProblems('firefox', archive(geckoOf('dodolan@dodolan.example', '140.0')), '1.2.3')).toHaveLength(1);
  expect(extensionProblems('firefox', archive(geckoOf(ID)), '1.2.3')).toHaveLength(1);
  const { minimum_chrome_version: _, ...anyChrome } = chrome;
  expect(extensionProblems('chrome', archive(anyChrome), '1.2.3')).toHaveLength(1);
});

test('sources without the lock or the instructions are refused, and so are strays', () => {
  const files = [
    'BUILD.md',
    'README.md',
    'LICENSE',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'wxt.config.ts',
  ];
  const sources = (...paths: string[]) => new Map(paths.map((path) => [path, bytes('')]));
  expect(sourcesProblems(sources(...files))).toEqual([]);
  for (const missing of files) {
    expect(sourcesProblems(sources(...files.filter((path) => path !== missing)))).toEqual([
      `sources: ${missing} is missing`,
    ]);
  }
  for (const stray of ['node_modules/a/b.js', 'tests/unit/a.test.ts', 'public/_locales/id/messages.json', 'npm.log']) {
    expect(sourcesProblems(sources(...files, stray))).toHaveLength(1);
  }
});

test('a build with one other byte, one file more or one less is not the same', () => {
  const one = new Map([
    ['a', bytes('1')],
    ['b', bytes('2')],
  ]);
  expect(differences(one, new Map(one))).toEqual([]);
  expect(
    differences(
      one,
      new Map([
        ['a', bytes('1')],
        ['b', bytes('3')],
      ]),
    ),
  ).toEqual(['b']);
  expect(differences(one, new Map([['a', bytes('1')]]))).toEqual(['b']);
  expect(differences(new Map([['a', bytes('1')]]), one)).toEqual(['b']);
});

test('a new warning fails, a second one of an allowed kind too, and an allowance that nothing needs', () => {
  const finding = { code: 'X', message: 'innerHTML', description: '', file: 'chunks/a.js' };
  const allowed = { code: 'X', where: /^chunks\//, message: /innerHTML/, why: '' };
  const report = { errors: [], warnings: [finding], notices: [] };
  expect(objections(report, [allowed])).toEqual([]);
  expect(objections(report, [])).toHaveLength(1);
  expect(objections({ ...report, warnings: [finding, finding] }, [allowed])).toHaveLength(1);
  expect(objections({ ...report, warnings: [{ ...finding, file: 'popup.js' }] }, [allowed])).toHaveLength(2);
  expect(objections({ ...report, warnings: [] }, [allowed])).toHaveLength(1);
  expect(objections({ errors: [finding], warnings: [], notices: [] }, [allowed])).toHaveLength(2);
});
