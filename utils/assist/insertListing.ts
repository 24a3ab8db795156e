import { photoUrl } from '#contract';
import { AppError } from '#utils/appError.ts';
import { insertedCard, withoutPictures } from '#utils/cms/card.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Inserted } from '#utils/model/views.ts';
import { toPost } from '#utils/outbox/post.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { articleTab } from '#utils/sites/activeTab.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { needConnection } from '#utils/villages/villages.ts';

/** Wide enough (px) for any article, small enough for a slow line. */
const PICTURE_WIDTH = 640;

/**
 * Puts a listing's card into the article that is being written: in the panel's own tab, else in the tab in front.
 * Throws `not_connected`, `listing_unknown`, and `listing_not_live` while the marketplace does not have the listing,
 * because the card's link would lead nowhere.
 */
export async function insertListing(
  { db, fetch }: { db: Db; fetch: Fetch },
  id: string,
  from: From,
): Promise<Inserted> {
  const listing = await db.read(['listings'], (tx) => tx.get('listings', id));
  if (listing === undefined) throw new AppError('listing_unknown');
  const connection = await needConnection(db, listing.village);
  const { input } = listing;
  if (listing.serverRev === 0 || input.state === 'withdrawn') throw new AppError('listing_not_live');

  const [hash] = input.photos;
  // Words that a person put in are not changed with the price; the badge beside them is.
  const post = await toPost({ db, fetch, connection }, listing, { pricedInWords: false, hasHeading: true });
  // The card shows the marketplace's picture, not this device's file: an editor may not upload what is pasted into it.
  const picture = hash === undefined ? null : photoUrl(connection.marketplaceUrl, hash, PICTURE_WIDTH, 'jpg');
  const html = insertedCard(post.html, post.link, picture, PICTURE_WIDTH);
  const bare = withoutPictures(html);
  const text = `${post.title}\n${post.link}`;
  const tab = await articleTab(db, from);
  // Where it will be pasted is not known, and every site shows words.
  if (tab === null) return { outcome: 'not_enabled', editor: null, html: bare, text, hasPictures: false };
  const { editor, landed, isBare = false } = await insertInTab(tab, { html, bare, text, link: post.link });
  const outcome = landed ? 'inserted' : editor === null ? 'no_editor' : 'copy';
  return { outcome, editor, html: isBare ? bare : html, text, hasPictures: !isBare };
}
