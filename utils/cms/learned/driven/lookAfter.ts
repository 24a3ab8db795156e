import type { Recipe } from '#contract';
import { hasPicture, LOOKS, type Tools } from '#utils/cms/learned/create.ts';
import { refAt } from '#utils/cms/learned/rewrite.ts';
import { findStanding } from '#utils/cms/learned/standing.ts';
import { wordsMark } from '#utils/cms/learned/wordsMark.ts';
import { LINK_STRIPPED_STANDS } from '#utils/cms/link.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import type { Before } from './drive.ts';

/** Slow pages save for a while after the press, and nothing tells when they are done. */
const LAST_LOOKS = [...LOOKS, 5000];

/**
 * Finds, as a stranger, the article that came of a press. Throws `not_read_back` where none with our link is to be seen:
 * whether the site has saved is not known then.
 */
export async function lookAfter(
  context: DriverContext,
  recipe: Recipe,
  { link, html, image, pictureUrl }: Pick<LinkBackPost, 'link' | 'html' | 'image' | 'pictureUrl'>,
  { title, pictures }: Before,
  { wait }: Pick<Tools, 'wait'>,
): Promise<PostRef> {
  for (const pause of LAST_LOOKS) {
    if (pause > 0) await wait(pause);
    const [found] = await findStanding(context, recipe, { link, title });
    if (found === undefined) continue;
    if (found.holds !== 'linked' && recipe.mentions !== true)
      throw new CmsError('not_read_back', LINK_STRIPPED_STANDS, null, [{ postId: found.url, editedMark: null }]);
    const isPictured = image === null || hasPicture(found, new Set(pictures), recipe, { pictureUrl });
    return {
      ...refAt(found.url, 'published', { title, mark: wordsMark(html), image: image?.fileName ?? null }),
      ...(found.holds !== 'linked' && { mentioned: true as const }),
      ...(!isPictured && { pictureMissing: 'refused' as const }),
    };
  }
  throw new CmsError('not_read_back');
}
