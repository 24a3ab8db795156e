import { CHECKS_MAX, type Id, type Listing } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { ASK_AFTER_DAYS, daysBetween } from '#contract/stale.ts';
import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { isConnected } from '#utils/villages/villages.ts';
import { isUnsaid } from './agreed.ts';

type Checked = Pick<StoredListing, 'checkedAt' | 'checkOwed'>;

/**
 * When (ms) the village last said that it has the product as it stands there, and whether that is owed. Nothing is to be
 * asked of what is not on sale, what an operator hid, what the marketplace has still to hear anew, and what is of a village
 * that is not connected: nobody could be told the answer.
 */
export function checksOf(
  { village, input, serverRev, hidden, checkedAt = 0, checkOwed, updatedAt }: StoredListing,
  row: OutboxRow | undefined,
  connected: ReadonlySet<VillageKey>,
): Checked {
  if (village === null || !connected.has(village)) return {};
  const isOffered = input.state === 'live' && serverRev > 0 && hidden === null && !isSoldOut(input);
  return { checkOwed, checkedAt: isOffered && !isUnsaid(row) ? Math.max(checkedAt, updatedAt) : undefined };
}

/** Whether there is a product that nobody has touched for so long that the village is asked about it. */
export function hasUnchecked(db: Db, now: number): Promise<boolean> {
  return db.read(['listings', 'outbox', 'villages'], async (tx) => {
    const connected = new Set((await tx.all('villages')).filter(isConnected).map(({ key }) => key));
    const rows = new Map((await tx.all('outbox')).map((row) => [row.id, row]));
    return (await tx.all('listings')).some((listing) => {
      const { checkedAt } = checksOf(listing, rows.get(listing.id), connected);
      return checkedAt !== undefined && daysBetween(checkedAt, now) >= ASK_AFTER_DAYS;
    });
  });
}

/** What is known of it after the marketplace has told when it was checked. */
export function checkedWith({ checkedAt = 0 }: Checked, answer: Pick<Listing, 'checkedAt'>): Checked {
  if (answer.checkedAt === undefined) return {};
  const theirs = Date.parse(answer.checkedAt);
  return { checkedAt: Math.max(checkedAt, theirs), checkOwed: checkedAt > theirs };
}

/** Says that the village still has these products; the marketplace has that to hear from this moment on. */
export function sayStillThere(db: Db, ids: readonly Id[], now: number): Promise<void> {
  return db.change(['listings'], async (tx) => {
    for (const id of ids) {
      const listing = await tx.get('listings', id);
      if (listing?.village) await tx.put('listings', { ...listing, checkedAt: now, checkOwed: true });
    }
  });
}

/** Tells the marketplace which products the village still has; true when there was something. Throws as `call` does. */
export async function sayChecks(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  const listings = await db.read(['listings'], (tx) => tx.all('listings'));
  const owed = listings.flatMap(({ id, village, checkOwed, checkedAt }) =>
    checkOwed && checkedAt !== undefined && village === key ? [{ id, at: checkedAt }] : [],
  );
  for (let from = 0; from < owed.length; from += CHECKS_MAX)
    await sayPart(db, marketplace, owed.slice(from, from + CHECKS_MAX));
  return owed.length > 0;
}

async function sayPart(db: Db, marketplace: Marketplace, part: { id: Id; at: number }[]): Promise<void> {
  const checks = part.map(({ id, at }) => ({ id, at: new Date(at).toISOString() }));
  const heard = new Map((await answerTo(marketplace, checks)).map(({ id, checkedAt }) => [id, Date.parse(checkedAt)]));
  await db.change(['listings'], async (tx) => {
    for (const { id, at } of part) {
      const listing = await tx.get('listings', id);
      // It was said once more while this was on its way.
      if (listing === undefined || listing.checkedAt !== at) continue;
      await tx.put('listings', { ...listing, checkedAt: heard.get(id) ?? at, checkOwed: false });
    }
  });
}

/**
 * A marketplace of an older version keeps no checks, and one that refuses them (a clock that was never set) would do so
 * again: neither is asked once more, and a newer answer of the listing tells what is still owed.
 */
async function answerTo(marketplace: Marketplace, checks: { id: Id; at: string }[]) {
  try {
    return (await marketplace.checkListings({ checks })).listings;
  } catch (error) {
    const isOlder = error instanceof AppError && error.code === 'not_found';
    const isRefused = error instanceof ProblemAnswerError && error.problem.code === 'invalid';
    if (isOlder || isRefused) return [];
    throw error;
  }
}
