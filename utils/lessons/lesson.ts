import { isInside, photoUrl, type Recipe } from '#contract';
import { HOUR } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { awaitsAddress, goByHand, recordPost } from '#utils/assist/record.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import { listingLink } from '#utils/cms/link.ts';
import type { Db } from '#utils/db/db.ts';
import { postByHand } from '#utils/listings/byHand.ts';
import type { Lesson, ShownSave } from '#utils/model/lesson.ts';
import type { OutboxListing, OutboxRow } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { OUTBOX_STORES, requeue } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { needConnection } from '#utils/villages/villages.ts';
import { rememberGiven } from './given.ts';
import { aboutStanding } from './offer.ts';
import { asDriven, pressedAfter } from './pressed.ts';
import { publishedAfter } from './published.ts';

/** A lesson that nobody went on with is over after this long (ms): pages are not watched without end. */
const LASTS = 2 * HOUR;

/** The lesson that runs now; null when there is none. */
export async function runningLesson(db: Db, now: number): Promise<Lesson | null> {
  const lesson = await db.read(['values'], (tx) => tx.value('lesson'));
  if (lesson === undefined) return null;
  if (now - lesson.startedAt <= LASTS) return lesson;
  // Nothing of what was shown is kept longer.
  await stopLesson(db);
  return null;
}

/**
 * Begins to watch the site of a listing whose card a person has to put in, until one save was shown. Throws
 * `listing_unknown`, `linkback_not_awaited` when nothing is owed by hand, and `lesson_not_here` for a site that an
 * adapter writes to.
 */
export async function startLesson(db: Db, id: string, clock: Clock): Promise<Lesson> {
  const { listing, row, site } = await db.read(['listings', 'outbox', 'sites'], async (tx) => {
    const listing = await tx.get('listings', id);
    const site = await tx.get('sites', listing?.input.siteUrl ?? '');
    return { listing, row: await tx.get('outbox', id), site };
  });
  if (listing === undefined) throw new AppError('listing_unknown');
  if (site?.cms !== 'assist') throw new AppError('lesson_not_here');
  if (!awaitsLesson(row, listing)) throw new AppError('linkback_not_awaited');
  // How an article is changed is kept beside how a new one is saved.
  if (aboutStanding(listing).deed !== undefined && (await recipeOf(db, site.url)) === null)
    throw new AppError('lesson_not_here');
  const connection = await needConnection(db, listing.village);
  const [hash] = listing.input.photos;
  const lesson: Lesson = {
    siteUrl: site.url,
    listingId: id,
    link: listingLink(connection, listing),
    title: listing.input.name,
    ...aboutStanding(listing),
    pictureUrl: hash === undefined ? null : photoUrl(connection.marketplaceUrl, hash, 1280, 'jpg'),
    startedAt: clock.now,
    step: 'open',
    why: null,
    save: null,
  };
  await db.change(['values'], (tx) => tx.setValue('lesson', lesson));
  return lesson;
}

/** Whether a listing's article is owed in a way that showing the site helps: by hand, or the form is not known any more. */
export function awaitsLesson(row: OutboxRow | undefined, listing: StoredListing): row is OutboxListing {
  const isChanged = row?.kind === 'listing' && (row.reason === 'form_changed' || row.reason === 'look_first');
  return isChanged || awaitsAddress(row, listing);
}

/** What was seen of a save: how it was done, or why it is none. */
export interface Saw {
  save: ShownSave | null;
  why: string | null;
}

/** A page of the lesson's site says what was seen. */
export async function sawSave(db: Db, tabUrl: string, { save, why }: Saw, now: number): Promise<void> {
  await db.change(['values'], async (tx) => {
    const lesson = await tx.value('lesson');
    if (lesson === undefined || now - lesson.startedAt > LASTS || !isAt(tabUrl, lesson)) return;
    // What is saved after the lesson is no part of it.
    if (lesson.step === 'learned') return;
    const driven = asDriven(lesson, { save, why });
    if (driven !== null) return void (await tx.setValue('lesson', driven));
    // What the site refused was no save: the form stands open again, and is filled in and sent once more.
    const last = why === 'not_saved' ? null : lesson.save;
    const step = save === null ? (last === null ? 'refused' : lesson.step) : 'saved';
    const seen = save && (publishedAfter(lesson, save) ?? save);
    await tx.setValue('lesson', { ...lesson, step, why, save: seen ?? last, pressed: pressedAfter(lesson, why) });
  });
}

/**
 * Keeps what was learned and settles the listing that it was shown with. What comes from a page may name no site but its
 * own: throws `bad_message` otherwise.
 */
export async function learned(
  db: Db,
  tabUrl: string,
  recipe: Recipe,
  postUrl: string,
  clock: Clock,
): Promise<string | null> {
  const lesson = await runningLesson(db, clock.now);
  if (lesson === null || !isAt(tabUrl, lesson) || recipe.siteUrl !== lesson.siteUrl) throw new AppError('bad_message');
  if (sitePath(new URL(postUrl), recipe.siteUrl) === null) throw new AppError('bad_message');
  // What was shown of articles that stand is looked at before each use, so that it stays.
  const { change = null, takeDown = null, shop, products } = (await recipeOf(db, recipe.siteUrl)) ?? {};
  await saveRecipe(
    db,
    { ...recipe, change, takeDown, ...(shop && { shop }), ...(products && { products }) },
    clock.now,
  );
  const why = recipe.mentions === true ? 'mentioned' : recipe.create.way === 'driven' ? 'driven' : null;
  await db.change(['values'], (tx) => tx.setValue('lesson', { ...lesson, step: 'learned', why, save: null }));
  // The form was shown anew, or an unclear save was: the article that stands now is the person's.
  await goByHand(db, lesson.listingId, clock);
  await recordPost(db, lesson.listingId, postUrl, clock, recipe.mentions).catch(settledAlready);
  await rememberGiven(db, lesson);
  await askToTakeDown(db, lesson.listingId, postUrl, clock);
  return lesson.listingId;
}

/** Ends the lesson; nothing of what was shown is kept. */
export async function stopLesson(db: Db): Promise<void> {
  await db.change(['values'], (tx) => tx.setValue('lesson', null));
}

export function isAt(address: string, { siteUrl }: Pick<Lesson, 'siteUrl'>): boolean {
  return isInside(address, siteUrl);
}

/** The product was withdrawn while it was shown: its article stands, and the person is asked to take it out. */
async function askToTakeDown(db: Db, id: string, url: string, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing === undefined || listing.input.state !== 'withdrawn' || listing.post !== null) return;
    const post = postByHand(url, { ...listing.input, state: 'live' });
    await tx.put('listings', { ...listing, post });
    await requeue(tx, { ...listing, post }, clock);
  });
}

/** The page that holds the link may have been noticed meanwhile. */
export function settledAlready(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'linkback_not_awaited') throw error;
}
