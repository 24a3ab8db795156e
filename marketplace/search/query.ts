import type { Db } from '#marketplace/db/open.ts';
import { type KnownWord, knownWords } from './spelling.ts';
import { type Term, termsOf } from './synonymTerms.ts';
import { queryWords } from './words.ts';

export interface SearchQuery {
  /** As the index writes them, the rarest first; a listing needs all of them in its name. */
  lexemes: string[];
  /** For a cast to tsquery: all of it (with the beginnings of unknown words), and any of it. */
  all: string;
  any: string;
  /** The words we searched instead, when we corrected something. */
  corrected: string | null;
}

/** A name for goods is used by many listings. */
const GOODS_USES = 1_000_000;

const quoted = (lexeme: string) => `'${lexeme.replace(/['\\]/g, (mark) => mark + mark)}'`;

interface Slot {
  lexeme: string;
  uses: number;
  /** As a part of a tsquery. */
  wide: string;
}

/** `typed` are the words as they were typed where nobody knows them, by what we took them for. */
function slotOf({ synonym: goods, words }: Term, meanings: Map<string, KnownWord>, typed: Map<string, string>): Slot {
  const meaning = meanings.get(words[0] ?? '');
  const lexeme = goods ?? meaning?.stem ?? '';
  const beginning = words.map((word) => typed.get(word)).find(Boolean);
  return {
    lexeme,
    uses: goods === null ? (meaning?.uses ?? 0) : GOODS_USES,
    // It may still stand in a description, or be the beginning of a word.
    wide: beginning ? `(${quoted(lexeme)} | ${quoted(beginning)}:*)` : quoted(lexeme),
  };
}

/** A typed text as a query of the database: typos corrected, synonyms as one. Null when it holds no word. */
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
