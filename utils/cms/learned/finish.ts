import type { Recipe } from '#contract';
import { request } from '#utils/cms/form.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { findPublic } from './findPublic.ts';
import { inWords } from './mentions.ts';
import type { SeenSave } from './observe.ts';
import { learnedSession } from './session.ts';
import { SECRET } from './sitePath.ts';
import { toDeed } from './toDeed.ts';

/** How a lesson ends: learned, or why not. */
export type LessonEnd =
  | { state: 'learned'; recipe: Recipe; postUrl: string }
  /** The form for a new article is not where it was shown, or is another one each time. */
  | { state: 'no_form' }
  /** The addresses carry a key of this session, which is nobody's to keep. */
  | { state: 'storage' }
  /** A stranger does not see the article (yet). */
  | { state: 'not_public' }
  /** A stranger sees the article, and the product's address is nowhere in it. */
  | { state: 'no_link'; postUrl: string };

/**
 * Makes the recipe of a save that was seen: the empty form is fetched once more, to see what the person chose, and the
 * site is read as a stranger reads it, to see where the article appeared. `open` is the page that the person has opened to
 * show where it stands, for a site whose home page does not lead there. Throws `CmsError`.
 */
export async function finishLesson(
  context: DriverContext,
  seen: SeenSave,
  page: URL,
  { link, title }: { link: string; title: string },
  open?: URL,
): Promise<LessonEnd> {
  const { siteUrl } = context.page;
  if (SECRET.test(page.search) || SECRET.test(seen.action.search)) return { state: 'storage' };
  const empty = await request(learnedSession(context), page);
  const deed = toDeed(seen, empty.document, page, siteUrl);
  if (deed === null) return { state: 'no_form' };
  const found = await findPublic(context, siteUrl, { link, title }, { open, form: page });
  if (found === null) return { state: 'not_public' };
  const { holds, url: postUrl } = found.article;
  if (holds === 'bare') return { state: 'no_link', postUrl };
  const recipe: Recipe = {
    version: 1,
    siteUrl,
    ...(holds === 'linked' ? { create: deed } : { create: inWords(deed), mentions: true }),
    change: null,
    takeDown: null,
    lists: found.lists,
  };
  return { state: 'learned', recipe, postUrl };
}
