import type { Db } from '#utils/db/db.ts';
import { anyTabsOf, injectContent } from '#utils/sites/tabs.ts';
import { isAt, runningLesson } from './lesson.ts';

/** Path of the script that watches a page of a lesson; WXT names it after its entrypoint. */
const LEARNER = '/learner.js';

/** Watches a page that has just been opened, while a lesson runs for its site. */
export async function watchLesson(db: Db, tab: { id: number; url: string }, now: number): Promise<void> {
  const lesson = await runningLesson(db, now);
  if (lesson !== null && lesson.step !== 'learned' && isAt(tab.url, lesson)) await injectContent(tab.id, LEARNER);
}

/**
 * Watches the pages of the site that are open already, and where a lesson is watched, lets it look whether it still runs:
 * when it ends, nothing listens in any tab any more.
 */
export async function watchOpenTabs(siteUrl: string): Promise<void> {
  await Promise.all((await anyTabsOf(siteUrl)).map((tabId) => injectContent(tabId, LEARNER)));
}
