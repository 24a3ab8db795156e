import type { CmsPost, LookAround, Store } from '#utils/cms/engine.ts';
import { countLinks, hasSameText, idIn } from '#utils/cms/link.ts';
import { CmsError } from '#utils/cms/types.ts';
import { plainTitle } from './fill.ts';
import { fromOutside, listArticles, type Row } from './list.ts';
import type { Joomla } from './session.ts';

/** How many articles of one kind are opened when the search for the link has found none: each is locked and given back. */
const OPENED = 8;

/** Looks for articles by Joomla's own list; `read` opens one of them. */
export function finderOf(session: Joomla, read: Store['read']): Pick<Store, 'search' | 'lookAround'> {
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
      const { html } = await fromOutside(session, row);
      if (html !== null && countLinks(html, link) > 0) throw error;
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

  return { search, lookAround };
}
