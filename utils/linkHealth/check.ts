import { DAY, HOUR } from '#contract/time.ts';
import type { CheckedPost, KnownPost } from '#utils/cms/types.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import type { LinkHealthState, StoredListing } from '#utils/model/stored.ts';

/** Asks the site's CMS, through a signed-in tab, how these posts stand. Throws `CmsError` or `TabLostError`. */
export type AskSite = (posts: KnownPost[]) => Promise<CheckedPost[]>;

const STORES = ['listings', 'outbox', 'values'] as const;
const EMPTY: LinkHealthState = { nextLook: {}, found: {} };

/**
 * Checks this site's posts, once a day at most, and writes down what was deleted, unpublished or edited by hand, for
 * the person to decide. Nothing is changed on the site. Answers whether it has checked.
 */
export async function checkSite(db: Db, siteUrl: string, now: () => number, ask: AskSite): Promise<boolean> {
  const listings = await begin(db, siteUrl, now());
  if (listings.length === 0) return false;
  try {
    const checked = await ask(listings.map(({ shortUrl, post }) => ({ link: shortUrl, known: post })));
    await writeDown(db, listings, new Map(checked.map(({ link, health }) => [link, health])), now());
    return true;
  } catch {
    // The session ended, the tab is gone or the CMS is down: nothing was learnt, and a visit in an hour may do better.
    await change(db, (state) => ({ ...state, nextLook: { ...state.nextLook, [siteUrl]: now() + HOUR } }));
    return false;
  }
}

/** A listing whose post can be checked. */
type Linked = StoredListing & { shortUrl: string; post: NonNullable<StoredListing['post']> };

/** The listings to check, those not checked for longest first; none while the day is not over. */
function begin(db: Db, siteUrl: string, now: number): Promise<Linked[]> {
  return db.change(STORES, async (tx) => {
    const state = (await tx.value('upkeep')) ?? EMPTY;
    if (now < (state.nextLook[siteUrl] ?? 0)) return [];
    const owed = new Set(await tx.keys('outbox'));
    const due = (await tx.all('listings')).filter(
      (listing): listing is Linked =>
        listing.input.siteUrl === siteUrl &&
        isLinked(listing) &&
        !owed.has(listing.id) &&
        // Where a person put the card, only the marketplace can tell how it stands.
        !isByHand(listing.post),
    );
    if (due.length === 0) return [];
    await tx.setValue('upkeep', { ...state, nextLook: { ...state.nextLook, [siteUrl]: now + DAY } });
    const lookedAt = ({ id }: StoredListing) => state.found[id]?.at ?? 0;
    return due.sort((a, b) => lookedAt(a) - lookedAt(b));
  });
}

/** True for a listing whose post should stand on the site and is not being written right now. */
export function isLinked(listing: StoredListing): listing is Linked {
  const { input, post, shortUrl, linkbackSkipped, writing } = listing;
  const isLive = input.state === 'live' && !linkbackSkipped;
  // Where the address stands as mere words, no link can be looked for.
  return isLive && writing === null && shortUrl !== null && post !== null && post.state !== 'gone' && !post.mentioned;
}

function writeDown(
  db: Db,
  looked: Linked[],
  found: ReadonlyMap<string, CheckedPost['health']>,
  at: number,
): Promise<void> {
  return change(db, async (state, tx) => {
    const entries = { ...state.found };
    for (const { id, shortUrl, postAt } of looked) {
      const health = found.get(shortUrl);
      const current = await tx.get('listings', id);
      if (current === undefined) delete entries[id];
      // A post that was written again meanwhile is left out: the check says nothing of what stands there now.
      else if (health !== undefined && current.postAt === postAt && isLinked(current))
        entries[id] = { health, postAt, at };
    }
    return { ...state, found: entries };
  });
}

function change(
  db: Db,
  update: (state: LinkHealthState, tx: Tx) => LinkHealthState | Promise<LinkHealthState>,
): Promise<void> {
  return db.change(STORES, async (tx) => tx.setValue('upkeep', await update((await tx.value('upkeep')) ?? EMPTY, tx)));
}
