import { beforeWriting } from '#utils/cms/traces.ts';
import type { DriverContext, LinkBackPost, PostRef } from '#utils/cms/types.ts';
import { isTitled, type PublicArticle } from './publicLook.ts';
import { refAt } from './rewrite.ts';
import { safe } from './safeWords.ts';
import { readPublic, saysAll } from './standing.ts';
import { wordsMark } from './wordsMark.ts';

/** What is remembered of an article that shows the address as words. */
export const mentionedIn = ({ holds }: PublicArticle) => (holds === 'linked' ? {} : { mentioned: true as const });

/** An article of ours that stands without our knowing: what it says tells whether these words are in it. */
export async function foundAt(context: DriverContext, url: string, post: LinkBackPost): Promise<PostRef> {
  const { link, html, image } = post;
  const read = await beforeWriting(() => readPublic(context, url, link));
  const title = read?.headings.find((heading) => isTitled([heading], safe(post.title)));
  if (read === null || title === undefined || !saysAll(read, html)) return refAt(url, 'published', undefined);
  return refAt(url, 'published', { title, mark: wordsMark(html), image: image?.fileName ?? null });
}
