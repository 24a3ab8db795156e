import { AppError } from '#utils/appError.ts';
import { withImage, withoutPictures } from '#utils/cms/card.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { toPost } from '#utils/outbox/post.ts';
import { LEARNED_WORDS } from '#utils/outbox/steps/learnedWords.ts';
import { packPicture } from '#utils/photos/packed.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { needConnection } from '#utils/villages/villages.ts';
import { noteGiven } from './given.ts';

/**
 * Puts the lesson's article into the editor that is open in a tab, written as every later one will be: without a price,
 * which the badge shows, and without the picture where the form has a field of its own for it. Answers what goes into
 * the other fields. Throws `listing_unknown`.
 */
export async function giveArticle(
  { db, fetch }: { db: Db; fetch: Fetch },
  { listingId, title, link, deed = 'create' }: Lesson,
  tabId: number,
  hasPictureField: boolean,
): Promise<Output<'lesson/give'>> {
  const listing = await db.read(['listings'], (tx) => tx.get('listings', listingId));
  if (listing === undefined) throw new AppError('listing_unknown');
  const connection = await needConnection(db, listing.village);
  // What can be changed by itself from now on says all that the badge says.
  const words = deed === 'create' ? { pricedInWords: false } : LEARNED_WORDS;
  const { html, image, pictureUrl } = await toPost({ db, fetch, connection }, listing, words);
  const article = withImage(html, hasPictureField ? null : (pictureUrl ?? null));
  const { landed } = await insertInTab(tabId, {
    html: article,
    bare: withoutPictures(article),
    text: `${title}\n${link}`,
    link,
  });
  if (landed) await noteGiven(db, { html, image });
  return { title, isIn: landed, picture: image && (await packPicture(image)) };
}
