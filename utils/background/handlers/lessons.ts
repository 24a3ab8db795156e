import { browser } from 'wxt/browser';
import { AppError } from '#utils/appError.ts';
import { lookWhenOpened } from '#utils/assist/lookAgain.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { useWords } from '#utils/i18n/words.ts';
import { giveArticle } from '#utils/lessons/give.ts';
import { lentPage } from '#utils/lessons/lent.ts';
import { isAt, learned, runningLesson, sawSave, startLesson, stopLesson } from '#utils/lessons/lesson.ts';
import { watchRequests } from '#utils/lessons/requests.ts';
import { sayLesson } from '#utils/lessons/say.ts';
import { watchLesson, watchOpenTabs } from '#utils/lessons/watch.ts';
import { REQUESTS } from '#utils/model/lesson.ts';
import { DONE, type From, type HandlersOf } from '#utils/runtime/handlers.ts';
import { getSettings } from '#utils/settings.ts';
import { rememberSite } from '#utils/sites/handshake.ts';
import { launcherWords } from '#utils/sites/launcherWords.ts';
import { otherPage } from '#utils/sites/otherPage.ts';
import { askContent } from '#utils/sites/tabs.ts';

export function lessonHandlers(background: Background) {
  const { db, clock, broadcast, trigger } = background;
  const changed = () => broadcast('lesson');
  const hereOf = async ({ tab }: From) => {
    const lesson = await runningLesson(db, clock().now);
    return lesson !== null && tab !== null && isAt(tab.url, lesson) ? lesson : null;
  };
  return {
    async 'page/other'(_, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await watchLesson(db, tab, clock().now);
      void lookWhenOpened(background, tab, (id) => notifyChanged(background, id));
      const lent = await lentPage(db, tab.url);
      const page = lent ?? (await otherPage(db, tab));
      if (page === null) return null;
      if (lent === null) await rememberSite(db, page, tab.url, clock().now, false);
      trigger('handshake', page.siteUrl);
      return { page, words: await launcherWords(db) };
    },
    async 'lesson/start'({ id }) {
      const { siteUrl } = await startLesson(db, id, clock());
      watchRequests(db, () => clock().now, changed);
      await watchOpenTabs(siteUrl);
      changed();
      return DONE;
    },
    async 'lesson/stop'() {
      await stopLesson(db);
      await browser.permissions.remove(REQUESTS).catch(() => false);
      changed();
      return DONE;
    },
    'lesson/now': () => runningLesson(db, clock().now),
    async 'lesson/here'(_, from) {
      const lesson = await hereOf(from);
      await useWords((await getSettings(db)).locale);
      return lesson && { lesson, say: sayLesson(lesson) };
    },
    async 'lesson/give'({ hasPictureField }, from) {
      const lesson = await hereOf(from);
      if (lesson === null || from.tab === null) throw new AppError('bad_message');
      return giveArticle(background, lesson, from.tab.id, hasPictureField);
    },
    async 'lesson/saw'(saw, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await sawSave(db, tab.url, saw, clock().now);
      changed();
      return DONE;
    },
    async 'lesson/learned'({ recipe, postUrl }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      const id = await learned(db, tab.url, recipe, postUrl, clock());
      void askContent(tab.id, { name: 'page/again' });
      changed();
      return id === null ? DONE : notifyChanged(background, id);
    },
  } satisfies HandlersOf<
    | 'page/other'
    | 'lesson/start'
    | 'lesson/stop'
    | 'lesson/now'
    | 'lesson/here'
    | 'lesson/give'
    | 'lesson/saw'
    | 'lesson/learned'
  >;
}
