import { siteOf } from '#contract';
import { countHrefs } from '#utils/cms/editor/count.ts';
import { listingLink } from '#utils/cms/link.ts';
import type { Db } from '#utils/db/db.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Connection } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { connectedVillage } from '#utils/villages/villages.ts';
import { recordPost } from './record.ts';

/** How long (ms) the page may take to answer somebody who is not signed in. */
const PATIENCE = 15_000;

/**
 * Looks through the links that a page of an enabled site holds. Where one of them is awaited on this page, and
 * everybody can see it, the page is the link back. Answers the ids of the listings that were settled by it.
 */
export async function noticeLinks(
  { db, fetch, clock }: { db: Db; fetch: Fetch; clock(): Clock },
  links: readonly string[],
  address: string,
): Promise<string[]> {
  const page = URL.parse(address);
  if (page === null) return [];
  const here = (await awaitedCards(db)).filter(
    (card) => links.includes(card.link) && isOwn(page, card.listing, card.connection),
  );
  const settled: string[] = [];
  for (const { listing, link } of here) {
    if (!(await isPublic(fetch, address, link))) continue;
    await recordPost(db, listing.id, address, clock());
    settled.push(listing.id);
  }
  return settled;
}

/** A listing whose card a person is to put on the village's site. */
export interface AwaitedCard {
  listing: StoredListing;
  connection: Connection;
  link: string;
}

/** Every card that is awaited, and not one that is there already and has to be changed or taken out. */
export function awaitedCards(db: Db): Promise<AwaitedCard[]> {
  return db.read(['outbox', 'listings', 'villages'], async (tx) => {
    const rows = (await tx.all('outbox')).filter(({ reason }) => reason === 'by_hand');
    const found = rows.map(async ({ id }) => {
      const listing = await tx.get('listings', id);
      const village = await connectedVillage(tx, listing?.village ?? null);
      // That a page holds a card which is there already says nothing.
      const isAwaited = listing?.input.state === 'live' && (!isByHand(listing.post) || listing.post.state === 'gone');
      if (listing === undefined || village === undefined || !isAwaited) return [];
      const connection = village.public;
      return [{ listing, connection, link: listingLink(connection, listing) }];
    });
    return (await Promise.all(found)).flat();
  });
}

/** True for a page in the listing's own site or in another site of the village. A folder beside it is a neighbour's. */
export function isOwn(page: URL, { input }: StoredListing, { village }: Connection): boolean {
  return siteOf(page, [...(input.siteUrl === null ? [] : [input.siteUrl]), ...village.sites]) !== null;
}

/**
 * True when everybody can see the link. The page is asked for without the admin's cookies, because a preview or a draft
 * shows the card only to somebody who is signed in.
 */
async function isPublic(fetch: Fetch, address: string, link: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(address, { credentials: 'omit', cache: 'no-store', signal });
    return response.ok && countHrefs(await response.text(), link) > 0;
  } catch {
    return false;
  }
}
