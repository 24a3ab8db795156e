import { assistContext } from '#utils/cms/assist/page.ts';
import { finishDriven } from '#utils/cms/learned/driven/finishDriven.ts';
import { finishLesson } from '#utils/cms/learned/finish.ts';
import { standsAgain } from '#utils/cms/learned/standsAgain.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { ShownPress } from '#utils/model/lesson.ts';
import { send } from '#utils/runtime/send.ts';
import type { GoodsLesson } from './goods.ts';
import type { Here } from './lessonPage.ts';
import type { Standing } from './standing.ts';

/** How often (ms) the article is looked for by itself before the person is asked to. */
const LOOKS = [0, 1500, 4000];
/** Only what a site shows may still change in a moment. */
const PASSING: ReadonlySet<string> = new Set(['not_public', 'still_public']);

/** Looks for the article as a stranger sees it, and tells the background how that ended. */
export async function findOut(
  document: Document,
  { lesson }: Here,
  standing: Standing | GoodsLesson | null,
): Promise<void> {
  const { save, pressed } = lesson;
  // Not found where the home page leads to: the person may have opened the page on which it stands.
  const open = lesson.why === 'not_public' ? new URL(document.location.href) : undefined;
  if (save === null) return pressed && findDriven(document, lesson, pressed, open);
  const seen = { ...save, action: new URL(save.action) };
  const page = new URL(save.page);
  const isAskedAgain = () => seen.way === 'form' && standsAgain(document, seen.action, lesson.link);
  let why = 'not_public';
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const end =
        standing === null
          ? await finishLesson(assistContext(document, lesson.siteUrl), seen, page, lesson, open)
          : await standing.finish(seen, page, lesson.list);
      if (end.state === 'learned') {
        await send('lesson/learned', { recipe: end.recipe, postUrl: end.postUrl });
        return;
      }
      if (end.state === 'changed') {
        await send('lesson/changed', { form: end.form, takeDown: end.takeDown });
        return;
      }
      if (end.state === 'product') {
        await send('lesson/goods', { shop: end.shop });
        return;
      }
      // One of the same title without our words may be an older one.
      const isUnseen = end.state === 'not_public' || end.state === 'no_link';
      why = isUnseen && isAskedAgain() ? 'not_saved' : end.state;
      // What cannot be sent again may still be pressed again.
      if (why === 'no_form' && standing === null && pressed !== undefined)
        return findDriven(document, lesson, pressed, open);
      if (!PASSING.has(why)) break;
    } catch (error) {
      why = error instanceof CmsError ? 'unreachable' : 'no_form';
    }
  }
  await send('lesson/saw', { save: null, why });
}

/** The same for a save that can only be pressed again. */
async function findDriven(
  document: Document,
  lesson: Here['lesson'],
  pressed: ShownPress,
  open: URL | undefined,
): Promise<void> {
  let why = 'not_public';
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const end = await finishDriven(assistContext(document, lesson.siteUrl), pressed, lesson, open);
      if (end.state === 'learned') {
        await send('lesson/learned', { recipe: end.recipe, postUrl: end.postUrl });
        return;
      }
      why = end.state;
      if (why !== 'not_public') break;
    } catch (error) {
      why = error instanceof CmsError ? 'unreachable' : 'no_form';
    }
  }
  // It was looked for; a refusal that stays is said.
  if (why === 'storage' || why === 'no_form') await send('lesson/pressed', { pressed: null });
  await send('lesson/saw', { save: null, why });
}
