import type { RecipeChange, RecipeTakeDown } from '#contract';
import { AppError } from '#utils/appError.ts';
import { recordPost } from '#utils/assist/record.ts';
import type { Db } from '#utils/db/db.ts';
import { apply, OUTBOX_STORES } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { isAt, runningLesson, settledAlready } from './lesson.ts';

/** How an article that stands is saved again, as a page of the lesson has seen it. */
export interface SeenDeed {
  form: RecipeChange;
  takeDown: Omit<RecipeTakeDown, 'form'> | null;
}

/** Notes the page on which the person chose the article: by it its form is found again. */
export async function sawList(db: Db, tabUrl: string, url: string, now: number): Promise<void> {
  const lesson = await runningLesson(db, now);
  if (lesson === null || !isAt(tabUrl, lesson) || !isAt(url, lesson)) throw new AppError('bad_message');
  // The same click may save the article: what is told of that meanwhile stays.
  await db.change(['values'], async (tx) => {
    const now = await tx.value('lesson');
    if (now) await tx.setValue('lesson', { ...now, list: url });
  });
}

/**
 * Keeps how an article is changed, or taken down, beside how a new one is saved. The listing that it was shown with goes on
 * by it at once: what the person has done already is found done, in public. Throws `bad_message` for what no lesson of
 * this page is about.
 */
export async function learnedDeed(db: Db, tabUrl: string, { form, takeDown }: SeenDeed, clock: Clock): Promise<string> {
  const lesson = await runningLesson(db, clock.now);
  const isAbout = lesson?.deed === (takeDown === null ? 'change' : 'takeDown');
  if (lesson === null || !isAbout || !isAt(tabUrl, lesson)) throw new AppError('bad_message');
  const recipe = await recipeOf(db, lesson.siteUrl);
  if (recipe === null) throw new AppError('bad_message');
  const more = takeDown === null ? { change: form } : { takeDown: { ...takeDown, form } };
  await saveRecipe(db, { ...recipe, ...more }, clock.now);
  await db.change(['values'], (tx) => tx.setValue('lesson', { ...lesson, step: 'learned', why: null, save: null }));
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', lesson.listingId);
    if (row !== undefined) await apply(tx, row, { type: 'retry' }, clock);
  });
  return lesson.listingId;
}

/** The lesson's article is gone by the person's own hand, which settles the listing; how they did it is not learned. */
export async function tookDown(db: Db, tabUrl: string, clock: Clock): Promise<void> {
  const lesson = await runningLesson(db, clock.now);
  if (lesson?.deed !== 'takeDown' || lesson.article === undefined || !isAt(tabUrl, lesson)) return;
  await recordPost(db, lesson.listingId, lesson.article.url, clock).catch(settledAlready);
}
