import type { Db } from '#utils/db/db.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import { CARD_CHANGED, CARD_GONE } from '#utils/model/cardTask.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import type { LessonDeed } from '#utils/model/lessonDeeds.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { recipeOf } from '#utils/recipes/book.ts';

/**
 * What a person may still show with a listing whose article they have to change, or to take down, by hand: only on a site
 * where a new article was shown, and only what was not.
 */
export async function offerOf(db: Db, id: string): Promise<LessonDeed | null> {
  const { row, listing, site } = await db.read(['outbox', 'listings', 'sites'], async (tx) => {
    const listing = await tx.get('listings', id);
    const site = await tx.get('sites', listing?.input.siteUrl ?? '');
    return { row: await tx.get('outbox', id), listing, site };
  });
  if (row?.kind !== 'listing' || row.reason !== 'by_hand' || site?.cms !== 'assist') return null;
  if (!isByHand(listing?.post ?? null)) return null;
  const recipe = await recipeOf(db, site.url);
  // How a driven page changes an article is not learned.
  if (recipe?.create.way === 'driven') return null;
  if (row.detail === CARD_CHANGED && recipe?.change === null) return 'change';
  return row.detail === CARD_GONE && recipe !== null && recipe.takeDown === null ? 'takeDown' : null;
}

/** What is to be shown of a listing whose article stands already. */
export function aboutStanding({ post, input }: StoredListing): Pick<Lesson, 'deed' | 'article'> {
  if (!isByHand(post) || post.state === 'gone') return {};
  const deed = input.state === 'withdrawn' ? 'takeDown' : 'change';
  return { deed, article: { url: post.url, title: post.wrote?.title ?? null } };
}
