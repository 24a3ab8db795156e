import type { Recipe } from '#contract';
import type { PostRef } from '#utils/cms/types.ts';
import { isByHand, isOutdated } from '#utils/listings/byHand.ts';
import { mayStandOf } from '#utils/listings/mayStand.ts';
import { CARD_CHANGED, CARD_GONE, CARD_INTO_ARTICLE } from '#utils/model/cardTask.ts';
import { wait } from '#utils/outbox/problems.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/** The link back is ours to write: as `recipe` says, or, where it is null, by the adapter of the site. */
export interface ByDriver {
  recipe: Recipe | null;
}
const ADAPTER: ByDriver = { recipe: null };

/**
 * The link back of a site where a person writes it. What they wrote is left alone: the card's badge shows today's price
 * by itself. When the words of the card have changed, or the product is withdrawn, it is the person's turn, and the row
 * waits until they say that it is done. So does a product that is to be shown in the article that it was started from.
 * Answers `ByDriver` when an adapter has to write the link back, or a person has shown how the site saves.
 */
export async function byHand({ listing, row, deps }: StepInput): Promise<PostRef | null | StepResult | ByDriver> {
  const { post, input } = listing;
  const isWithdrawn = input.state === 'withdrawn';
  if (isByHand(post)) {
    if (isWithdrawn && post.state !== 'gone') return { event: wait('by_hand', CARD_GONE) };
    // The card is out; what an adapter may have left beside it is taken down by one.
    if (isWithdrawn && mayStandOf(listing) !== undefined) return (await driverOf(deps, input.siteUrl)) ?? ADAPTER;
    if (!isWithdrawn && post.state === 'gone') return { event: wait('by_hand') };
    // A check that was asked for again (`postRev` 0) is no change.
    if (!isWithdrawn && listing.postRev !== 0 && isOutdated(post, input))
      return { event: wait('by_hand', CARD_CHANGED) };
    await deps.db.change(['listings'], (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...stored, postRev: row.rev, postAt: deps.clock().now })),
    );
    return post;
  }
  if (listing.inArticle && post === null && mayStandOf(listing) === undefined)
    return isWithdrawn ? null : { event: wait('by_hand', CARD_INTO_ARTICLE) };
  const driver = await driverOf(deps, input.siteUrl);
  // A post of ours that may stand is looked for by who wrote it.
  if (isWithdrawn && mayStandOf(listing) !== undefined) return driver ?? ADAPTER;
  if (driver !== null && (!isWithdrawn || driver.recipe === null)) return driver;
  // Nothing of ours is known to stand there, so nothing has to come down.
  return isWithdrawn ? null : { event: wait('by_hand', row.detail) };
}

/** Who writes to a site: its adapter, or whoever follows what a person has shown; null where only a person does. */
async function driverOf({ db, recipe }: StepInput['deps'], siteUrl: string | null): Promise<ByDriver | null> {
  const site = await db.read(['sites'], (tx) => tx.get('sites', siteUrl ?? ''));
  if (site?.cms !== 'assist') return ADAPTER;
  const shown = await recipe(siteUrl ?? '');
  return shown && { recipe: shown };
}
