import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKED_LOCALES, DEFAULT_LOCALE, LANGUAGES, LOCALES, type Locale } from '#contract';
import { ADMIN, STOREFRONT } from '#marketplace/words/index.ts';
import { BLANKS_FILE, blanksOf, REPLIES_FOLDER, readWords, surfacesIn, WORD_FOLDERS } from '#scripts/words/blanks.ts';

const surfaces = [...WORD_FOLDERS, REPLIES_FOLDER].flatMap((folder) =>
  [...surfacesIn(folder)].map(([surface, locales]) => ({ folder, surface, locales })),
);
/** What a buyer reads, which a language that we list has all of: what the service says, but to its operator. */
/** What only operators, trainers and officials read has the languages of the extension. */
const OFFICE = ['admin', 'console', 'figures', 'desk', 'practice'];
const isForBuyers = (folder: string, surface: string) => folder.includes('/marketplace/') && !OFFICE.includes(surface);

const whole = (key: string) => key.replace(/__one$/, '');
const keysOf = (texts: Record<string, string>) => [...new Set(Object.keys(texts).map(whole))];
const blanks = (text = '') => [...new Set(text.match(/\$\d|\{\w+\}/g))].sort().join();

it('a file is of a language that we list', () => {
  for (const { surface, locales } of surfaces)
    for (const locale of locales) expect(Object.keys(LANGUAGES), surface).toContain(locale);
});

it('every surface is in Indonesian, and what a buyer reads is in every language', () => {
  for (const { folder, surface, locales } of surfaces) {
    expect(locales, surface).toContain(DEFAULT_LOCALE);
    if (isForBuyers(folder, surface)) expect(locales.toSorted(), surface).toEqual([...LOCALES].sort());
  }
  const buyers = surfaces.filter(({ folder, surface }) => isForBuyers(folder, surface)).map(({ surface }) => surface);
  const places = ['find', 'group', 'place', 'product', 'report', 'storefront'];
  const words = ['about', 'issues', 'jawab', 'notify', 'share', 'shared', 'thread'];
  expect(buyers.toSorted()).toEqual([...places, ...words].toSorted());
});

describe.each(surfaces)('$surface', ({ folder, surface, locales }) => {
  const first = readWords(folder, surface, DEFAULT_LOCALE);

  // A missing text would be said in Indonesian, in the middle of a page in another language.
  it.each(locales)('is whole in %s, none empty', (locale) => {
    const own = readWords(folder, surface, locale);
    expect(keysOf(own).toSorted()).toEqual(keysOf(first).toSorted());
    expect(Object.entries(own).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(locales)('has the same blanks in %s', (locale) => {
    const own = readWords(folder, surface, locale);
    for (const [key, text] of Object.entries(own)) expect(blanks(text), key).toBe(blanks(first[whole(key)]));
  });

  it.each(locales)('has forms for one only where %s has them, beside the other form', (locale) => {
    const ones = Object.keys(readWords(folder, surface, locale)).filter((key) => key.includes('__'));
    if (LANGUAGES[locale as Locale].plural(1) === 'other') expect(ones).toEqual([]);
    for (const key of ones) expect(key).toMatch(/__one$/);
  });
});

it.each(WORD_FOLDERS.map((folder) => [folder.split('/').slice(-3).join('/'), folder]))(
  'the blanks of %s are those of its Indonesian files (npm run words)',
  (_, folder) => {
    expect(readFileSync(join(folder, BLANKS_FILE), 'utf8')).toBe(blanksOf(folder));
  },
);

it('numbers, clocks and plurals are those of the language (CLDR)', () => {
  for (const locale of LOCALES) {
    const rules = new Intl.PluralRules(locale);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) {
      expect(LANGUAGES[locale].plural(count), `${locale} ${count}`).toBe(rules.select(count));
    }
  }
  for (const locale of CHECKED_LOCALES) {
    const { thousands, decimal } = LANGUAGES[locale].marks;
    const parts = new Intl.NumberFormat(locale).formatToParts(12_345.5);
    const mark = (type: string) => parts.find((part) => part.type === type)?.value;
    expect([thousands, decimal], locale).toEqual([mark('group'), mark('decimal')]);
  }
});

it('a key that is in no file, a missing value and one too many do not compile', () => {
  const t = STOREFRONT.id;
  expect(t('goneText', 'Gula', 'Desa Dagan')).toBe(
    'Desa Dagan sudah menarik “Gula” dari pasar. Terima kasih sudah mampir; mungkin salah satu ini cocok.',
  );
  // @ts-expect-error: no such key
  expect(t('noSuchKey')).toBe('noSuchKey');
  // @ts-expect-error: the village is missing
  expect(t('goneText', 'Gula')).toContain('$2');
  // @ts-expect-error: nothing to fill in
  expect(t('search', 'Gula')).toBe('Cari');
  // @ts-expect-error: one of the two has a blank that the other has not
  expect(t(Math.random() > 2 ? 'search' : 'noResults', 'Gula')).toContain('Gula');
});

it('a value is shown as it is, whatever stands in it', () => {
  expect(STOREFRONT.id('goneText', '$2 $& $1', '<b>')).toContain('<b> sudah menarik “$2 $& $1”');
});

it('a count takes the form that its language has for it', () => {
  expect([0, 1, 2, 21].map((count) => ADMIN.en('listings', count))).toEqual([
    '0 products',
    '1 product',
    '2 products',
    '21 products',
  ]);
  expect(ADMIN.id('listings', 1)).toBe('1 produk');
});

it('no code asks which language it is: what differs stands in LANGUAGES and in the files', () => {
  const sources = ['marketplace', 'utils', 'components', 'entrypoints', 'scripts'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(import.meta.dirname, '../..', folder, name)),
  );
  expect(sources.length).toBeGreaterThan(500);
  const asks = /(?:locale|lang|language)(?:\(\))? [!=]== '[a-z]{2}'/i;
  expect(sources.filter((file) => asks.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it('each folder of words is looked at', () => {
  expect(surfaces.length).toBeGreaterThan(15);
  expect(WORD_FOLDERS.map((folder) => basename(folder))).toEqual(WORD_FOLDERS.map(() => 'words'));
});
