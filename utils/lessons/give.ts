import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Output } from '#utils/messages.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { toPost } from '#utils/outbox/post.ts';
import { LEARNED_WORDS } from '#utils/outbox/steps/learnedWords.ts';
import { packPicture } from '#utils/photos/packed.ts';
import { recipeOf } from '#utils/recipes/book.ts';
import { insertInTab } from '#utils/sites/editor.ts';
import { needConnection } from '#utils/villages/villages.ts';
import { lessonCard } from './card.ts';
import { noteGiven } from './given.ts';

/**
 * Puts the lesson's article into the editor that is open in a tab, written as every later one will be: without a price,
 * which the badge shows, and without the picture where the form has a field of its own for it. Answers what goes into
 * the other fields. Throws `listing_unknown`.
 */
export async function giveArticle(
  { db, fetch }: { db: Db; fetch: Fetch },
  { listingId, title, link, siteUrl, deed = 'create' }: Lesson,
  tabId: number,
  hasPictureField: boolean,
): Promise<Output<'lesson/give'>> {
  const listing = await db.read(['listings'], (tx) => tx.get('listings', listingId));
  if (listing === undefined) throw new AppError('listing_unknown');
  const connection = await needConnection(db, listing.village);
  // What can be changed by itself from now on says all that the badge says.
  const words = deed === 'create' ? { pricedInWords: false } : LEARNED_WORDS;
  const post = await toPost({ db, fetch, connection }, listing, words);
  const { image } = post;
  const mentions = (await recipeOf(db, siteUrl))?.mentions === true;
  const { landed } = await insertInTab(tabId, lessonCard({ ...post, title, link }, { hasPictureField, mentions }));
  if (landed) await noteGiven(db, post);
  return { title, isIn: landed, picture: image && (await packPicture(image)) };
}
