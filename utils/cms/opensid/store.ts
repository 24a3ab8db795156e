import type { CmsPost, LookAround, Store, Written } from '#utils/cms/engine.ts';
import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { type FilledForm, formOf, request } from '#utils/cms/form.ts';
import { countLinks, hasSameText, isLinkBack } from '#utils/cms/link.ts';
import { nameFor, type Picture, smaller, type ToJpeg, toPicture } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { type Article, articleById, articlesTitled, articlesWith } from './list.ts';
import { sessionOf, submit, visit } from './session.ts';
import { body, plainTitle } from './text.ts';
import { mayPublish, newForm, type Wanted, writeNew, writeOver } from './write.ts';

/** OpenSID's articles as the engine works with them. `known` is what we last knew of the listing's article. */
export function storeOf(
  context: DriverContext,
  { known, isToWrite }: { known: PostRef | null; isToWrite: boolean },
  toJpeg: ToJpeg,
): Store {
  const session = sessionOf(context);
  /** The form of a new article, once it has been asked for. */
  let form: Promise<FilledForm> | null = null;
  const askForForm = (): Promise<FilledForm> => {
    form ??= newForm(session);
    return form;
  };
  /** The list's rows of the posts that were handed out, kept for their buttons. */
  const rows = new Map<string, Article>();
  const seen = (article: Article): Article => {
    rows.set(article.id, article);
    return article;
  };

  async function read(id: string): Promise<Article | null> {
    const article = await articleById(session, id);
    return article && seen({ ...article, mayPublish: mayPublish(session) });
  }

  async function rowOf({ id }: CmsPost): Promise<Article> {
    const row = rows.get(id) ?? (await read(id));
    if (row === null) throw new CmsError('not_read_back');
    return row;
  }

  async function search(link: string): Promise<Article[]> {
    // A listing without an article will most likely need the form. It comes while the search runs; where it does not come,
    // the write says why, and only if there is one.
    if (known === null && isToWrite) askForForm().catch(() => undefined);
    try {
      return (await holding(link)).map(seen);
    } catch (error) {
      throw await inWords(error, form);
    }
  }

  const lookAround = async ({ title, newest }: LookAround): Promise<Article[]> => [
    ...(title === null ? [] : (await articlesTitled(session, plainTitle(title))).map(seen)),
    ...(newest ? (await articlesTitled(session, '')).map(seen) : []),
  ];

  function holding(link: string): Promise<Article[]> {
    return articlesWith(session, link, ({ html }) => countLinks(html, link) > 0);
  }

  async function write(current: CmsPost | null, post: LinkBackPost): Promise<Written> {
    const picture = await toPicture(post.image, toJpeg);
    const wanted: Wanted = { title: plainTitle(post.title), html: body(post.html), picture };
    if (current !== null) {
      const changed = await writeOver(session, await rowOf(current), wanted, post);
      return written(await withPicture(changed, wanted, post), picture, post);
    }
    const empty = await askForForm();
    // An article that the engine has seen before is not the one that this POST makes.
    const before = new Set(rows.keys());
    const isNew = ({ id }: Article) => !before.has(id);
    /** Where the list or the site keeps nothing of our link, the article is known by its title and words. */
    const made = async () =>
      (await holding(post.link)).find((article) => isNew(article) && isLinkBack(article.html, post.link)) ??
      (await articlesTitled(session, wanted.title))
        .filter((article) => isNew(article) && hasSameText(article.html, wanted.html))
        .at(-1);
    await writeNew(session, empty, wanted, async () => (await made()) !== undefined);
    const article = await made();
    if (article === undefined) throw new CmsError('not_read_back');
    return written(await withPicture(article, wanted, post), picture, post);
  }

  /**
   * The article with its picture. What is over PHP's limit OpenSID drops without a word, or never takes; then a smaller
   * one is sent, once.
   */
  async function withPicture(article: Article, wanted: Wanted, post: LinkBackPost): Promise<Article> {
    if (article.picture !== null || wanted.picture === null) return article;
    const blob = await smaller(wanted.picture.blob, toJpeg);
    if (blob === null) return article;
    const picture = { ...wanted.picture, blob, name: nameFor(wanted.picture.name, blob) };
    return writeOver(session, article, { ...wanted, picture }, post);
  }

  /** The print is kept for a picture that did not get in, too: what a person puts in its place is then left alone. */
  function written(article: Article, picture: Picture | null, { image }: LinkBackPost): Written {
    const { picture: stored } = article;
    const imageUrl = stored && `${session.siteUrl}/desa/upload/artikel/sedang_${encodeURIComponent(stored)}`;
    const pictureMissing = image !== null && stored === null ? 'refused' : undefined;
    const after = seen({ ...article, mayPublish: mayPublish(session) });
    return { id: article.id, imageId: picture?.print ?? null, imageUrl, pictureMissing, after };
  }

  /**
   * Deletes the article where the role may, else hides it. There is no trash, so an article that a person has worked on
   * is only hidden.
   */
  async function unpublish(current: CmsPost): Promise<void> {
    const article = await rowOf(current);
    const isTouched = known !== null && fingerprintOf(article.title, article.html) !== known.editedMark;
    if (article.remove !== null && !isTouched) {
      const form = formOf(await visit(session, 'web'), 'form#mainform');
      form.action = new URL(article.remove, session.base);
      await submit(session, form, async () => (await read(article.id)) === null);
    } else if (article.state === 'published') {
      if (article.toggle === null) throw new CmsError('no_permission');
      // The switch turns the article on or off, so it is used only right after the list said "on".
      await request(session, new URL(article.toggle, session.base));
    }
  }

  return { read, search, lookAround, write, unpublish };
}

/**
 * The failure that says why, of two requests that were sent together: OpenSID tells its reason once, to whichever of them
 * comes first.
 */
async function inWords(error: unknown, other: Promise<unknown> | null): Promise<unknown> {
  if (!(error instanceof CmsError) || error.what !== null) return error;
  const told = await other?.then(
    () => null,
    (failure: unknown) => failure,
  );
  return told instanceof CmsError && told.code === error.code ? told : error;
}
