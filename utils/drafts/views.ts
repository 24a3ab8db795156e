import { UNITS, type Unit } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { phoneIssues } from '#contract/phonesInText.ts';
import { readPrice } from '#contract/price.ts';
import { isLinkStripped } from '#utils/cms/link.ts';
import type { Db } from '#utils/db/db.ts';
import { isBlank } from '#utils/listing/blank.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import { checksOf } from '#utils/listings/checked.ts';
import { isKeptOut } from '#utils/listings/keptOut.ts';
import type { PostRef } from '#utils/model/cms.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { ListingView } from '#utils/model/views.ts';
import { OWNERSHIP_STORES, siteOwner } from '#utils/villages/ownership.ts';
import { isConnected } from '#utils/villages/villages.ts';

/** This device's listings and its drafts of new products, the last changed first. Blank drafts are left out. */
export function listViews(db: Db): Promise<ListingView[]> {
  return db.read(['listings', 'drafts', 'outbox', 'thumbnails', ...OWNERSHIP_STORES], async (tx) => {
    const villages = await tx.all('villages');
    const connected = new Set(villages.filter(isConnected).map(({ key }) => key));
    const carried = (await tx.value('carried')) ?? {};
    const choices = (await tx.value('choices')) ?? {};
    const rows = new Map((await tx.all('outbox')).map((row) => [row.id, row]));
    const thumbnails = new Map((await tx.all('thumbnails')).map(({ hash, dataUrl }) => [hash, dataUrl]));
    const listings = await tx.all('listings');
    const known = new Set(listings.map(({ id }) => id));
    const drafts = (await tx.all('drafts')).filter((draft) => !known.has(draft.id) && !isBlank(draft));
    const picture = (hash: string | undefined) => (hash === undefined ? null : (thumbnails.get(hash) ?? null));
    return [
      ...listings.map((listing) => ({
        ...ofListing(listing, rows.get(listing.id) ?? null),
        ...checksOf(listing, rows.get(listing.id), connected),
        thumbnail: picture(listing.input.photos[0]),
      })),
      ...drafts.map((draft) => ({
        ...ofDraft(draft, siteOwner(villages, choices, draft.siteUrl).key),
        postUrl: standingUrl(carried[draft.id]?.post ?? null),
        thumbnail: picture(draft.photos[0]?.hash),
      })),
    ].sort((a, b) => b.updatedAt - a.updatedAt);
  });
}

function ofListing(listing: StoredListing, row: OutboxRow | null): Omit<ListingView, 'thumbnail'> {
  const { id, village, input, url, post, updatedAt } = listing;
  return {
    id,
    village,
    ...(input.siteUrl !== null && { siteUrl: input.siteUrl }),
    name: input.name,
    price: input.price,
    unit: input.unit,
    unitWord: input.unitWord ?? null,
    availability: input.availability,
    stock: input.stock,
    state: stateOf(listing, row),
    ...(listing.hidden !== null && { hidden: listing.hidden }),
    row,
    url,
    postUrl: standingUrl(post),
    postPending: post?.state === 'pending' || post?.state === 'draft',
    postKept: post?.kept === true,
    ...(post !== null && post.state !== 'gone' && post.pictureMissing && { pictureMissing: post.pictureMissing }),
    postCurrent: post !== null && post.state !== 'gone' && listing.postRev === input.rev,
    byHand: isByHand(post),
    ...(listing.inProduct && { inProduct: true }),
    keptOut: isKeptOut(listing),
    reports: listing.reports,
    permits: input.permits,
    holdsPhone: phoneIssues(input).length > 0,
    ...(listing.views && { views: listing.views }),
    updatedAt,
  };
}

function standingUrl(post: PostRef | null): string | null {
  return post === null || post.state === 'gone' ? null : post.url;
}

/** One word for the whole state; the row beside it tells what is still owed. */
function stateOf(listing: StoredListing, row: OutboxRow | null): ListingView['state'] {
  const { input, serverRev, verification, post } = listing;
  if (row?.reason === 'rejected') return 'rejected';
  if (input.state === 'withdrawn') return 'withdrawn';
  if (serverRev === 0) return 'waiting';
  // Buyers see nothing of it, whatever else is true.
  if (listing.hidden !== null) return 'hidden';
  if (isSoldOut(input)) return 'sold_out';
  // The row says that the link was not found, or not written: no other word may say that it is there.
  if (row?.reason === 'proof_failed' || (row?.reason === 'refused' && isLinkStripped(row.detail))) return 'live';
  if (post?.mentioned === true && post.state === 'published') return 'mentioned';
  if (verification?.state === 'verified') return 'verified';
  return post?.state === 'published' && (verification?.state !== 'broken' || isKeptOut(listing)) ? 'linked' : 'live';
}

function ofDraft({ id, form, updatedAt }: Draft, village: VillageKey | null): Omit<ListingView, 'thumbnail'> {
  const price = readPrice(form.price);
  return {
    id,
    village,
    name: form.name,
    price: price.kind === 'price' ? price.rupiah : 0,
    unit: UNITS.find((unit): unit is Unit => unit === form.unit) ?? null,
    unitWord: form.unitWord ?? null,
    availability: 'ada',
    stock: null,
    state: 'draft',
    row: null,
    url: null,
    postUrl: null,
    postPending: false,
    updatedAt,
  };
}
