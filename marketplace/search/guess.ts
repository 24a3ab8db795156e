import type { Db } from '#marketplace/db/open.ts';
import { keepAnswers } from './kept.ts';
import { continuationsOf, type KnownWord, lookUpWords, nearestWord } from './spelling.ts';
import { OTHER_WORDS } from './wordLists.ts';

/** One word of a search as it is taken. */
export interface Meant extends KnownWord {
  /** The word is only the beginning of one, as while somebody is still typing. */
  isBeginning: boolean;
  /**
   * Stems of words that it may become and that do not begin so themselves: the stemmer takes "ke" from "keriting", and so
   * "ker" is the beginning of no lexeme.
   */
  cutStems: string[];
  /** Another word than the typed one: a typo was corrected. */
  isCorrected: boolean;
}

/** A shorter word in the middle of a search is whole. */
const BEGINNING_MIN = 4;
const PART_MIN = 3;

export const as = (known: KnownWord, marks: Partial<Meant> = {}): Meant => ({
  ...known,
  isBeginning: false,
  cutStems: [],
  isCorrected: false,
  ...marks,
});

/** A word that is right as it stands, known or not. */
export const isWhole = (word: string): boolean => /\d/.test(word) || OTHER_WORDS.has(word);

/** Behind a word that is the last of a search. */
const LAST = '.';

const guesses = keepAnswers<Meant[]>(async (db, keys) => {
  const guessed = new Map<string, Meant[]>();
  for (const key of keys) {
    const word = key.replace(LAST, '');
    const unknown = (await lookUpWords(db, [word])).get(word) ?? { word, stem: word, uses: 0 };
    guessed.set(key, await takenFor(db, unknown, word !== key));
  }
  return guessed;
});

/** What an unknown word may be by itself: two words, the beginning of one, a typo; or as it stands. */
export async function guess(db: Db, word: string, isLast: boolean): Promise<Meant[]> {
  const key = isLast ? `${word}${LAST}` : word;
  return (await guesses(db, [key])).get(key) ?? [];
}

async function takenFor(db: Db, unknown: KnownWord, isLast: boolean): Promise<Meant[]> {
  const { word } = unknown;
  const parts = await partsOf(db, word);
  if (parts) return parts.map((part) => as(part));
  const mayGoOn = isLast || word.length >= BEGINNING_MIN;
  const longer = mayGoOn ? await continuationsOf(db, word) : [];
  if (longer.length > 0) return [as(unknown, { isBeginning: true, cutStems: cutStems(word, longer), uses: 1 })];
  const near = await nearestWord(db, word);
  return [near ? as(near, { isCorrected: true }) : as(unknown)];
}

/** One letter begins too many words. */
const CUT_MIN = 2;

function cutStems(beginning: string, longer: KnownWord[]): string[] {
  if (beginning.length < CUT_MIN) return [];
  const stems = longer.map(({ stem }) => stem).filter((stem) => stem !== '' && !stem.startsWith(beginning));
  return [...new Set(stems)];
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
