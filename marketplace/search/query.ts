import type { Db } from '#marketplace/db/open.ts';
import { type KnownWord, knownWords } from './spelling.ts';
import { type Term, termsOf } from './synonymTerms.ts';
import { queryWords } from './words.ts';

export interface SearchQuery {
  /** The words as the index writes them, the rarest first; a listing needs all of them in its name. */
  lexemes: string[];
  /**
   * `all` and `any` are texts to cast to tsquery: every word (with the beginnings of unknown words), and at least one
   * word.
   */
  all: string;
  any: string;
  /** The words that were searched instead of the typed ones, when a typo was corrected. */
  corrected: string | null;
}

/** Many listings use a synonym group's word, so it counts as a common word. */
const GOODS_USES = 1_000_000;

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, (mark) => mark + mark)}'`;

interface Slot {
  lexeme: string;
  uses: number;
  /** The word as a part of a tsquery. */
  wide: string;
}

/** One term of the query. `typed` maps the word that an unknown word was taken for to the word as it was typed. */
function slotOf({ synonym, words }: Term, meanings: Map<string, KnownWord>, typed: Map<string, string>): Slot {
  const meaning = meanings.get(words[0] ?? '');
  const lexeme = synonym ?? meaning?.stem ?? '';
  const beginning = words.map((word) => typed.get(word)).find(Boolean);
  return {
    lexeme,
    uses: synonym === null ? (meaning?.uses ?? 0) : GOODS_USES,
    // The typed word may still stand in a description, or be the beginning of a word.
    wide: beginning ? `(${quoted(lexeme)} | ${quoted(beginning)}:*)` : quoted(lexeme),
  };
}

/**
 * A typed text as a query of the database: typos are corrected, and synonyms count as one word. Null when it holds no
 * word.
 */
export async function readQuery(db: Db, text: string): Promise<SearchQuery | null> {
  const words = queryWords(text);
  if (words.length === 0) return null;
  const known = await knownWords(db, words);
  const meanings = new Map<string, KnownWord>();
  const typed = new Map<string, string>();
  for (const [word, meaning] of known) {
    meanings.set(meaning.word, meaning);
    if (meaning.word !== word || meaning.uses === 0) typed.set(meaning.word, word);
  }
  const meant = words.map((word) => known.get(word)?.word ?? word);
  const slots = termsOf(meant).map((term) => slotOf(term, meanings, typed));
  const searched = meant.join(' ');
  return {
    lexemes: [...slots].sort((a, b) => a.uses - b.uses).map((slot) => slot.lexeme),
    all: slots.map((slot) => slot.wide).join(' & '),
    any: slots.map((slot) => slot.wide).join(' | '),
    corrected: searched === words.join(' ') ? null : searched,
  };
}

/** The tsquery of exactly these lexemes. */
export function allOf(lexemes: string[]): string {
  return lexemes.map(quoted).join(' & ');
}
