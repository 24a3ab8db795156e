import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../../marketplace/words/', import.meta.url);
/** What is not written, because the polite level and one spelling are used throughout: each with the word that stands for it. */
const OTHERWISE = {
  mboten: 'boten',
  menika: 'punika',
  menapa: 'punapa',
  énggal: 'enggal',
  priksanen: 'pirsani',
  ngagem: 'ngginakaken',
  pirembagan: 'rembagan',
  nawis: 'nawar',
};

describe('the Javanese words', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.jv.json')))('of %s have one spelling each', (name) => {
    const words =
      readFileSync(new URL(name, FOLDER), 'utf8')
        .toLowerCase()
        .match(/[\p{L}-]+/gu) ?? [];
    expect(words.filter((word) => Object.hasOwn(OTHERWISE, word))).toEqual([]);
  });
});
