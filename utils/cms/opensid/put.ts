import type { CmsPost, Written } from '#utils/cms/engine.ts';
import { type FilledForm, request } from '#utils/cms/form.ts';
import { countLinks, hasSameText, isLinkBack } from '#utils/cms/link.ts';
import { nameFor, type Picture, smaller, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { CmsError, type LinkBackPost } from '#utils/cms/types.ts';
import { type Article, articleById, articlesTitled, articlesWith } from './list.ts';
import type { Rows } from './rows.ts';
import type { Opensid } from './session.ts';
import { body, plainTitle } from './text.ts';
import { mayPublish, type Wanted, writeNew, writeOver } from './write.ts';

interface Place {
  session: Opensid;
  rows: Rows;
  /** The form of a new article. */
  askForForm(): Promise<FilledForm>;
  toJpeg: ToJpeg;
}

/** Writes the listing's article, a new one where `current` is null, and answers it as the list shows it afterwards. */
export async function put(place: Place, current: CmsPost | null, post: LinkBackPost): Promise<Written> {
  const picture = await toPicture(post.image, place.toJpeg);
  const wanted: Wanted = { title: plainTitle(post.title), html: body(post.html), picture };
  const article =
    current === null
      ? await putNew(place, wanted, post)
      : await writeOver(place.session, await place.rows.rowOf(current), wanted, post);
  const whole = await withPicture(place, article, wanted, post);
  return written(place, await asWanted(place, whole, current, post), picture, post);
}

/** The articles whose text links to the listing. */
export function holding(session: Opensid, link: string): Promise<Article[]> {
  return articlesWith(session, link, ({ html }) => countLinks(html, link) > 0);
}

async function putNew({ session, rows, askForForm }: Place, wanted: Wanted, { link }: LinkBackPost): Promise<Article> {
  const empty = await askForForm();
  // An article that the engine has seen before is not the one that this POST makes; what is found after it is not kept yet.
  const isNew = ({ id }: Article) => !rows.isKept(id);
  /** Where the list or the site keeps nothing of our link, the article is known by its title and words. */
  const made = async () =>
    (await holding(session, link)).find((article) => isNew(article) && isLinkBack(article.html, link)) ??
    (await articlesTitled(session, wanted.title))
      .filter((article) => isNew(article) && hasSameText(article.html, wanted.html))
      .at(-1);
  await writeNew(session, empty, wanted, async () => (await made()) !== undefined);
  const article = await made();
  if (article === undefined) throw new CmsError('not_read_back');
  return article;
}

/**
 * The article with its picture. What is over PHP's limit OpenSID drops without a word, or never takes; then a smaller
 * one is sent, once.
 */
async function withPicture(
  { session, toJpeg }: Place,
  article: Article,
  wanted: Wanted,
  post: LinkBackPost,
): Promise<Article> {
  if (article.picture !== null || wanted.picture === null) return article;
  const blob = await smaller(wanted.picture.blob, toJpeg);
  if (blob === null) return article;
  const picture = { ...wanted.picture, blob, name: nameFor(wanted.picture.name, blob) };
  return writeOver(session, article, { ...wanted, picture }, post);
}

/** OpenSID publishes whatever is new, so what is to be a draft is switched off right after; a role that may not leaves it. */
async function asWanted(
  { session }: Place,
  article: Article,
  current: CmsPost | null,
  { asDraft }: LinkBackPost,
): Promise<Article> {
  if (!asDraft || current !== null || article.state !== 'published' || article.toggle === null) return article;
  await request(session, new URL(article.toggle, session.base));
  return (await articleById(session, article.id)) ?? article;
}

/** The print is kept for a picture that did not get in, too: what a person puts in its place is then left alone. */
function written(
  { session, rows }: Place,
  article: Article,
  picture: Picture | null,
  { image }: LinkBackPost,
): Written {
  const { picture: stored } = article;
  const imageUrl = stored && `${session.siteUrl}/desa/upload/artikel/sedang_${encodeURIComponent(stored)}`;
  const pictureMissing = image !== null && stored === null ? 'refused' : undefined;
  const after = rows.keep({ ...article, mayPublish: mayPublish(session) });
  return { id: article.id, imageId: picture?.print ?? null, imageUrl, pictureMissing, after };
}
