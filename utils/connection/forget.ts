import { newId } from '#contract/newId.ts';
import { AppError } from '#utils/appError.ts';
import { listingLink } from '#utils/cms/link.ts';
import { forgetConsignments } from '#utils/consignments/consignments.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import { forgetDefaults } from '#utils/drafts/defaults.ts';
import { forgetUsualGoods } from '#utils/drafts/usualGoods.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import { mayStandOf, stillStands } from '#utils/listings/mayStand.ts';
import { rekey } from '#utils/listings/rekey.ts';
import { toDraft } from '#utils/listings/toDraft.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing, StoredVillage } from '#utils/model/stored.ts';
import { leaveBehind } from '#utils/outbox/leftovers.ts';
import { releaseRecipes } from '#utils/recipes/book.ts';
import { forgetReplies } from '#utils/replies/replies.ts';
import { isConnected } from '#utils/villages/villages.ts';
import { leavePracticeArticle, withoutPractice } from './practice.ts';

export const FORGET_STORES = [
  'villages',
  'inquiries',
  'unread',
  'listings',
  'photos',
  'drafts',
  'makers',
  'outbox',
  'values',
] as const satisfies readonly StoreName[];

/**
 * Takes a village that is signed out off this device, with its inbox, its address book and what it owed. Its live listings, and what was
 * being typed into others, become drafts of new products, so that nothing typed is lost and nothing is published by
 * itself. Articles of withdrawn listings that still have to come down do so at the next visit to their site. This is the
 * way from a practice marketplace to the real one. Throws `village_connected`.
 */
export function forgetVillage(db: Db, key: VillageKey): Promise<void> {
  return db.change(FORGET_STORES, async (tx) => {
    const village = await tx.get('villages', key);
    if (village === undefined) return;
    if (isConnected(village)) throw new AppError('village_connected');
    await forgetRow(tx, village);
  });
}

/** The same for a row, connected or not. `tx` must hold `FORGET_STORES`. */
export async function forgetRow(tx: Tx, village: StoredVillage): Promise<void> {
  const { key } = village;
  await forgetListings(tx, village);
  await forgetInbox(tx, key);
  for (const maker of await tx.all('makers')) if (maker.village === key) await tx.delete('makers', maker.id);
  await forgetReplies(tx, key);
  await releaseRecipes(tx, key);
  await forgetUsualGoods(tx, key);
  await forgetConsignments(tx, key);
  await tx.delete('villages', key);
  await forgetDefaults(tx, key);
}

async function forgetListings(tx: Tx, { key, public: { marketplaceUrl, village } }: StoredVillage): Promise<void> {
  const isPractice = village.practice !== undefined;
  for (const listing of await tx.all('listings')) {
    if (listing.village !== key) continue;
    const typed = await tx.get('drafts', listing.id);
    await tx.delete('drafts', listing.id);
    // Of a withdrawn listing, only what was being typed is worth keeping.
    if (typed !== undefined || listing.input.state === 'live') {
      const whole = typed ?? (await toDraft(tx, listing));
      const draft = { ...(isPractice ? withoutPractice(whole) : whole), id: newId(), baseRev: 0, issues: [] };
      await tx.put('drafts', draft);
      // What practice has written comes down; it never becomes a real product's article.
      if (!isPractice) await rekey(tx, listing, marketplaceUrl, draft.id);
    }
    if (isPractice) await leavePracticeArticle(tx, village, marketplaceUrl, listing);
    else await leaveStanding(tx, listing, marketplaceUrl, listing.input.name);
    await tx.delete('listings', listing.id);
    await tx.delete('outbox', listing.id);
  }
}

/** The article of a withdrawn listing still has to come down, and so has one that may stand. */
async function leaveStanding(tx: Tx, listing: StoredListing, marketplaceUrl: string, title: string): Promise<void> {
  const { id, input, post } = listing;
  const mayStand = mayStandOf(listing);
  if (input.state !== 'withdrawn' || input.siteUrl === null || isByHand(post)) return;
  if (!stillStands({ post, mayStand })) return;
  const link = listing.former ?? listingLink({ marketplaceUrl }, listing);
  await leaveBehind(tx, id, { siteUrl: input.siteUrl, link, title, post, mayStand });
}

async function forgetInbox(tx: Tx, key: VillageKey): Promise<void> {
  const inquiries = (await tx.all('inquiries')).filter(({ village }) => village === key).map(({ id }) => id);
  for (const row of await tx.all('outbox')) {
    if (row.kind === 'message' && inquiries.includes(row.inquiryId)) await tx.delete('outbox', row.id);
  }
  for (const id of inquiries) {
    await tx.delete('inquiries', id);
    await tx.delete('unread', id);
  }
}
