import type { Village } from '#contract';
import { listingLink } from '#utils/cms/link.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { titleOf } from '#utils/listing/title.ts';
import { mayStandOf, stillStands } from '#utils/listings/mayStand.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { leaveBehind } from '#utils/outbox/leftovers.ts';

/** What was typed for practice, as the beginning of something real: without the made-up number, and nobody has agreed yet. */
export function withoutPractice(draft: Draft): Draft {
  const { template: _, base: _base, ...kept } = draft;
  return { ...kept, form: { ...draft.form, producerPhone: '', consent: false } };
}

/** The article of a practice listing has to come down, whatever became of the listing. `tx` must hold `values`. */
export async function leavePracticeArticle(
  tx: Tx,
  village: Village,
  marketplaceUrl: string,
  listing: StoredListing,
): Promise<void> {
  const { id, input, post } = listing;
  const mayStand = mayStandOf(listing);
  if (input.siteUrl === null || !stillStands({ post, mayStand })) return;
  const link = listing.former ?? listingLink({ marketplaceUrl }, listing);
  const title = titleOf(village, input.name);
  await leaveBehind(tx, id, { siteUrl: input.siteUrl, link, title, post, mayStand, practice: true });
}

/**
 * The marketplace says that the room has ended: nothing is sent there any more, and what still stands on the village's site
 * is owed its taking down, of which the person is told.
 */
export function endPractice(db: Db, key: VillageKey, token: string): Promise<void> {
  return db.change(['villages', 'listings', 'outbox', 'values'], async (tx) => {
    const row = await tx.get('villages', key);
    if (row === undefined || row.token !== token || row.revoked) return;
    const { village, marketplaceUrl } = row.public;
    for (const listing of await tx.all('listings')) {
      if (listing.village !== key) continue;
      await leavePracticeArticle(tx, village, marketplaceUrl, listing);
      await tx.delete('outbox', listing.id);
    }
    await tx.put('villages', { ...row, revoked: true });
  });
}

/** An article of practice that still stands on a village site. */
export interface PracticeLeft {
  id: string;
  title: string;
  /** Its address, where it is known; else the site's. */
  url: string;
}

/** What is left of practice on village sites, as far as this device knows. */
export async function practiceLeft(db: Db): Promise<PracticeLeft[]> {
  const leftovers = (await db.read(['values'], (tx) => tx.value('leftovers'))) ?? {};
  return Object.entries(leftovers).flatMap(([id, { practice, title, post, siteUrl }]) =>
    practice ? [{ id, title, url: post?.url ?? siteUrl }] : [],
  );
}

/** The person has deleted it by hand. */
export function forgetPracticeLeft(db: Db, id: string): Promise<void> {
  return db.change(['values'], async (tx) => {
    const { [id]: found, ...others } = (await tx.value('leftovers')) ?? {};
    if (found?.practice) await tx.setValue('leftovers', others);
  });
}
