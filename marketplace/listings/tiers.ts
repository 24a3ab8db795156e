import { type RawBuilder, sql } from 'kysely';
import { asHead, type SearchQuery, type Slot, widely } from '#marketplace/search/query.ts';

/** Matches of a search, from the best kind to the last. The cursor of a page holds these numbers. */
export const IS = 0;
const IS_AND_SAYS = 1;
const NAMES = 2;
/** The words stand only in what is said of a listing. */
export const MENTIONED = 3;
export const LOOSE = 4;

export interface Tier {
  tier: number;
  where: RawBuilder<boolean>;
  /** The same as lexemes for a walk along the words' index, the rarest first, where each is whole. */
  walk: { lexemes: string[]; without: string | null } | null;
}

const inName = (query: string) => sql<boolean>`l.name_words @@ ${query}::tsquery`;
const anywhere = (query: string) => sql<boolean>`l.all_words @@ ${query}::tsquery`;
const and = (parts: string[]) => parts.join(' & ');
const rarestFirst = (slots: Slot[]) => slots.toSorted((a, b) => a.uses - b.uses);
const isWhole = ({ beginning }: Slot) => beginning === null;

/**
 * What listings a search finds, in this order and none twice:
 * is the thing, and has every other word in name, place or maker; is the thing, and says the other words; has every word
 * in name, place or maker; says every word. When all of these are empty: is the thing, or one of the things.
 */
export function tiersOf({ head, others, named }: SearchQuery): Tier[] {
  const slots = head ? [head, ...others] : others;
  const all = and(slots.map(widely));
  const walks = slots.every(isWhole);
  const names: Tier = {
    tier: NAMES,
    where: head ? sql<boolean>`${inName(all)} and not ${inName(asHead(head))}` : inName(all),
    walk: walks ? { lexemes: rarestFirst(slots).map(({ lexeme }) => lexeme), without: head?.head ?? null } : null,
  };
  const speaks = sql<boolean>`${anywhere(all)} and not ${inName(all)}`;
  if (!head) return [names, { tier: MENTIONED, where: speaks, walk: null }];
  const is = inName(asHead(head));
  const has = and([asHead(head), ...others.map(widely)]);
  const lexemes = [...rarestFirst(others).map(({ lexeme }) => lexeme), head.head];
  const first: Tier = { tier: IS, where: inName(has), walk: walks ? { lexemes, without: null } : null };
  const says: Tier = {
    tier: IS_AND_SAYS,
    where: sql<boolean>`${is} and ${anywhere(and(others.map(widely)))} and not ${inName(has)}`,
    walk: null,
  };
  const mentioned: Tier = { tier: MENTIONED, where: sql<boolean>`${speaks} and not ${is}`, walk: null };
  if (others.length === 0) return [first, names, mentioned];
  const loose: Tier = { tier: LOOSE, where: inName(named.map(asHead).join(' | ')), walk: null };
  return [first, says, names, mentioned, loose];
}
