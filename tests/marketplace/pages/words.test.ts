import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LISTING_WORDS } from '#components/listing/words.ts';
import { BuyerInquiry, LOCALES } from '#contract';
import { ABOUT } from '#marketplace/web/words/about.ts';
import { WORDS } from '#marketplace/web/words/index.ts';
import { ISSUE_CODES, issueText } from '#marketplace/web/words/issues.ts';

/** Every text of a tree of words, functions called with stand-ins. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, String(value('⟨1⟩', '⟨2⟩', '⟨3⟩'))]];
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** The same in both languages on purpose: a name, and what only repeats the value it is given. */
const mayBeSame = (key: string, text: string) => key === '.brand' || text.replace(/⟨\d⟩/g, '') === '';

describe.each([
  ['pages', WORDS],
  ['cards', LISTING_WORDS],
  ['about', ABOUT],
])('words of %s', (_, words) => {
  const id = new Map(texts(words.id));
  const en = new Map(texts(words.en));

  it('are the same set in both languages, none empty', () => {
    expect([...en.keys()]).toEqual([...id.keys()]);
    expect([...id, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('are translated', () => {
    expect([...id].filter(([key, text]) => en.get(key) === text && !mayBeSame(key, text))).toEqual([]);
  });
  it('use the values they are given in both languages', () => {
    const used = (text = '') => [...new Set(text.match(/⟨\d⟩/g))].sort().join();
    expect([...id].filter(([key, text]) => used(text) !== used(en.get(key)))).toEqual([]);
  });
});

describe('messages at the fields', () => {
  it('are the same codes in both languages', () => {
    expect(ISSUE_CODES.en).toEqual(ISSUE_CODES.id);
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

it.each(LOCALES)('the invite page names the fields and buttons as the extension does (%s)', async (locale) => {
  const file = new URL(`../../../utils/i18n/words/options.${locale}.json`, import.meta.url);
  const said: Record<string, string> = JSON.parse(await readFile(file, 'utf8'));
  const steps = WORDS[locale].inviteSteps.flat().join(' ');
  for (const key of ['connect_label', 'connect_button']) expect(steps).toContain(`“${said[key]}”`);
});
