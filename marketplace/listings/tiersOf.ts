import { type RawBuilder, sql } from 'kysely';
import { saidOf } from '#marketplace/search/heads.ts';
import type { SearchQuery } from '#marketplace/search/query.ts';
import { allOf, asHead, type Slot, widely } from '#marketplace/search/slots.ts';
import {
  EXACT,
  IS,
  MENTIONED,
  NAMES,
  NEAR,
  ONLY_NEAR,
  OTHER_THINGS,
  SAID,
  SAYS,
  SOME,
  type Tier,
  TURNED,
} from './tiers.ts';

type Where = RawBuilder<boolean>;

const inName = (query: string): Where => sql`l.name_words @@ ${query}::tsquery`;
const anywhere = (query: string): Where => sql`l.all_words @@ ${query}::tsquery`;
/** All of `wheres` and none of `nots`; null is no condition. */
const where = (wheres: Where[], ...nots: (Where | null)[]): Where =>
  sql`${sql.join([...wheres, ...nots.flatMap((not) => (not ? [sql`not (${not})`] : []))], sql` and `)}`;
const and = (parts: string[]) => parts.join(' & ');
const or = (parts: string[]) => parts.join(' | ');
const all = (slots: Slot[], of: 'name' | 'anywhere' = 'name') => and(slots.map((slot) => widely(slot, of)));
const rarestFirst = (slots: Slot[]) => slots.toSorted((a, b) => a.uses - b.uses).map(({ lexeme }) => lexeme);
const isWhole = (slots: Slot[]) => slots.every(({ beginning }) => beginning === null);

/**
 * What listings a search finds, in this order and none twice: what is called so, what is it, each with every other word in
 * name, place or maker; what is called by the words in another order; what is it and says the other words; what has every
 * word in name, place or maker; what is at least the thing itself; what only speaks of all this. Of the name of a place and
 * nothing else (`villageIds`): what is from there first.
 */
export function tiersOf(query: SearchQuery, villageIds: readonly string[]): Tier[] {
  const { head, others, isOrdinary } = query;
  if (isOrdinary) return [{ tier: MENTIONED, where: anywhere(all(others)), walk: null }];
  return head === null ? withoutThing(others, villageIds) : ofThing(head, query);
}

function withoutThing(slots: Slot[], villageIds: readonly string[]): Tier[] {
  const names = inName(all(slots));
  const speaks = where([anywhere(all(slots, 'anywhere'))], names);
  if (villageIds.length > 0) {
    const there = sql<boolean>`l.village_id = any(${[...villageIds]}::text[])`;
    return [
      { tier: EXACT, where: there, walk: null },
      { tier: NAMES, where: where([names], there), walk: null },
      { tier: MENTIONED, where: where([speaks], there), walk: null },
    ];
  }
  return [
    { tier: NAMES, where: names, walk: isWhole(slots) ? { lexemes: rarestFirst(slots), without: [] } : null },
    ...(slots.length === 1 ? slots.flatMap(looserThan) : []),
    { tier: MENTIONED, where: speaks, walk: null },
  ];
}

function ofThing(head: Slot, query: SearchQuery): Tier[] {
  const { others, named } = query;
  const slots = [head, ...others];
  const is = inName(asHead(head));
  const names = inName(all(slots));
  const has = inName(and([asHead(head), all(others)].filter(Boolean)));
  const says = anywhere(all(others, 'anywhere'));
  const saying: Tier = { tier: SAYS, where: where([is, says], has), walk: null };
  const walk = isWhole(slots) ? { lexemes: rarestFirst(slots), without: [head.head] } : null;
  const namedSo: Tier = { tier: NAMES, where: where([names], is), walk };
  const mentioned: Tier = { tier: MENTIONED, where: where([anywhere(all(slots, 'anywhere'))], names, is), walk: null };
  const being = beingSo(head, query);
  if (others.length === 0) return [...being, namedSo, ...looserThan(head), mentioned];
  if (head.isRelating) return [...being, saying, namedSo, mentioned];
  const near = where([is], says, has);
  const rest = named.filter((slot) => slot !== head).map((slot) => asHead(slot));
  if (rest.length === 0) return [...being, saying, namedSo, ...nearTo(near, others), mentioned];
  const isOther = inName(or(rest));
  return [
    ...being,
    // "Pisang keripik" may be said for "keripik pisang".
    { tier: TURNED, where: where([names, isOther], is), walk: null },
    saying,
    { tier: NAMES, where: where([names], is, isOther), walk: null },
    ...nearTo(near, others),
    { tier: OTHER_THINGS, where: where([isOther], is), walk: null, only: 'after none' },
    mentioned,
  ];
}

/** What is it, with every other word: by a name that says the place itself; called just so; and all the others. */
function beingSo(head: Slot, { isCalled, others, place }: SearchQuery): Tier[] {
  const has = and([asHead(head), all(others)].filter(Boolean));
  const exactly = inName(and([asHead(head, 'exactly'), all(others)].filter(Boolean)));
  const words = rarestFirst(others);
  const walk = (lexemes: string[], without: string[] = []) =>
    isWhole([head, ...others]) ? { lexemes, without } : null;
  const said = place && saidOf(place.head.slice(1));
  const isSaid = said === null ? null : inName(allOf([said]));
  const unsaid = said === null ? [] : [said];
  const is: Tier = {
    tier: IS,
    where: where([inName(has)], isCalled ? exactly : null, isSaid),
    walk: walk([...words, head.head], isCalled ? [head.exact, ...unsaid] : unsaid),
  };
  const called: Tier = { tier: EXACT, where: where([exactly], isSaid), walk: walk([...words, head.exact], unsaid) };
  const rest = words.filter((word) => word !== place?.lexeme);
  const first: Tier[] = said
    ? [{ tier: SAID, where: inName(and([has, allOf([said])])), walk: walk([said, ...rest, head.head]) }]
    : [];
  return [...first, ...(isCalled ? [called] : []), is];
}

/** What is at least the thing itself, first with some of the other words. */
function nearTo(near: Where, others: Slot[]): Tier[] {
  const some = inName(or(others.map((slot) => widely(slot))));
  const after: Tier = { tier: NEAR, where: near, walk: null, only: 'after some' };
  if (others.length < 2) return [after, { tier: ONLY_NEAR, where: near, walk: null, only: 'after none' }];
  return [
    after,
    { tier: SOME, where: where([near, some]), walk: null, only: 'after none' },
    { tier: ONLY_NEAR, where: where([near], some), walk: null, only: 'after none' },
  ];
}

/** What is called so less exactly may be the same: below "gula kelapa" stands what is only called "gula merah". */
function looserThan({ looser, head }: Slot): Tier[] {
  if (looser === null) return [];
  const near = {
    where: where([inName(allOf([looser]))], inName(allOf([head]))),
    walk: { lexemes: [looser], without: [head] },
  };
  return [
    { tier: NEAR, ...near, only: 'after some' },
    { tier: ONLY_NEAR, ...near, only: 'after none' },
  ];
}
