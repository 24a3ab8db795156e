import type { Recipe } from '#contract';
import { isWordless } from '#utils/cms/learned/ours.ts';
import { backForm } from '#utils/cms/learned/rewrite.ts';
import { wordsMark } from '#utils/cms/learned/wordsMark.ts';
import type { PostRef } from '#utils/cms/types.ts';
import { isByHand, isOutdated } from '#utils/listings/byHand.ts';
import { mayStandOf } from '#utils/listings/mayStand.ts';
import { CARD_CHANGED, CARD_GONE, CARD_INTO_ARTICLE, CARD_STALE, taskFor } from '#utils/model/cardTask.ts';
import { wait } from '#utils/outbox/problems.ts';
import { LEARNED_WORDS } from './learnedWords.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/** The link back is ours to write: as `recipe` says, or, where it is null, by the adapter of the site. */
export interface ByDriver {
  recipe: Recipe | null;
}
const ADAPTER: ByDriver = { recipe: null };

/**
 * The link back of a site where a person writes it. What they wrote is left alone: the card's badge shows today's price
 * by itself. When the words of the card have changed, or the product is withdrawn, it is the person's turn, and the row
 * waits until they say that it is done, unless they have shown how that is saved. So does a product that is to be shown in
 * the article that it was started from. Answers `ByDriver` when an adapter has to write the link back, or a person has
 * shown how the site saves.
 */
export async function byHand(step: StepInput): Promise<PostRef | null | StepResult | ByDriver> {
  const { listing, row, deps } = step;
  const { post, input } = listing;
  const isWithdrawn = input.state === 'withdrawn';
  if (isByHand(post)) {
    const shown = (await driverOf(deps, input.siteUrl))?.recipe ?? null;
    if (isWithdrawn && post.state !== 'gone')
      return mayRewrite(shown) ? { recipe: shown } : { event: wait('by_hand', taskFor(CARD_GONE, listing)) };
    // The card is out; what an adapter may have left beside it is taken down by one.
    if (isWithdrawn && mayStandOf(listing) !== undefined) return (await driverOf(deps, input.siteUrl)) ?? ADAPTER;
    const mayChange = shown !== null && shown.change !== null;
    const mayReturn = mayChange || (shown !== null && backForm(shown) !== null);
    if (!isWithdrawn && post.state === 'gone')
      return mayReturn && post.wrote ? { recipe: shown } : { event: wait('by_hand') };
    // A check that was asked for again (`postRev` 0) is no change.
    const stale = isWithdrawn || listing.postRev === 0 ? null : await staleAs(step, post, shown);
    if (stale !== null) return mayChange ? { recipe: shown } : { event: wait('by_hand', taskFor(stale, listing)) };
    await deps.db.change(['listings'], (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...stored, postRev: row.rev, postAt: deps.clock().now })),
    );
    return post;
  }
  if (listing.inArticle && post === null && mayStandOf(listing) === undefined)
    return isWithdrawn ? null : { event: wait('by_hand', taskFor(CARD_INTO_ARTICLE, listing)) };
  const driver = await driverOf(deps, input.siteUrl);
  // A post of ours that may stand is looked for by who wrote it.
  if (isWithdrawn && mayStandOf(listing) !== undefined) return driver ?? ADAPTER;
  if (driver !== null && (!isWithdrawn || driver.recipe === null)) return driver;
  // Nothing of ours is known to stand there, so nothing has to come down.
  return isWithdrawn ? null : { event: wait('by_hand', row.detail) };
}

/** Whether a person has shown how an article that stands is saved again. */
export function mayRewrite(recipe: Recipe | null): recipe is Recipe {
  return recipe !== null && (recipe.change ?? recipe.takeDown?.form ?? null) !== null;
}

/**
 * What is to be said of an article that no longer says what the listing says; null while it does. One that Dodolan wrote,
 * and may write again, says the price too; one of only the address says nothing but the picture.
 */
async function staleAs(
  { listing, deps }: StepInput,
  { wrote, ...post }: PostRef,
  shown: Recipe | null,
): Promise<string | null> {
  if (wrote !== undefined && shown !== null && isWordless(shown.create)) {
    const { image } = await deps.toPost(listing, LEARNED_WORDS);
    return wrote.image === (image?.fileName ?? null) ? null : CARD_CHANGED;
  }
  const isPriced = (shown !== null && shown.change !== null) || wrote?.isPriced === true;
  if (wrote === undefined || !isPriced) return isOutdated(post, listing.input) ? CARD_CHANGED : null;
  const { html, image } = await deps.toPost(listing, LEARNED_WORDS);
  return wordsMark(html) === wrote.mark && wrote.image === (image?.fileName ?? null) ? null : CARD_STALE;
}

/** Who writes to a site: its adapter, or whoever follows what a person has shown; null where only a person does. */
async function driverOf({ db, recipe }: StepInput['deps'], siteUrl: string | null): Promise<ByDriver | null> {
  const site = await db.read(['sites'], (tx) => tx.get('sites', siteUrl ?? ''));
  if (site?.cms !== 'assist') return ADAPTER;
  const shown = await recipe(siteUrl ?? '');
  return shown && { recipe: shown };
}
