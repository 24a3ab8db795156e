import type { Tx } from '../db/db.ts';
import type { StoreName } from '../db/schema.ts';
import { toDraft } from '../drafts/fromListing.ts';
import { newId } from '../ids.ts';
import type { Connection } from '../model/site.ts';

export const MOVE_STORES = [
  'values',
  'inquiries',
  'unread',
  'listings',
  'photos',
  'drafts',
  'outbox',
] as const satisfies readonly StoreName[];

export function isOther(before: Connection, now: Connection): boolean {
  return before.marketplaceUrl !== now.marketplaceUrl || before.village.id !== now.village.id;
}

/**
 * From a practice marketplace to the real one, or to another village: the inbox belongs to the old place, and so do the
 * listings. They become drafts of new products, so that nothing typed is lost and nothing is published by itself.
 */
export async function moveOut(tx: Tx): Promise<void> {
  for (const listing of await tx.all('listings')) {
    const draft = (await tx.get('drafts', listing.id)) ?? (await toDraft(tx, listing));
    await tx.delete('drafts', listing.id);
    if (listing.input.state === 'live') await tx.put('drafts', { ...draft, id: newId(), baseRev: 0, issues: [] });
  }
  for (const store of ['listings', 'outbox', 'inquiries', 'unread'] as const) {
    for (const key of await tx.keys(store)) await tx.delete(store, key);
  }
  await tx.setValue('inbox', null);
}
