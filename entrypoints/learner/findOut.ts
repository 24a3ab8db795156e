import { assistContext } from '#utils/cms/assist/page.ts';
import { finishLesson } from '#utils/cms/learned/finish.ts';
import { standsAgain } from '#utils/cms/learned/standsAgain.ts';
import { CmsError } from '#utils/cms/types.ts';
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
  const { save } = lesson;
  if (save === null) return;
  const seen = { ...save, action: new URL(save.action) };
  const page = new URL(save.page);
  const isAskedAgain = () => seen.way === 'form' && standsAgain(document, seen.action, lesson.link);
  let why = 'not_public';
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      const end =
        standing === null
          ? await finishLesson(assistContext(document, lesson.siteUrl), seen, page, lesson)
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
      if (!PASSING.has(why)) break;
    } catch (error) {
      why = error instanceof CmsError ? 'unreachable' : 'no_form';
    }
  }
  await send('lesson/saw', { save: null, why });
}
