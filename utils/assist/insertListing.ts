import { photoUrl } from '#contract';
import { AppError } from '#utils/appError.ts';
import { cardAsText, insertedCard, withoutPictures } from '#utils/cms/card.ts';
import { safe } from '#utils/cms/learned/safeWords.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Inserted } from '#utils/model/views.ts';
import { toPost } from '#utils/outbox/post.ts';
import { packPicture } from '#utils/photos/packed.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { articleTab } from '#utils/sites/activeTab.ts';
import { askAssist } from '#utils/sites/assistHelper.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';
import { needConnection } from '#utils/villages/villages.ts';
import { keepHanded } from './handed.ts';

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
  // The card shows the marketplace's picture, not this device's file: an editor may not upload what is pasted into it.
  const picture = hash === undefined ? null : photoUrl(connection.marketplaceUrl, hash, PICTURE_WIDTH, 'jpg');
  const tab = await articleTab(db, from);
  const helped = tab === null ? NOT_HELPED : await helpIn(tab);
  // Words that a person put in are not changed with the price; the badge beside them is.
  const post = await toPost({ db, fetch, connection }, listing, { pricedInWords: false, hasHeading: !helped.isNew });
  const html = insertedCard(post.html, post.link, helped.hasPictureField ? null : picture, PICTURE_WIDTH);
  const bare = withoutPictures(html);
  const text = `${post.title}\n${post.link}`;
  // Where it will be pasted is not known, and every site shows words.
  if (tab === null) return { outcome: 'not_enabled', editor: null, html: bare, text, hasPictures: false };
  const words = helped.words && { text: safe(cardAsText(post.html, post.link)), in: helped.words };
  const card = { html, bare, text, link: post.link, words: words ?? undefined };
  const { editor, landed, isBare = false, isWords = false } = await insertInTab(tab, card);
  const gave = landed && helped.isHelped ? await giveRest(tab, post, helped) : null;
  if (landed && helped.isHelped) await keepHanded(db, id, { state: 'form', tabId: tab, looks: 0, lookedAt: 0 });
  const outcome = landed ? 'inserted' : editor === null ? 'no_editor' : 'copy';
  const hasPictures = !isBare && !isWords;
  return { outcome, editor, html: isBare ? bare : html, text, hasPictures, isWords, ...(gave !== null && { gave }) };
}

/** How a page of a site that no adapter knows takes the card. */
interface Help {
  isHelped: boolean;
  /** An empty form for a new article: it gets title and picture too. */
  isNew: boolean;
  hasPictureField: boolean;
  /** Where the card has to go in as plain text; null for nowhere. */
  words: 'all' | 'fields' | null;
}

const NOT_HELPED: Help = { isHelped: false, isNew: false, hasPictureField: false, words: null };

async function helpIn(tab: number): Promise<Help> {
  const page = await cmsPageOf(tab);
  if (page?.cms !== 'assist') return NOT_HELPED;
  const form = await askAssist(tab, { name: 'form' });
  const shown = (await askAssist(tab, { name: 'shown', siteUrl: page.siteUrl })) ?? 'unknown';
  const isNew = form?.isNew === true;
  return {
    isHelped: true,
    isNew,
    hasPictureField: isNew && form.hasPictureField,
    words: shown === 'html' ? null : shown === 'plain' ? 'all' : 'fields',
  };
}

/** Hands over what the form of a new article has fields of its own for. */
async function giveRest(
  tab: number,
  { listingId, title, image, pictureUrl }: Awaited<ReturnType<typeof toPost>>,
  { hasPictureField }: Help,
): Promise<{ title: boolean; picture: boolean } | null> {
  const picture = image !== null && hasPictureField && { picture: await packPicture(image) };
  const rest = { ...picture, ...(pictureUrl !== undefined && { pictureUrl }) };
  return askAssist(tab, { name: 'give', id: listingId, title: safe(title), ...rest });
}
