import { describe, expect, it } from 'vitest';
import { wordsOf } from '#tests/components/browser.ts';

const id = wordsOf('id');
const en = wordsOf('en');
const blanks = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

describe('the words of the extension', () => {
  it('are the same keys in both languages, none of them empty', () => {
    const forms = (key: string) => key.endsWith('__one');
    expect(
      Object.keys(en)
        .filter((key) => !forms(key))
        .sort(),
    ).toEqual(Object.keys(id).sort());
    for (const words of [id, en])
      expect(Object.entries(words).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });
  it('have the same blanks in both languages', () => {
    for (const [key, { message }] of Object.entries(id))
      expect(blanks(en[key]?.message ?? ''), key).toEqual(blanks(message));
  });
  it('give every action of a thread a key of its own', () => {
    const keys = ['accept', 'counter', 'decline', 'fulfil', 'reply', 'canned'].map((name) => `key_${name}`);
    for (const words of [id, en]) expect(new Set(keys.map((key) => words[key]?.message)).size).toBe(keys.length);
  });
  it('say in every error what to do next, in a sentence', () => {
    for (const words of [id, en])
      for (const [key, { message }] of Object.entries(words))
        if (key.startsWith('error_')) expect(message, key).toMatch(/^\p{Lu}.{25,}\.$/su);
  });
});
