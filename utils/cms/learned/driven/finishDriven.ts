import type { Recipe } from '#contract';
import { findPublic } from '#utils/cms/learned/findPublic.ts';
import type { LessonEnd } from '#utils/cms/learned/finish.ts';
import { inWords } from '#utils/cms/learned/mentions.ts';
import { SECRET } from '#utils/cms/learned/sitePath.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import type { SeenPress } from './seePress.ts';

/**
 * Makes the recipe of a save that cannot be sent again: of the press, as it was seen, and of where a stranger finds the
 * article that came of it; `open` as in `finishLesson`. Throws `CmsError`.
 */
export async function finishDriven(
  context: DriverContext,
  { page, controls, fields, chosen, driven }: SeenPress,
  about: { link: string; title: string },
  open?: URL,
): Promise<LessonEnd> {
  const { siteUrl } = context.page;
  if (SECRET.test(page)) return { state: 'storage' };
  const found = await findPublic(context, siteUrl, about, { open });
  if (found === null) return { state: 'not_public' };
  const { holds, url: postUrl } = found.article;
  if (holds === 'bare') return { state: 'no_link', postUrl };
  const create = {
    way: 'driven' as const,
    page,
    action: page,
    method: 'POST' as const,
    controls,
    fields,
    chosen,
    press: null,
    driven,
  };
  const recipe: Recipe = {
    version: 1,
    siteUrl,
    ...(holds === 'linked' ? { create } : { create: inWords(create), mentions: true }),
    change: null,
    takeDown: null,
    lists: found.lists,
  };
  return { state: 'learned', recipe, postUrl };
}
