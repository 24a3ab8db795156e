import { sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';
import { prepare, prepared } from '#marketplace/db/prepared.ts';
import { headOf } from './heads.ts';
import { keepAnswers } from './kept.ts';
import { mayMean, nearKeys, typos } from './slips.ts';
import { allOf, ofName } from './slots.ts';
import { isSomeListing } from './someListing.ts';
import { isPhrase, lexemeOf, termsOf } from './terms.ts';
import { ENGLISH, SOFT_WORDS } from './wordLists.ts';

/** Shorter words have too many neighbours to guess from shared trigrams. */
const TRIGRAM_MIN_LENGTH = 5;
/** A longer one is hardly another Indonesian word. */
const ENGLISH_MIN = 6;

export interface KnownWord {
  word: string;
  /** The word as the database's Indonesian stemmer writes it. */
  stem: string;
  /** How many listings use the word; the rarest word leads a search. 0 means that nobody knows it. */
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
 * What is known of each of these words as it stands. The stemmer may take the beginning of a word away ("kepala" becomes
 * "pala"): then an unknown word stays as it is.
 */
export const lookUpWords = keepAnswers<KnownWord>(async (db, words) => {
  const rows = await lookUp(db, { words });
  return new Map(
    rows.map(({ word, uses, stem }) => {
      const isCutBehind = stem !== '' && word.startsWith(stem);
      return [word, { word, stem: isCutBehind || (uses !== null && stem !== '') ? stem : word, uses: uses ?? 0 }];
    }),
  );
});

/** So many words are looked at that a beginning may become. */
const CONTINUATIONS = 40;

/** The known words that go on from this one ("kerip" → "keripik"), the most used first. */
export function continuationsOf(db: Db, word: string): Promise<KnownWord[]> {
  return (
    db
      .selectFrom('search_words')
      .modifyFront(prepared)
      .select(['word', 'uses', stemOf('word').as('stem')])
      // A range of the primary key (collation C).
      .where('word', '>', word)
      .where('word', '<', `${word}{`)
      .orderBy('uses', 'desc')
      .orderBy('word')
      .limit(CONTINUATIONS)
      .execute()
  );
}

/**
 * The known word that this unknown one most likely means; null where none is near enough, and where the word is right
 * although no name has it, because some listing speaks of it.
 */
export async function nearestWord(db: Db, word: string): Promise<KnownWord | null> {
  if (word.length < 3) return null;
  const close = await candidates(db, sql`near && ${sql.val(nearKeys(word))}::text[]`);
  const some = close.length > 0 || word.length < TRIGRAM_MIN_LENGTH ? close : await candidates(db, sql`word % ${word}`);
  const [best] = some
    .flatMap((known) => {
      // Who writes Indonesian does not mean an English word: "tablet" is no "table".
      if (ENGLISH.has(known.word) && word.length <= ENGLISH_MIN) return [];
      const distance = mayMean(word, known.word);
      return distance === null ? [] : [{ known, distance }];
    })
    .sort((a, b) => a.distance - b.distance || b.known.uses - a.known.uses || (a.known.word < b.known.word ? -1 : 1));
  if (!best || (await isSomeListing(db, sql`l.all_words @@ plainto_tsquery('indonesian', ${word})`))) return null;
  return best.known;
}

/** The words beside a word. */
export interface Beside {
  before: string | undefined;
  after: string | undefined;
}

/** Known words one slip away, the most used first. */
async function oneSlipFrom(db: Db, word: string): Promise<KnownWord[]> {
  if (word.length < 3) return [];
  const close = await candidates(db, sql`near && ${sql.val(nearKeys(word))}::text[]`);
  return close.filter((known) => known.word.length > 2 && typos(word, known.word) === 1);
}

/** The known word one slip away that is a phrase of the synonym table with a word beside this one: "guka semut". */
export async function wordInPhrase(db: Db, word: string, { before, after }: Beside): Promise<KnownWord | null> {
  if (before === undefined && after === undefined) return null;
  // Who is still typing has made no slip yet.
  const isBegun = (known: KnownWord) => after === undefined && known.word.startsWith(word);
  const close = (await oneSlipFrom(db, word)).filter((known) => !isBegun(known));
  return close.find((known) => isPhrase(before, known.word) || isPhrase(known.word, after)) ?? null;
}

const MOST_TRIED = 4;
/** A shorter word is one letter away from too many that are sold; in it, only two letters may have changed places. */
const SOLD_MIN = 4;
/** "Pisang raja" is no "pisang rasa". */
const WHICH_MIN = 5;

/**
 * The known word one slip away that something sold is called by: "lopi robusta", "keripik pisaug". So much is forgiven
 * only because of the word beside it.
 */
export async function wordInNames(db: Db, word: string, { before, after }: Beside): Promise<KnownWord | null> {
  const other = before ?? after;
  if (other === undefined || (before !== undefined && word.length < WHICH_MIN)) return null;
  const isSurer = word.length < SOLD_MIN || SOFT_WORDS.has(word);
  const tried = (await oneSlipFrom(db, word)).filter((known) => !isSurer || isSwapped(word, known.word));
  for (const known of tried.slice(0, MOST_TRIED)) {
    const [thing, which] = before === undefined ? [known.word, other] : [other, known.stem];
    const head = headOf(termsOf([thing]).map(lexemeOf)[0] ?? '');
    const called = sql<boolean>`l.name_words @@ ${`${allOf([head])} & ${ofName(which)}`}::tsquery`;
    if (await isSomeListing(db, called)) return known;
  }
  return null;
}

const isSwapped = (one: string, other: string) => [...one].sort().join('') === [...other].sort().join('');

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
