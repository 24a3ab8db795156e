import type { Recipe } from '#contract';
import { wordsMark } from '#utils/cms/learned/wordsMark.ts';
import type { PostRef } from '#utils/cms/types.ts';
import { postByHand } from '#utils/listings/byHand.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';

/** What the words of an article say that can be changed later as a person has shown: all that the badge says, too. */
export const LEARNED_WORDS = { pricedInWords: true, saysSoldOut: true };

/** How the words of a listing's article are made on a site; `recipe` where no adapter knows it. */
export function wordsFor(recipe: Recipe | undefined): { pricedInWords: boolean; saysSoldOut?: boolean } {
  if (recipe === undefined) return { pricedInWords: true };
  return recipe.change === null ? { pricedInWords: false } : LEARNED_WORDS;
}

/** Fingerprints of the words that we may have written for a listing as it is now, with its price and without. */
export async function marksOf({ toPost }: Pick<OutboxDeps, 'toPost'>, listing: StoredListing): Promise<string[]> {
  const ways = [LEARNED_WORDS, { pricedInWords: true }, { pricedInWords: false }];
  const posts = await Promise.all(ways.map((way) => toPost(listing, way)));
  return [...new Set(posts.map(({ html }) => wordsMark(html)))];
}

/**
 * An article that was written as a person had shown. It stays theirs, as if they had put the card there: where nobody has
 * shown how one is changed, they are told what is to be changed and where. What we wrote is remembered, to be known again.
 */
export function asByHand(
  { url, pictureMissing, wrote, mentioned }: PostRef,
  { input }: StoredListing,
  { change }: Pick<Recipe, 'change'>,
): PostRef {
  return {
    ...postByHand(url, input),
    ...(mentioned && { mentioned }),
    ...(pictureMissing !== undefined && { pictureMissing }),
    ...(wrote !== undefined && { wrote: { ...wrote, ...(change !== null && { isPriced: true }) } }),
  };
}
