import type { Db } from '#marketplace/db/open.ts';
import { keepAnswers } from './kept.ts';
import { besideWord, hasContinuation, type KnownWord, lookUpWords, nearestWord } from './spelling.ts';
import { OTHER_WORDS, SOFT_WORDS } from './wordLists.ts';

/** One word of a search as it is taken. */
export interface Meant extends KnownWord {
  /** The word is only the beginning of one, as while somebody is still typing. */
  isBeginning: boolean;
  /** Another word than the typed one: a typo was corrected. */
  isCorrected: boolean;
}

/** A shorter word in the middle of a search is whole. */
const BEGINNING_MIN = 4;
const PART_MIN = 3;

const as = (known: KnownWord, marks: Partial<Meant> = {}): Meant => ({
  ...known,
  isBeginning: false,
  isCorrected: false,
  ...marks,
});

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
    } else if (SOFT_WORDS.has(word.word)) {
      meant.push((await beside(db, words, at)) ?? as(word));
    } else if (word.uses > 0) meant.push(as(word));
    else {
      const key = at === words.length - 1 ? `${word.word}${LAST}` : word.word;
      const guessed = (await guesses(db, [key])).get(key) ?? [as(word)];
      const isLost = guessed[0]?.uses === 0 && !isWhole(word.word);
      const slip = isLost ? await beside(db, words, at) : null;
      meant.push(...(slip ? [slip] : guessed));
    }
  }
  return meant;
}

/** A word that is right as it stands, known or not. */
const isWhole = (word: string): boolean => /\d/.test(word) || OTHER_WORDS.has(word);

/** The word that a slip made this one of, told by the words beside it ("guka semut"); null where they do not tell. */
async function beside(db: Db, words: string[], at: number): Promise<Meant | null> {
  const key = [words[at - 1] ?? '', words[at], words[at + 1] ?? ''].join(' ');
  const found = (await slips(db, [key])).get(key);
  return found ? as(found, { isCorrected: true }) : null;
}

/** By the word between its neighbours. */
const slips = keepAnswers<KnownWord | null>(async (db, keys) => {
  const found = new Map<string, KnownWord | null>();
  for (const key of keys) {
    const [before, word = '', after] = key.split(' ');
    found.set(key, await besideWord(db, word, { before: before || undefined, after: after || undefined }));
  }
  return found;
});

/** Behind a word that is the last of a search. */
const LAST = '.';

const guesses = keepAnswers<Meant[]>(async (db, keys) => {
  const guessed = new Map<string, Meant[]>();
  for (const key of keys) {
    const word = key.replace(LAST, '');
    const unknown = (await lookUpWords(db, [word])).get(word) ?? { word, stem: word, uses: 0 };
    guessed.set(key, await guess(db, unknown, word !== key));
  }
  return guessed;
});

async function guess(db: Db, unknown: KnownWord, isLast: boolean): Promise<Meant[]> {
  const { word } = unknown;
  if (isWhole(word)) return [as(unknown)];
  const parts = await partsOf(db, word);
  if (parts) return parts.map((part) => as(part));
  const mayGoOn = isLast || word.length >= BEGINNING_MIN;
  if (mayGoOn && (await hasContinuation(db, word))) return [as(unknown, { isBeginning: true, uses: 1 })];
  const near = await nearestWord(db, word);
  return [near ? as(near, { isCorrected: true }) : as(unknown)];
}

/** What hangs on a word without making another one of it: "keripiknya". */
const ENDINGS: ReadonlySet<string> = new Set(['nya', 'ne', 'lah', 'ku', 'mu']);

/** The known word without its ending, or the two known words that were written as one; where several cuts are possible, the one between the most used words. */
async function partsOf(db: Db, word: string): Promise<KnownWord[] | null> {
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * PART_MIN + 2) }, (_, index) => {
    const at = index + PART_MIN;
    return [word.slice(0, at), word.slice(at)] as const;
  });
  if (cuts.length === 0) return null;
  const known = await lookUpWords(db, [...new Set(cuts.flat())]);
  const uses = (part: string) => known.get(part)?.uses ?? 0;
  const [bare] = cuts.find(([one, two]) => ENDINGS.has(two) && uses(one) > 0) ?? [];
  if (bare !== undefined) return [known.get(bare) ?? { word: bare, stem: bare, uses: 1 }];
  const [best] = cuts
    .map(([one, two]) => ({ parts: [one, two], uses: Math.min(uses(one), uses(two)) }))
    .filter((cut) => cut.uses > 0)
    .sort((a, b) => b.uses - a.uses);
  return best ? best.parts.flatMap((part) => known.get(part) ?? []) : null;
}
