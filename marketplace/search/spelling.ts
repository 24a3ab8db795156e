import { sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';
import { prepare, prepared } from '#marketplace/db/prepared.ts';
import { nearKeys, typos } from './words.ts';

/** Shorter words have too many neighbours to guess from shared trigrams. */
const TRIGRAM_MIN_LENGTH = 5;
/**
 * How many typos a longer word counts as: a word that goes on ("kerip" → "keripik") is a better guess than one with
 * another letter.
 */
const UNFINISHED = 0.9;
const UNFINISHED_MIN_LENGTH = 4;

export interface KnownWord {
  word: string;
  /** The word as the database's Indonesian stemmer writes it. */
  stem: string;
  /**
   * How many listings use the word; the rarest word leads a search. 0 means that nobody knows it and nothing is like
   * it.
   */
  uses: number;
}

const stemOf = (word: string) =>
  sql<string>`coalesce((tsvector_to_array(to_tsvector('indonesian', ${sql.ref(word)})))[1], '')`;

const lookUp = prepare((db, typed: { words: string[] }) =>
  db
    .selectFrom(sql<{ word: string }>`unnest(${sql.val(typed.words)}::text[])`.as<'typed'>(sql`typed(word)`))
    .leftJoin('search_words as known', 'known.word', 'typed.word')
    .select(['typed.word', 'known.uses', stemOf('typed.word').as('stem')]),
);

/**
 * For each word: the word itself where it is known (or a number), else the known word that it most likely means, else
 * the word itself.
 */
export async function knownWords(db: Db, words: string[]): Promise<Map<string, KnownWord>> {
  const rows = await lookUp(db, { words });
  const found = new Map<string, KnownWord>();
  for (const { word, uses, stem } of rows) {
    const itself = { word, stem: stem || word, uses: uses ?? (/\d/.test(word) ? 1 : 0) };
    found.set(word, itself.uses > 0 ? itself : ((await nearestWord(db, word)) ?? itself));
  }
  return found;
}

async function nearestWord(db: Db, word: string): Promise<KnownWord | null> {
  if (word.length < 3) return null;
  const close = await candidates(db, sql`near && ${sql.val(nearKeys(word))}::text[] or ${startsWith(word)}`);
  const some = close.length > 0 || word.length < TRIGRAM_MIN_LENGTH ? close : await candidates(db, sql`word % ${word}`);
  const rated = some
    .map((known) => ({ known, distance: distance(word, known.word) }))
    .filter(({ distance }) => distance <= Math.max(1.5, word.length / 3))
    .sort((a, b) => a.distance - b.distance || b.known.uses - a.known.uses || (a.known.word < b.known.word ? -1 : 1));
  return rated[0]?.known ?? null;
}

/** Known words that begin with this word, as a range of the primary key (collation C). */
function startsWith(word: string) {
  return word.length < UNFINISHED_MIN_LENGTH ? sql`false` : sql`(word >= ${word} and word < ${`${word}{`})`;
}

function distance(typed: string, known: string): number {
  if (typed.length >= UNFINISHED_MIN_LENGTH && known.startsWith(typed)) return UNFINISHED;
  // People seldom mistype the first letter.
  return typos(typed, known) + (typed[0] === known[0] ? 0 : 0.5);
}

function candidates(db: Db, where: ReturnType<typeof sql>): Promise<KnownWord[]> {
  return db
    .selectFrom('search_words')
    .modifyFront(prepared)
    .select(['word', 'uses', stemOf('word').as('stem')])
    .where(sql<boolean>`(${where})`)
    .orderBy('uses', 'desc')
    .limit(60)
    .execute();
}
