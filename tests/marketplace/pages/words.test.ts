import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BuyerInquiry, CHECKED_LOCALES, LANGUAGES, type Locale } from '#contract';
import { issueText, STOREFRONT } from '#marketplace/words/index.ts';
import { readWords } from '#scripts/words/blanks.ts';

const file = (surface: string) => (locale: Locale) =>
  readWords(new URL('../../../marketplace/words', import.meta.url).pathname, surface, locale);
/** Of what both halves say: the sentences, not the labels, dates and units that languages share. */
const cards = (locale: Locale) =>
  Object.fromEntries(Object.entries(LANGUAGES[locale].shared).filter(([key]) => !key.includes('_')));

/** The same in both languages on purpose: a name, and what only repeats the value it is given. */
const mayBeSame = (key: string, text: string) => key === 'brand' || text.replace(/\$\d/g, '') === '';

describe.each([
  ['pages', file('storefront')],
  ['cards', cards],
  ['about', file('about')],
  ['group', file('group')],
  ['find', file('find')],
  ['report', file('report')],
  ['thread', file('thread')],
  ['product', file('product')],
  ['place', file('place')],
  ['issues', file('issues')],
  ['share', file('share')],
])('words of %s', (_, words) => {
  const id = new Map(Object.entries(words('id')));
  const en = new Map(Object.entries(words('en')).filter(([key]) => !key.endsWith('__one')));

  it('are the same set in both languages, none empty', () => {
    expect([...en.keys()]).toEqual([...id.keys()]);
    expect([...id, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('are translated', () => {
    expect([...id].filter(([key, text]) => en.get(key) === text && !mayBeSame(key, text))).toEqual([]);
  });
  it('use the values they are given in both languages', () => {
    const used = (text = '') => [...new Set(text.match(/\$\d/g))].sort().join();
    expect([...id].filter(([key, text]) => used(text) !== used(en.get(key)))).toEqual([]);
  });
});

describe('messages at the fields', () => {
  it('are the same codes in both languages', () => {
    expect(Object.keys(file('issues')('en'))).toEqual(Object.keys(file('issues')('id')));
  });
  it('have a sentence of their own for everything the form can be refused for', () => {
    const typed = [
      { text: '', terms: null, name: null, phone: null, consent: true },
      { text: 'a'.repeat(2001), terms: { price: 1, quantity: 0 }, name: 'n'.repeat(61), phone: '12', consent: false },
      { text: 'a\u202eb', terms: { price: 2e9, quantity: 1.5 }, name: null, phone: null, consent: true },
      { text: 'a', terms: { price: 1.5, quantity: 2e6 }, name: null, phone: null, consent: true },
    ];
    const codes = typed.flatMap(
      (form) => BuyerInquiry.safeParse(form).error?.issues.map((issue) => issue.message) ?? [],
    );
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => issueText('id', code) === issueText('id', 'other'))).toEqual([]);
  });
  it('never show a code to a buyer, whatever the code', () => {
    for (const code of ['no_such_code', 'constructor', '__proto__', 'toString', '']) {
      expect(issueText('id', code)).toBe(issueText('id', 'other'));
      expect(issueText('en', code)).toBe(issueText('en', 'other'));
    }
  });
});

it.each(CHECKED_LOCALES)('the invite page names the fields and buttons as the extension does (%s)', async (locale) => {
  const file = new URL(`../../../utils/i18n/words/options.${locale}.json`, import.meta.url);
  const said: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
  const steps = ([1, 2, 3] as const).map((step) => STOREFRONT[locale](`inviteStep_${step}_text`)).join(' ');
  for (const key of ['connect_label', 'connect_button']) expect(steps).toContain(`“${said[key]}”`);
});
