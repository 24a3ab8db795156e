import type { CmsPost } from '#utils/cms/engine.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { type Article, checkOut, newArticle, release } from './article.ts';
import { fromOutside, listArticles, type Row } from './list.ts';
import { ownLocks } from './ownLocks.ts';
import type { Joomla } from './session.ts';

export interface Reader {
  /** The article as it is; null when there is none. */
  read(id: string): Promise<CmsPost | null>;
  /** The article locked for a change. */
  locked(id: string): Promise<Article>;
  /** The article as it is after a write. */
  opened(id: string): Promise<Article>;
  /** Looks into the form and gives the lock back, unless it is the one of the editor on this page. */
  look(id: string): Promise<Article | null>;
  /** The article with the state that the list tells, where its form shows none. */
  withState(article: Article): Promise<Article>;
  /** The article as it was last read, its lock given back. It tells what this person may do with it. */
  lastSeen(id: string): Article | null;
}

/** Reads single articles, in their form where this person may open it. */
export function readerOf(context: DriverContext, session: Joomla): Reader {
  const { page } = context;
  const locks = ownLocks(context);
  const seen = new Map<string, Article>();

  async function look(id: string): Promise<Article | null> {
    const article = await lock(id);
    if (article === null) return null;
    seen.set(id, article);
    if (id !== page.openPost) {
      await release(session, article);
      locks.given(id);
    }
    return withState(article);
  }

  async function lock(id: string): Promise<Article | null> {
    if (id !== page.openPost) locks.taken(id);
    const article = await checkOut(session, id);
    if (article === null) locks.given(id);
    return article;
  }

  async function withState(article: Article): Promise<Article> {
    return article.showsState ? article : { ...article, state: await listedState(article.id) };
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

  async function raise(id: string): Promise<never> {
    const row = await rowOf(id);
    throw row === undefined ? new CmsError('not_read_back') : await whyClosed(row);
  }

  return {
    read,
    look,
    withState,
    locked: async (id) => (await lock(id)) ?? raise(id),
    opened: async (id) => (await look(id)) ?? raise(id),
    lastSeen: (id) => seen.get(id) ?? null,
  };
}
