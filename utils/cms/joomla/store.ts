import type { CmsPost, LookAround, Store, Written } from '#utils/cms/engine.ts';
import { countLinks, hasSameText, idIn, isLinkBack } from '#utils/cms/link.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import { CmsError, type DriverContext, type LinkBackPost } from '#utils/cms/types.ts';
import { type Article, checkOut, newArticle, release } from './article.ts';
import { plainTitle, stepFor } from './fill.ts';
import { fromOutside, listArticles, type Row } from './list.ts';
import { adminUrl, postTask, sessionOf, tokenOf } from './session.ts';
import { saveNew, saveOver, takeStep } from './write.ts';

/** How many articles of one kind are opened when the search for the link has found none: each is locked and given back. */
const OPENED = 8;

/** Joomla's articles as the engine works with them. */
export function storeOf(context: DriverContext, toJpeg: ToJpeg): Store {
  const session = sessionOf(context);
  /** The articles as they were last read, their locks given back. They tell what this person may do with each. */
  const seen = new Map<string, Article>();
  /** The article that was read back after a write, so that it is not read twice. */
  let readBack: Article | null = null;

  /** Looks into the form and gives the lock back, unless it is the one of the editor on this page. */
  async function look(id: string): Promise<Article | null> {
    const article = await checkOut(session, id);
    if (article === null) return null;
    seen.set(id, article);
    if (id !== context.page.openPost) await release(session, article);
    return article.showsState ? article : { ...article, state: await listedState(id) };
  }

  /** The state of an article whose form does not show it. One that cannot be read is not taken for a draft. */
  async function listedState(id: string): Promise<CmsPost['state']> {
    const row = await rowOf(id);
    if (row === undefined || row.state === null) throw new CmsError('markup_changed', 'td.article-status');
    return row.state;
  }

  async function rowOf(id: string): Promise<Row | undefined> {
    return (await listArticles(session, `id:${id}`)).find((row) => row.id === id);
  }

  async function read(id: string): Promise<CmsPost | null> {
    const known = readBack;
    readBack = null;
    if (known?.id === id) return known;
    const article = await look(id);
    if (article !== null) return article;
    const row = await rowOf(id);
    if (row === undefined) return null;
    if (row.canEdit) throw await whyClosed(row);
    return fromOutside(session, row);
  }

  /**
   * Why an article does not open although this person may edit it. A colleague has it open, or left without closing it; else
   * pages of the person's own kept wiping our mark, and the lock that we asked for is given back.
   */
  async function whyClosed({ id, lock }: Row): Promise<CmsError> {
    if (lock === 'others') return new CmsError('open_in_editor');
    if (lock === 'own') await release(session, { ...(await newArticle(session)), id });
    return new CmsError('site_down', 'edit mark');
  }

  async function search(link: string): Promise<CmsPost[]> {
    const id = idIn(link);
    const inText = await listArticles(session, `content:${id}`);
    // Before 3.9 there is no search in the text, so the note that we leave is looked for.
    return open(inText.length > 0 ? inText : await listArticles(session, id));
  }

  async function lookAround({ link, title, newest }: LookAround): Promise<CmsPost[]> {
    const name = title && plainTitle(title);
    const titled = name ? (await listArticles(session, name)).filter((row) => hasSameText(row.title, name)) : [];
    const last = newest ? await listArticles(session, '') : [];
    const rows = [...titled.reverse().slice(0, OPENED), ...last.slice(0, OPENED)];
    const found: CmsPost[] = [];
    for (const row of new Map(rows.map((row) => [row.id, row])).values()) {
      const post = await glance(row, link);
      if (post !== null) found.push(post);
    }
    return found;
  }

  /** One of the articles around. A colleague may have it open, which is no matter of ours unless it is our article. */
  async function glance(row: Row, link: string): Promise<CmsPost | null> {
    try {
      return (await open([row]))[0] ?? null;
    } catch (error) {
      if (!(error instanceof CmsError) || error.code !== 'open_in_editor') throw error;
      const seen = await fromOutside(session, row);
      if (seen.html !== null && countLinks(seen.html, link) > 0) throw error;
      return null;
    }
  }

  async function open(rows: readonly Row[]): Promise<CmsPost[]> {
    const found: CmsPost[] = [];
    for (const row of rows) {
      const post = row.canEdit ? await read(row.id) : await fromOutside(session, row);
      if (post !== null) found.push(post);
    }
    return found;
  }

  async function write(current: CmsPost | null, post: LinkBackPost): Promise<Written> {
    if (current === null) {
      const { article: shown, written, said } = await saveNew(session, post, toJpeg);
      const article = shown ?? (await justMade(post.link));
      if (article === null) throw new CmsError('refused', said);
      readBack = article.showsState ? article : { ...article, state: await listedState(article.id) };
      // A form of a new article may offer no steps yet; then it starts in the first stage, which need not be a public one.
      if (readBack.state !== 'published' && stepFor(article, 'publish') !== null) {
        await takeStep(session, await locked(article.id), 'publish');
        readBack = await opened(article.id);
      }
      return { ...written, id: article.id };
    }
    const written = await saveOver(session, { ...(await locked(current.id)), state: current.state }, post, toJpeg);
    readBack = await opened(current.id);
    // The lists look alike after a save and after a refusal: what is stored now decides.
    if (!written.isIn(readBack)) throw new CmsError('refused');
    return written;
  }

  /** What a first save has made, when Joomla did not show it; its lock is given back with that. */
  async function justMade(link: string): Promise<Article | null> {
    const made = (await search(link)).find(({ html }) => html !== null && isLinkBack(html, link));
    return (made && seen.get(made.id)) ?? null;
  }

  async function locked(id: string): Promise<Article> {
    return (await checkOut(session, id)) ?? raise(id);
  }

  async function opened(id: string): Promise<Article> {
    return (await look(id)) ?? raise(id);
  }

  async function raise(id: string): Promise<never> {
    const row = await rowOf(id);
    throw row === undefined ? new CmsError('not_read_back') : await whyClosed(row);
  }

  /** Moves the article to the trash, from which it comes back under its own id. */
  async function unpublish({ id }: CmsPost): Promise<void> {
    const article = seen.get(id) ?? (await look(id));
    if (article === null) throw new CmsError('no_permission', 'core.edit');
    const mayTrash = article.steps === null ? article.mayChangeState : stepFor(article, 'trash') !== null;
    if (!mayTrash) throw new CmsError('no_permission', 'core.edit.state');
    if (article.steps !== null) return takeStep(session, await locked(id), 'trash');
    const url = adminUrl(session, { option: 'com_content', view: 'articles' });
    const fields = { task: 'articles.trash', 'cid[]': id, boxchecked: '1' };
    await postTask(session, url, tokenOf(article.form.page), fields);
  }

  return { read, search, lookAround, write, unpublish };
}
