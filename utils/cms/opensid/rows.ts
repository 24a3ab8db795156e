import type { CmsPost } from '#utils/cms/engine.ts';
import { CmsError } from '#utils/cms/types.ts';
import { type Article, articleById } from './list.ts';
import type { Opensid } from './session.ts';
import { mayPublish } from './write.ts';

/** The list's rows of the articles that were handed out, kept for their buttons. */
export interface Rows {
  keep(article: Article): Article;
  isKept(id: string): boolean;
  read(id: string): Promise<Article | null>;
  /** The row of an article that was handed out; throws `not_read_back` where it is gone by now. */
  rowOf(post: CmsPost): Promise<Article>;
}

export function rowsOn(session: Opensid): Rows {
  const rows = new Map<string, Article>();
  const keep = (article: Article): Article => {
    rows.set(article.id, article);
    return article;
  };

  async function read(id: string): Promise<Article | null> {
    const article = await articleById(session, id);
    return article && keep({ ...article, mayPublish: mayPublish(session) });
  }

  async function rowOf({ id }: CmsPost): Promise<Article> {
    const row = rows.get(id) ?? (await read(id));
    if (row === null) throw new CmsError('not_read_back');
    return row;
  }

  return { keep, isKept: (id) => rows.has(id), read, rowOf };
}
