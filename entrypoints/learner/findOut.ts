import { assistContext } from '#utils/cms/assist/page.ts';
import { finishDriven } from '#utils/cms/learned/driven/finishDriven.ts';
import { finishLesson, type LessonEnd } from '#utils/cms/learned/finish.ts';
import type { ChangeEnd } from '#utils/cms/learned/finishChange.ts';
import type { ProductEnd } from '#utils/cms/learned/shop/finish.ts';
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
  let cannotSend = false;
  const why = await lookUntil(async () => {
    const end =
      standing === null
        ? await finishLesson(assistContext(document, lesson.siteUrl), seen, page, lesson, open)
        : await standing.finish(seen, page, lesson.list);
    if (await told(end)) return null;
    cannotSend = end.state === 'no_form' && standing === null;
    // One of the same title without our words may be an older one.
    const isUnseen = end.state === 'not_public' || end.state === 'no_link';
    return isUnseen && isAskedAgain() ? 'not_saved' : end.state;
  });
  // What cannot be sent again may still be pressed again.
  if (cannotSend && pressed !== undefined) return findDriven(document, lesson, pressed, open);
  if (why !== null) await send('lesson/saw', { save: null, why });
}

/** The same for a save that can only be pressed again. */
async function findDriven(
  document: Document,
  lesson: Here['lesson'],
  pressed: ShownPress,
  open: URL | undefined,
): Promise<void> {
  const why = await lookUntil(async () => {
    const end = await finishDriven(assistContext(document, lesson.siteUrl), pressed, lesson, open);
    return (await told(end)) ? null : end.state;
  });
  // It was looked for; a refusal that stays is said.
  if (why === 'storage' || why === 'no_form') await send('lesson/pressed', { pressed: null });
  if (why !== null) await send('lesson/saw', { save: null, why });
}

/** Looks until it is told how the lesson ended (null), or answers why it did not. */
async function lookUntil(look: () => Promise<string | null>): Promise<string | null> {
  let why: string | null = 'not_public';
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      why = await look();
      if (why === null || !PASSING.has(why)) break;
    } catch (error) {
      why = error instanceof CmsError ? 'unreachable' : 'no_form';
    }
  }
  return why;
}

/** Tells the background what was learned; false where nothing was. */
async function told(end: LessonEnd | ChangeEnd | ProductEnd): Promise<boolean> {
  switch (end.state) {
    case 'learned':
      await send('lesson/learned', { recipe: end.recipe, postUrl: end.postUrl });
      return true;
    case 'changed':
      await send('lesson/changed', { form: end.form, takeDown: end.takeDown });
      return true;
    case 'product':
      await send('lesson/goods', { shop: end.shop });
      return true;
    default:
      return false;
  }
}
