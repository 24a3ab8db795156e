import { hasUnheard, type Listing, photoUrl, saidOver } from '#contract';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { drawThumbnail } from '#utils/photos/thumbnail.ts';
import { isUnsaid } from './agreed.ts';
import { checkedWith } from './checked.ts';
import { isSameListing } from './equality.ts';

/** A listing that this device has said nothing of yet. */
export function blankListing(
  id: string,
  input: Listing['input'],
  now: number,
  village: VillageKey | null = null,
): StoredListing {
  return {
    id,
    village,
    input,
    serverRev: 0,
    url: null,
    shortUrl: null,
    verification: null,
    hidden: null,
    post: null,
    postRev: 0,
    postAt: 0,
    writing: null,
    overwriteEdits: false,
    linkbackSkipped: false,
    updatedAt: now,
  };
}

/** The listing with what the marketplace says of it; what this device says of it stays. */
export function withAnswer(listing: StoredListing, answer: Listing): StoredListing {
  return {
    ...listing,
    serverRev: Math.max(listing.serverRev, answer.input.rev),
    // An answer to an older revision says nothing of what was added since.
    ...(answer.input.rev >= listing.input.rev && { unheard: hasUnheard(listing.input, answer.input) }),
    url: answer.url,
    shortUrl: answer.shortUrl,
    verification: answer.verification,
    hidden: answer.hidden,
    ...(answer.views && { views: answer.views }),
    // The answer to what was just sent does not speak of reports.
    ...(answer.reports !== undefined && { reports: answer.reports }),
    ...checkedWith(listing, answer),
  };
}

/** Whether the marketplace holds another device's words in the place of those that it has still to hear from here. */
function isAnothers({ input }: StoredListing, answer: Listing): boolean {
  return answer.input.rev >= input.rev && !isSameListing(answer.input, input);
}

/** What is owed after the words were heard is owed for the newest ones. A withdrawn listing owes no proof. */
async function follow(tx: Tx, row: OutboxListing, { input }: Listing): Promise<void> {
  const owed = input.state === 'withdrawn' ? row.owed.filter((step) => step !== 'proof') : row.owed;
  if (owed.length === 0) await tx.delete('outbox', row.id);
  else await tx.put('outbox', { ...row, owed, rev: input.rev });
}

/**
 * Brings this device in step with what other devices and operators did. A listing whose words the marketplace has still to
 * hear keeps them, and the other device's beside them: the outbox or the person settles it. The article of what was
 * withdrawn elsewhere is owed its taking down; then the answer is true.
 */
export async function syncListings(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  const answers = await marketplace.listings();
  let isOwed = false;
  await db.change(['villages', 'listings', 'outbox'], async (tx) => {
    // The village was forgotten while it was asked, and nobody could remove rows of a village that is gone.
    if ((await tx.get('villages', key)) === undefined) return;
    for (const answer of answers) {
      const known = await tx.get('listings', answer.id);
      // No marketplace may speak of another village's listings.
      if (known !== undefined && known.village !== null && known.village !== key) continue;
      const blank = blankListing(answer.id, answer.input, Date.parse(answer.updatedAt), key);
      const row = await tx.get('outbox', answer.id);
      const listing = withAnswer({ ...(known ?? blank), village: key }, answer);
      // The same revision may tell of a member that this device could not read when it saw it first.
      const isTold = known !== undefined && answer.input.rev >= known.input.rev && !isUnsaid(row);
      const isNewer = isTold && answer.input.rev > known.input.rev;
      await tx.put('listings', {
        ...listing,
        ...(isTold && { input: saidOver(known.input, answer.input) }),
        ...(isNewer && { updatedAt: Date.parse(answer.updatedAt) }),
        ...(known !== undefined && isUnsaid(row) && isAnothers(known, answer) && { theirs: answer.input }),
      });
      if (isNewer && row?.kind === 'listing') await follow(tx, row, answer);
      if (isNewer && row === undefined && owesTakingDown(listing, answer)) {
        await tx.put('outbox', takingDown(answer));
        isOwed = true;
      }
    }
  });
  return isOwed;
}

/** True for a product that was withdrawn elsewhere while an article of this device's making stands for it. */
function owesTakingDown({ post, input }: StoredListing, answer: Listing): boolean {
  const stands = post !== null && post.state !== 'gone';
  return answer.input.state === 'withdrawn' && stands && input.siteUrl !== null;
}

function takingDown({ id, input, updatedAt }: Listing): OutboxListing {
  const at = Date.parse(updatedAt);
  const all = input.photos.length;
  const never = { attempts: 0, reason: null, detail: null, photosDone: 0, photosAll: all };
  return { kind: 'listing', id, rev: input.rev, owed: ['linkback'], nextAt: at, createdAt: at, ...never };
}

/**
 * Fetches little pictures for a village's listings whose photos are on another device; true when there are new ones.
 * What fails is tried at the next sync.
 */
export async function syncThumbnails(db: Db, fetch: Fetch, marketplaceUrl: string, key: VillageKey): Promise<boolean> {
  let isNew = false;
  const missing = await db.read(['listings', 'thumbnails'], async (tx) => {
    const known = new Set(await tx.keys('thumbnails'));
    const own = (await tx.all('listings')).filter(({ village }) => village === key);
    const firsts = own.flatMap((listing) => listing.input.photos.slice(0, 1));
    return firsts.filter((hash) => !known.has(hash));
  });
  for (const hash of missing) {
    const photo = await fetchPhoto(fetch, marketplaceUrl, hash, 320);
    const dataUrl = photo && (await drawThumbnail(photo.bytes, photo.type));
    if (!dataUrl) continue;
    await db.change(['thumbnails'], (tx) => tx.put('thumbnails', { hash, dataUrl }));
    isNew = true;
  }
  return isNew;
}

/** One published size of a photo; null when it cannot be had now. */
export async function fetchPhoto(
  fetch: Fetch,
  marketplaceUrl: string,
  hash: string,
  width: 320 | 640 | 1280,
): Promise<{ type: string; bytes: ArrayBuffer } | null> {
  try {
    const response = await fetch(photoUrl(marketplaceUrl, hash, width, 'jpg'), { signal: AbortSignal.timeout(20_000) });
    if (!response.ok) return null;
    return { type: 'image/jpeg', bytes: await response.arrayBuffer() };
  } catch {
    return null;
  }
}
