import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import { isKeptOut } from '#utils/listings/keptOut.ts';
import type { LinkHealth } from '#utils/model/health.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import type { LinkHealthState, StoredListing } from '#utils/model/stored.ts';
import { updateListing } from '#utils/outbox/steps/types.ts';
import { apply, OUTBOX_STORES, requeue } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { isLinked } from './check.ts';

/** What is wrong comes first, in this order. */
const WORST_FIRST: LinkHealth['health'][] = ['deleted', 'unpublished', 'edited', 'broken', 'ok'];

/** How each live listing's post stands; those that are being written right now are left out. */
export function listHealth(db: Db): Promise<LinkHealth[]> {
  return db.read(['listings', 'outbox', 'values'], async (tx) => {
    const upkeep = await tx.value('upkeep');
    const rows = new Map((await tx.all('outbox')).map((row) => [row.id, row]));
    return (await tx.all('listings'))
      .flatMap((listing) => healthOf(listing, rows.get(listing.id), upkeep))
      .sort((a, b) => WORST_FIRST.indexOf(a.health) - WORST_FIRST.indexOf(b.health) || a.name.localeCompare(b.name));
  });
}

function healthOf(
  listing: StoredListing,
  row: OutboxRow | undefined,
  upkeep: LinkHealthState | undefined,
): LinkHealth[] {
  if (!isLinked(listing) || listing.input.siteUrl === null) return [];
  const found = upkeep?.found[listing.id];
  // What was found before the post was last written no longer counts: that write has dealt with it.
  const fresh = found?.postAt === listing.postAt ? found : undefined;
  const health = healthNow(listing, row, fresh?.health ?? 'ok');
  if (health === null) return [];
  const { id, input, post } = listing;
  const about = { id, name: input.name, siteUrl: input.siteUrl ?? '', postUrl: post.url };
  const reason = row?.reason === 'proof_failed' ? row.detail : (listing.verification?.reason ?? null);
  return [{ ...about, health, ...(health === 'broken' && { reason }), checkedAt: fresh?.at ?? null }];
}

/** How the post stands now; null while an owed row goes on by itself, because what stands there is about to change. */
function healthNow(
  listing: StoredListing,
  row: OutboxRow | undefined,
  found: LinkHealth['health'],
): LinkHealth['health'] | null {
  if (row !== undefined) {
    if (row.reason === 'edited_by_hand') return 'edited';
    return row.reason === 'proof_failed' ? 'broken' : null;
  }
  return found === 'ok' && listing.verification?.state === 'broken' && !isKeptOut(listing) ? 'broken' : found;
}

/**
 * Writes a post again after the person has seen its health: the post is owed again, over an edit too. When only the
 * marketplace does not find the link, the post is written without overwriting an edit, which makes the marketplace
 * check again. Throws `listing_unknown`.
 */
export async function rewrite(db: Db, id: string, clock: Clock): Promise<void> {
  const health = (await listHealth(db)).find((one) => one.id === id)?.health;
  await db.change(OUTBOX_STORES, async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing === undefined) throw new AppError('listing_unknown');
    const overwriteEdits = health === 'edited' || health === 'deleted' || health === 'unpublished';
    const row = await tx.get('outbox', id);
    if (row === undefined) return requeue(tx, { ...listing, overwriteEdits }, clock);
    if (overwriteEdits) await updateListing(tx, id, (stored) => ({ ...stored, overwriteEdits }));
    await apply(tx, row, { type: 'retry' }, clock);
  });
}
