import { type RawBuilder, sql } from 'kysely';
import { saidOf } from '#marketplace/search/heads.ts';
import { allOf, asHead, type SearchQuery, type Slot, widely } from '#marketplace/search/query.ts';

/** Matches of a search, from the best kind to the last. The cursor of a page holds these numbers. */
/** Called after the place that was asked for: "Batik tulis Gumelem", before other batik from there. */
const SAID = 0;
const EXACT = 1;
const IS = 2;
/** One of the other things that were named, with all the words in its name. */
const TURNED = 3;
const SAYS = 4;
export const NAMES = 5;
/** The thing itself without all of the other words: below what has them all, or alone. */
export const NEAR = 6;
/** The thing itself with some of the other words; only where nothing has them all. */
const SOME = 7;
const ONLY_NEAR = 8;
/** The other things that were named; only where nothing is all of it. */
const OTHER_THINGS = 9;
/** The words stand only in what is said of a listing. */
export const MENTIONED = 10;

export const isNear = (tier: number): boolean => tier >= NEAR && tier < MENTIONED;

export interface Tier {
  tier: number;
  where: RawBuilder<boolean>;
  /** The same as lexemes for a walk along the words' index, the rarest first, where each is whole. */
  walk: { lexemes: string[]; without: string[] } | null;
  /** Only where the tiers before gave something, or nothing; absent: in any case. */
  only?: 'after some' | 'after none';
}

const inName = (query: string) => sql<boolean>`l.name_words @@ ${query}::tsquery`;
const anywhere = (query: string) => sql<boolean>`l.all_words @@ ${query}::tsquery`;
const and = (parts: string[]) => parts.join(' & ');
const all = (slots: Slot[], where: 'name' | 'anywhere' = 'name') => and(slots.map((slot) => widely(slot, where)));
const rarestFirst = (slots: Slot[]) => slots.toSorted((a, b) => a.uses - b.uses).map(({ lexeme }) => lexeme);

/**
 * What listings a search finds, in this order and none twice: what is called so, what is it, each with every other word in
 * name, place or maker; what is it and says the other words; what has every word in name, place or maker; what is at least
 * the thing itself; what only speaks of all this. Of the name of a place and nothing else (`villageIds`): what is from there first.
 */
export function tiersOf(
  { head, isCalled, others, place, named, isOrdinary }: SearchQuery,
  villageIds: readonly string[],
): Tier[] {
  const slots = head ? [head, ...others] : others;
  const isWhole = slots.every(({ beginning }) => beginning === null);
  const walk = (lexemes: string[], without: string[] = []) => (isWhole ? { lexemes, without } : null);
  const names = inName(all(slots));
  const speaks = sql<boolean>`${anywhere(all(slots, 'anywhere'))} and not ${names}`;
  if (isOrdinary) return [{ tier: MENTIONED, where: anywhere(all(slots)), walk: null }];
  if (!head && villageIds.length > 0) {
    const there = sql<boolean>`l.village_id = any(${[...villageIds]}::text[])`;
    return [
      { tier: EXACT, where: there, walk: null },
      { tier: NAMES, where: sql<boolean>`${names} and not ${there}`, walk: null },
      { tier: MENTIONED, where: sql<boolean>`${speaks} and not ${there}`, walk: null },
    ];
  }
  if (!head) {
    return [
      { tier: NAMES, where: names, walk: walk(rarestFirst(slots)) },
      ...slots.slice(0, 1).flatMap((only) => looserThan(only, slots.slice(1))),
      { tier: MENTIONED, where: speaks, walk: null },
    ];
  }
  const is = inName(asHead(head));
  const exactly = and([asHead(head, 'exactly'), ...others.map((slot) => widely(slot))]);
  const has = and([asHead(head), ...others.map((slot) => widely(slot))]);
  const words = rarestFirst(others);
  // A name that says the place comes first, and then no more.
  const said = place && saidOf(place.head.slice(1));
  const unsaid = said === null ? [] : [said];
  const notSaid = said === null ? sql`` : sql` and not ${inName(allOf([said]))}`;
  const tiers: Tier[] = [
    ...(said === null
      ? []
      : [
          {
            tier: SAID,
            where: inName(and([has, allOf([said])])),
            walk: walk([said, ...words.filter((word) => word !== place?.lexeme), head.head]),
          },
        ]),
    ...(isCalled
      ? [
          {
            tier: EXACT,
            where: sql<boolean>`${inName(exactly)}${notSaid}`,
            walk: walk([...words, head.exact], unsaid),
          },
        ]
      : []),
    {
      tier: IS,
      where: isCalled
        ? sql<boolean>`${inName(has)} and not ${inName(exactly)}${notSaid}`
        : sql<boolean>`${inName(has)}${notSaid}`,
      walk: walk([...words, head.head], [...(isCalled ? [head.exact] : []), ...unsaid]),
    },
  ];
  const mentioned: Tier = { tier: MENTIONED, where: sql<boolean>`${speaks} and not ${is}`, walk: null };
  const namedSo: Tier = {
    tier: NAMES,
    where: sql<boolean>`${names} and not ${is}`,
    walk: walk(rarestFirst(slots), [head.head]),
  };
  if (others.length === 0 || head.isRelating) {
    const says = sql<boolean>`${is} and ${anywhere(all(others, 'anywhere'))} and not ${inName(has)}`;
    const saying: Tier[] = others.length === 0 ? [] : [{ tier: SAYS, where: says, walk: null }];
    return [...tiers, ...saying, namedSo, ...looserThan(head, others), mentioned];
  }
  const says = sql<boolean>`${is} and ${anywhere(all(others, 'anywhere'))}`;
  const near = sql<boolean>`${is} and not ${anywhere(all(others, 'anywhere'))} and not ${inName(has)}`;
  const some = inName(others.map((slot) => widely(slot)).join(' | '));
  const rest = named.filter((slot) => slot !== head).map((slot) => asHead(slot));
  // "Pisang keripik" may be said for "keripik pisang".
  const isOther = rest.length === 0 ? null : inName(rest.join(' | '));
  const turned = {
    tiers:
      isOther === null
        ? []
        : [{ tier: TURNED, where: sql<boolean>`${names} and ${isOther} and not ${is}`, walk: null }],
    not: isOther === null ? sql`` : sql` and not ${isOther}`,
  };
  return [
    ...tiers,
    ...turned.tiers,
    { tier: SAYS, where: sql<boolean>`${says} and not ${inName(has)}`, walk: null },
    { ...namedSo, where: sql<boolean>`${namedSo.where}${turned.not}`, ...(turned.tiers.length > 0 && { walk: null }) },
    { tier: NEAR, where: near, walk: null, only: 'after some' },
    ...(others.length < 2
      ? [{ tier: ONLY_NEAR, where: near, walk: null, only: 'after none' as const }]
      : [
          { tier: SOME, where: sql<boolean>`${near} and ${some}`, walk: null, only: 'after none' as const },
          { tier: ONLY_NEAR, where: sql<boolean>`${near} and not ${some}`, walk: null, only: 'after none' as const },
        ]),
    ...(rest.length === 0
      ? []
      : [
          {
            tier: OTHER_THINGS,
            where: sql<boolean>`${inName(rest.join(' | '))} and not ${is}`,
            walk: null,
            only: 'after none' as const,
          },
        ]),
    mentioned,
  ];
}

/** What is called so less exactly may be the same: below "gula kelapa" stands what is only called "gula merah". */
function looserThan({ looser, head }: Slot, others: Slot[]): Tier[] {
  if (looser === null || others.length > 0) return [];
  const where = sql<boolean>`${inName(allOf([looser]))} and not ${inName(allOf([head]))}`;
  const near = { where, walk: { lexemes: [looser], without: [head] } };
  return [
    { tier: NEAR, ...near, only: 'after some' },
    { tier: ONLY_NEAR, ...near, only: 'after none' },
  ];
}
