import { sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import { headOf, isLead, isPlaceTitle, isTitle } from './heads.ts';
import { keepAnswers } from './kept.ts';
import { allOf, type Slot, slotOf } from './slots.ts';
import { isSomeListing } from './someListing.ts';
import { apart, lexemeOf, type Term, termsOf, thingFirst, wordByWord } from './terms.ts';
import { understand } from './understand.ts';
import { OTHER_WORDS, SOFT_WORDS } from './wordLists.ts';

export interface SearchQuery {
  /** What is looked for; null where no listing is any of the things named (a place, a maker, "organik"). */
  head: Slot | null;
  /** Some listing is called just so. */
  isCalled: boolean;
  /** The rest of what was asked for. */
  others: Slot[];
  /** One of them that is a place, where a name may say it itself. */
  place: Slot | null;
  /** Slots that some listing is; a search that finds nothing falls back on these. */
  named: Slot[];
  /** Nothing but the name of a place. */
  isPlaceOnly: boolean;
  /** One ordinary word that nothing is: names that hold it only speak of it. */
  isOrdinary: boolean;
  /** The words that were searched instead of the typed ones, when a typo was corrected. */
  corrected: string | null;
}

/** Words as a query of the database. `placeWords` are those of the places that sell something. */
export async function readQuery(db: Db, words: string[], placeWords: ReadonlySet<string>): Promise<SearchQuery> {
  const meant = await understand(db, words);
  const meanings = new Map(meant.map((word) => [word.word, word]));
  const isKnown = (word: string) => (meanings.get(word)?.uses ?? 0) > 0 || OTHER_WORDS.has(word);
  const terms = thingFirst(await sold(db, termsOf(apart(meant.map(({ word }) => word)))), isKnown);
  // A word that is said twice ("sayur-sayuran") counts once.
  const once = [...new Map(terms.map((term) => [lexemeOf(term), term])).values()];
  const toldOf = once.every(isPlaceTitle) ? once : once.filter((term) => !isPlaceTitle(term));
  const lexeme = (term: Term) => slotOf(term, meanings).lexeme;
  const said = await unlessSold(db, await unlessSold(db, toldOf, isSoft, lexeme), isTitle, lexeme);
  const every = said.map((term) => slotOf(term, meanings));
  const isPlace = (slot: Slot) => placeWords.has(slot.head.slice(1));
  const areSold = await someAre(
    db,
    every.flatMap(({ head, exact, beginning }) => (beginning === null ? [head, exact] : [])),
  );
  // "Roti kasur" is no bed: what nothing is, is not looked for as a thing.
  const existing = every.filter(({ head, beginning }) => beginning !== null || areSold.get(head));
  const leadsOn = (at: number) => {
    const [lead, next] = [every[at], every[at + 1]];
    if (!lead || !next) return false;
    return existing.includes(next) || (!existing.includes(lead) && next.uses > 0);
  };
  const from = said.findIndex((term, at) => !isLead(term) || !leadsOn(at));
  const slots = every.slice(Math.max(0, from));
  const named = existing.filter((slot) => slots.includes(slot));
  // Only a place may stand before the thing: "karangreja kopi" asks for coffee, "keju kambing" for no goat.
  const at = slots.findIndex((slot) => named.includes(slot));
  const isMeant = at >= 0 && slots.slice(0, at).every(isPlace);
  const head = isMeant ? (slots[at] ?? null) : null;
  const others = isMeant ? slots.toSpliced(at, 1) : slots;
  return {
    head,
    isCalled: head !== null && (head.beginning !== null || areSold.get(head.exact) === true),
    others,
    place: others.find((slot) => slot.beginning === null && isPlace(slot)) ?? null,
    named: isMeant ? named : [],
    isPlaceOnly: !isMeant && slots.every(isPlace),
    isOrdinary: slots.length === 1 && named.length === 0 && OTHER_WORDS.has(slots[0]?.head.slice(1) ?? ''),
    corrected: meant.some(({ isCorrected }) => isCorrected) ? meant.map(({ word }) => word).join(' ') : null,
  };
}

/** The terms, where a phrase that names no listing is taken word by word: no "fresh fish", but fish. */
async function sold(db: Db, terms: Term[]): Promise<Term[]> {
  const phrases = terms.filter(({ words }) => words.length > 1);
  if (phrases.length === 0) return terms;
  const isSold = await someAre(
    db,
    phrases.map((term) => headOf(lexemeOf(term))),
  );
  return terms.flatMap((term) => {
    if (term.words.length === 1 || isSold.get(headOf(lexemeOf(term)))) return [term];
    return wordByWord(term);
  });
}

const isSoft = ({ words }: Term) => words.length === 1 && SOFT_WORDS.has(words[0] ?? '');

/**
 * The terms, without the `idle` ones where nothing is called so: "Bu Lestari" is not "Mina Lestari", and "tempat nasi" no
 * rice; but where nothing and nobody is called so, such a word does not matter.
 */
async function unlessSold(
  db: Db,
  terms: Term[],
  idle: (term: Term) => boolean,
  lexemeOf: (term: Term) => string,
): Promise<Term[]> {
  const bare = terms.filter((term) => !idle(term));
  if (bare.length === terms.length || bare.length === 0) return terms;
  const called = allOf(terms.map(lexemeOf));
  return (await someAreCalled(db, [called])).get(called) ? terms : bare;
}

/** Whether the name, place or maker of some listing meets a tsquery. */
const someAreCalled = keepAnswers<boolean>(async (db, queries) => {
  const found = new Map<string, boolean>();
  for (const query of queries) found.set(query, await isSomeListing(db, sql`l.name_words @@ ${query}::tsquery`));
  return found;
});

const heads = prepare((db, asked: { words: string[] }) =>
  db
    .selectFrom(sql<{ word: string }>`unnest(${sql.val(asked.words)}::text[])`.as<'asked'>(sql`asked(word)`))
    // One look into the index for each, whatever the planner thinks of the table.
    .innerJoin(
      sql`lateral (select 1 from listing_words w where w.word = asked.word limit 1)`.as<'used'>(sql`used`),
      (join) => join.onTrue(),
    )
    .select('asked.word'),
);

/** Whether some listing has a lexeme in its name. */
const someAre = keepAnswers<boolean>(async (db, words) => {
  const found = new Set((await heads(db, { words })).map(({ word }) => word));
  return new Map(words.map((word) => [word, found.has(word)]));
});
