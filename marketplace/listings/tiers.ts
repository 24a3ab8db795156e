import type { RawBuilder } from 'kysely';

/*
 * Matches of a search, from the best kind to the last. The cursor of a page holds these numbers.
 */
/** Called after the place that was asked for: "Batik tulis Gumelem", before other batik from there. */
export const SAID = 0;
export const EXACT = 1;
export const IS = 2;
/** One of the other things that were named, with all the words in its name. */
export const TURNED = 3;
export const SAYS = 4;
export const NAMES = 5;
/** The thing itself without all of the other words: below what has them all, or alone. */
export const NEAR = 6;
/** The thing itself with some of the other words; only where nothing has them all. */
export const SOME = 7;
export const ONLY_NEAR = 8;
/** The other things that were named; only where nothing is all of it. */
export const OTHER_THINGS = 9;
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
