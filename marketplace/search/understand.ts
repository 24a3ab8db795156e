import type { Db } from '#marketplace/db/open.ts';
import { as, guess, isWhole, type Meant } from './guess.ts';
import { keepAnswers } from './kept.ts';
import { type Beside, type KnownWord, lookUpWords, wordInNames, wordInPhrase } from './spelling.ts';
import { SOFT_WORDS } from './wordLists.ts';

export type { Meant } from './guess.ts';

/**
 * Each typed word as what it most likely means: itself where it is known; with its neighbour where the two are one word
 * ("ke ripik"); in two where it is two ("kopibubuk"); the beginning of a word; a word with a typo; or itself, unknown.
 */
export async function understand(db: Db, words: string[]): Promise<Meant[]> {
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`);
  const known = await lookUpWords(db, [...new Set([...words, ...pairs])]);
  const of = (word: string): KnownWord => known.get(word) ?? { word, stem: word, uses: 0 };
  const meant: Meant[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = of(words[at] ?? '');
    const next = at + 1 < words.length ? of(words[at + 1] ?? '') : null;
    const both = next && of(word.word + next.word);
    if (next && both && both.uses > 0 && (word.uses === 0 || next.uses === 0)) {
      meant.push(as(both));
      at++;
    } else if (word.uses > 0 && !SOFT_WORDS.has(word.word)) meant.push(as(word));
    else meant.push(...(await unknown(db, word, words, at)));
  }
  return meant;
}

/** An unknown word: by a phrase with a word beside it, by itself, by names that have both; or as it stands. */
async function unknown(db: Db, known: KnownWord, words: string[], at: number): Promise<Meant[]> {
  const { word } = known;
  if (isWhole(word)) return [as(known)];
  const key = [words[at - 1] ?? '', word, words[at + 1] ?? ''].join(' ');
  const phrase = (await inPhrases(db, [key])).get(key);
  if (phrase) return [as(phrase, { isCorrected: true })];
  const guessed = SOFT_WORDS.has(word) ? [as(known)] : await guess(db, word, at === words.length - 1);
  if (guessed[0]?.uses !== 0) return guessed;
  const named = (await inNames(db, [key])).get(key);
  return named ? [as(named, { isCorrected: true })] : guessed;
}

/** By a word between its neighbours. */
const besideIt = (read: (db: Db, word: string, beside: Beside) => Promise<KnownWord | null>) =>
  keepAnswers<KnownWord | null>(async (db, keys) => {
    const found = new Map<string, KnownWord | null>();
    for (const key of keys) {
      const [before, word = '', after] = key.split(' ');
      found.set(key, await read(db, word, { before: before || undefined, after: after || undefined }));
    }
    return found;
  });
const inPhrases = besideIt(wordInPhrase);
const inNames = besideIt(wordInNames);
