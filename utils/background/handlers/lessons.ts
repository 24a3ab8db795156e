import { AppError } from '#utils/appError.ts';
import { lookWhenOpened } from '#utils/assist/lookAgain.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { useWords } from '#utils/i18n/words.ts';
import { learnedDeed, sawList, tookDown } from '#utils/lessons/changed.ts';
import { giveArticle } from '#utils/lessons/give.ts';
import { giveGoods, learnedGoods, startGoods } from '#utils/lessons/goods.ts';
import { lentPage } from '#utils/lessons/lent.ts';
import { isAt, learned, runningLesson, sawSave, startLesson, stopLesson } from '#utils/lessons/lesson.ts';
import { offerOf } from '#utils/lessons/offer.ts';
import { watchPointing } from '#utils/lessons/point.ts';
import { sayLesson } from '#utils/lessons/say.ts';
import { sharedFor, takeShared } from '#utils/lessons/shared.ts';
import { tellRequests } from '#utils/lessons/tellRequests.ts';
import { watchLesson, watchOpenTabs } from '#utils/lessons/watch.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { DONE, type From, type HandlersOf } from '#utils/runtime/handlers.ts';
import { getSettings } from '#utils/settings.ts';
import { askContent } from '#utils/sites/askContent.ts';
import { rememberSite } from '#utils/sites/handshake.ts';
import { launcherWords } from '#utils/sites/launcherWords.ts';
import { showSite } from '#utils/sites/open.ts';
import { otherPage } from '#utils/sites/otherPage.ts';

export function lessonHandlers(background: Background) {
  const { db, clock, broadcast, drain, trigger } = background;
  const changed = () => broadcast('lesson');
  const hereOf = async ({ tab }: From) => {
    const lesson = await runningLesson(db, clock().now);
    return lesson !== null && tab !== null && isAt(tab.url, lesson) ? lesson : null;
  };
  const marketplaceOf = async ({ listingId }: Lesson) => {
    const listing = await db.read(['listings'], (tx) => tx.get('listings', listingId));
    return listing === undefined ? null : background.marketplace(listing.village);
  };
  return {
    async 'page/other'(_, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await watchLesson(db, tab, clock().now);
      await watchPointing(tab);
      void lookWhenOpened(background, tab, (id) => notifyChanged(background, id));
      const lent = await lentPage(db, tab.url);
      const page = lent ?? (await otherPage(db, tab, clock().now));
      if (page === null) return null;
      if (lent === null) await rememberSite(db, page, tab.url, clock().now, false);
      trigger('handshake', page.siteUrl);
      return { page, words: await launcherWords(db) };
    },
    async 'lesson/start'({ id, deed }, { page }) {
      const now = clock();
      const { siteUrl } = await (deed ? startGoods(db, id, deed, now.now) : startLesson(db, id, now));
      await watchOpenTabs(siteUrl);
      // From the popup the person is led to the site; the panel stands on it.
      if (page !== 'panel') await showSite(db, siteUrl);
      changed();
      return DONE;
    },
    async 'lesson/stop'() {
      const lesson = await runningLesson(db, clock().now);
      await stopLesson(db);
      if (lesson !== null) void watchOpenTabs(lesson.siteUrl);
      changed();
      return DONE;
    },
    async 'lesson/here'(_, from) {
      const lesson = await hereOf(from);
      await useWords((await getSettings(db)).locale);
      return lesson && { lesson, say: sayLesson(lesson) };
    },
    async 'lesson/give'({ hasPictureField, editor }, from) {
      const lesson = await hereOf(from);
      if (lesson === null || from.tab === null) throw new AppError('bad_message');
      const { goods } = lesson;
      if (goods !== undefined) return giveGoods(background, { ...lesson, goods }, from.tab.id, editor);
      return giveArticle(background, lesson, from.tab.id, hasPictureField);
    },
    async 'lesson/requests'({ channel }, from) {
      const lesson = await hereOf(from);
      if (lesson === null || from.tab === null) throw new AppError('bad_message');
      await tellRequests(from.tab.id, lesson.link, channel);
      return DONE;
    },
    async 'lesson/saw'(saw, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await sawSave(db, tab.url, saw, clock().now);
      changed();
      if (saw.why !== 'deleted') return DONE;
      await tookDown(db, tab.url, clock());
      drain();
      return DONE;
    },
    async 'lesson/learned'({ recipe, postUrl }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      const id = await learned(db, tab.url, recipe, postUrl, clock());
      void askContent(tab.id, { name: 'page/again' });
      void watchOpenTabs(recipe.siteUrl);
      changed();
      broadcast('recipes');
      drain();
      return id === null ? DONE : notifyChanged(background, id);
    },
    async 'lesson/list'({ url }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await sawList(db, tab.url, url, clock().now);
      return DONE;
    },
    async 'lesson/changed'(deed, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      const id = await learnedDeed(db, tab.url, deed, clock());
      changed();
      broadcast('recipes');
      drain();
      return notifyChanged(background, id);
    },
    async 'lesson/goods'({ shop }, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      const { siteUrl } = await learnedGoods(db, tab.url, shop, clock().now);
      void watchOpenTabs(siteUrl);
      changed();
      broadcast('recipes');
      trigger('handshake', siteUrl);
      return DONE;
    },
    async 'lesson/shared'({ page, forms }, from) {
      const lesson = await hereOf(from);
      if (lesson === null || !isAt(page, lesson)) throw new AppError('bad_message');
      const marketplace = await marketplaceOf(lesson);
      await useWords((await getSettings(db)).locale);
      return marketplace && sharedFor(marketplace, lesson, { page, forms });
    },
    async 'lesson/take'(taken, from) {
      const lesson = await hereOf(from);
      const marketplace = lesson && (await marketplaceOf(lesson));
      if (lesson === null || marketplace === null || !isAt(taken.page, lesson)) throw new AppError('bad_message');
      await takeShared({ db, clock: clock() }, marketplace, lesson, taken);
      if (from.tab !== null) void askContent(from.tab.id, { name: 'page/again' });
      changed();
      broadcast('recipes');
      drain();
      return notifyChanged(background, lesson.listingId);
    },
    'lesson/offer': async ({ id }) => ({ deed: await offerOf(db, id) }),
  } satisfies HandlersOf<
    | 'page/other'
    | 'lesson/start'
    | 'lesson/stop'
    | 'lesson/here'
    | 'lesson/give'
    | 'lesson/requests'
    | 'lesson/saw'
    | 'lesson/learned'
    | 'lesson/list'
    | 'lesson/changed'
    | 'lesson/goods'
    | 'lesson/offer'
    | 'lesson/shared'
    | 'lesson/take'
  >;
}
