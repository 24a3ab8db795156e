import { DAY, HOUR } from '#contract/time.ts';
import type { CheckedPost, KnownPost } from '#utils/cms/types.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import type { LinkHealthState, StoredListing } from '#utils/model/stored.ts';

/** Asks the site's CMS, through a signed-in tab. Throws `CmsError` or `TabLostError`. */
export type AskSite = (posts: KnownPost[]) => Promise<CheckedPost[]>;

const STORES = ['listings', 'outbox', 'values'] as const;
const EMPTY: LinkHealthState = { nextLook: {}, found: {} };

/**
 * Looks at this site's posts, once a day at most: what was deleted, unpublished or edited by hand is written down for the
 * person to decide. Nothing is changed on the site. Answers whether it has looked.
 */
export async function checkSite(db: Db, siteUrl: string, now: () => number, ask: AskSite): Promise<boolean> {
  const listings = await begin(db, siteUrl, now());
  if (listings.length === 0) return false;
  try {
    const checked = await ask(listings.map(({ shortUrl, post }) => ({ link: shortUrl, known: post })));
    await writeDown(db, listings, new Map(checked.map(({ link, health }) => [link, health])), now());
    return true;
  } catch {
    // Signed out, the tab gone, a CMS that is down: nothing was learnt, and the next visit may do better.
    await change(db, (state) => ({ ...state, nextLook: { ...state.nextLook, [siteUrl]: now() + HOUR } }));
    return false;
  }
}

/** A listing whose post can be looked at. */
type Linked = StoredListing & { shortUrl: string; post: NonNullable<StoredListing['post']> };

/** What to look at, those not looked at for longest first; none when the day is not over. */
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
        // Where a person put the card, the marketplace alone can tell how it stands.
        !isByHand(listing.post),
    );
    if (due.length === 0) return [];
    await tx.setValue('upkeep', { ...state, nextLook: { ...state.nextLook, [siteUrl]: now + DAY } });
    const lookedAt = ({ id }: StoredListing) => state.found[id]?.at ?? 0;
    return due.sort((a, b) => lookedAt(a) - lookedAt(b));
  });
}

/** Has a post that should be standing on the site, and is not being written right now. */
export function isLinked(listing: StoredListing): listing is Linked {
  const { input, post, shortUrl, linkbackSkipped, writing } = listing;
  const isLive = input.state === 'live' && !linkbackSkipped;
  return isLive && writing === null && shortUrl !== null && post !== null && post.state !== 'gone';
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
      // Written again while it was looked at: what was seen says nothing of what stands there now.
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
