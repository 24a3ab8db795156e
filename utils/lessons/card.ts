import { cardAsText, withImage, withoutPictures } from '#utils/cms/card.ts';
import type { Request } from '#utils/cms/editor/types.ts';
import { safe } from '#utils/cms/learned/safeWords.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';

/**
 * A lesson's article as it goes into the open editor: with the marketplace's picture where the form has no field for one,
 * and in words on a site that shows markup as it is written (`mentions`).
 */
export function lessonCard(
  { html, link, title, pictureUrl }: Pick<LinkBackPost, 'html' | 'link' | 'title' | 'pictureUrl'>,
  { hasPictureField, mentions }: { hasPictureField: boolean; mentions: boolean },
): Omit<Request, 'ways'> {
  const article = withImage(html, hasPictureField ? null : (pictureUrl ?? null));
  // As every later article: what the link says stays, and the address follows.
  const unlinked = withImage(html, null).replace(/<a href[^>]*>(.*?)<\/a>/g, '$1');
  return {
    html: article,
    bare: withoutPictures(article),
    text: `${title}\n${link}`,
    ...(mentions && { words: { text: safe(cardAsText(unlinked, link)), in: 'all' as const } }),
    link,
  };
}
