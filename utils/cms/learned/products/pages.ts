import type { SitePath } from '#contract';
import { TABLE_ROWS_MAX } from '#contract/recipeProducts.ts';
import { type Reply, request, type Session } from '#utils/cms/form.ts';
import { atSite, sitePath } from '#utils/cms/learned/sitePath.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Listed, Row } from './cell.ts';
import { harmlessPath, mayAct } from './links.ts';
import { listedOn } from './rows.ts';

/** How many pages of a list are opened at most. */
const PAGES_MAX = 20;
/** How much of a page is read (characters): an old laptop has to hold it as a document. */
const PAGE_MAX = 6_000_000;

const NUMBER = /^(?:page|hal|halaman|p|pg|offset|start)(?:_\w+)?$/i;

/** The list's own address, whichever page of it is open. */
export function firstPage(path: SitePath): SitePath {
  const [folder = '/', question = ''] = path.split('?');
  const kept = question.split('&').filter((pair) => pair !== '' && !NUMBER.test(pair.split('=')[0] ?? ''));
  return kept.length === 0 ? folder : `${folder}?${kept.join('&')}`;
}

/** A page of the admin, opened as the person would. Throws `CmsError`; `refused` for one that is too large to be read. */
export async function openPage(session: Session, siteUrl: string, path: SitePath): Promise<Reply> {
  const page = await request(session, atSite(path, siteUrl));
  if (page.text.length > PAGE_MAX) throw new CmsError('refused', 'table_too_large');
  return page;
}

/** A list as it was read. */
export interface ReadList extends Listed {
  /** The first page, and that page's address. */
  first: Reply;
  /** There were more rows, or pages, than are read. */
  isCut: boolean;
}

/**
 * The pages of a list (`most` of them), the first `TABLE_ROWS_MAX` rows of it. Only addresses are followed that are the list's own but for a
 * page's number. Null where there is no list.
 */
export async function readPages(
  session: Session,
  siteUrl: string,
  list: SitePath,
  most = PAGES_MAX,
): Promise<ReadList | null> {
  const first = await openPage(session, siteUrl, list);
  const begun = listedOn(first.document, first.url, siteUrl);
  if (begun === null) return null;
  const rows: Row[] = [...begun.rows];
  const waiting = pagesOn(first, siteUrl, list);
  const seen = new Set([list]);
  const known = new Set(rows.map(said));
  let opened = 1;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    if (opened >= most || rows.length >= TABLE_ROWS_MAX)
      return { ...begun, rows: rows.slice(0, TABLE_ROWS_MAX), first, isCut: true };
    seen.add(next);
    opened += 1;
    const page = await openPage(session, siteUrl, next);
    const more = listedOn(page.document, page.url, siteUrl);
    const fresh = (more?.rows ?? []).filter((row) => !known.has(said(row)));
    for (const row of fresh) known.add(said(row));
    rows.push(...fresh);
    // A site that answers every number with the same page has no end.
    if (fresh.length > 0) waiting.push(...pagesOn(page, siteUrl, list));
  }
  return { ...begun, rows: rows.slice(0, TABLE_ROWS_MAX), first, isCut: rows.length >= TABLE_ROWS_MAX };
}

const said = ({ edit, cells }: Row): string => edit ?? cells.map(({ text }) => text).join('\n');

/** The list's other pages, as its links name them. */
export function pagesOn({ document, url }: Reply, siteUrl: string, list: SitePath): SitePath[] {
  const links = [...document.querySelectorAll('a[href]')].filter((anchor) => anchor.closest('tbody') === null);
  const paths = links.map((anchor) => harmlessPath(anchor, url, siteUrl));
  return [...new Set(paths)].filter((path) => path !== null && isPageOf(path, list)) as SitePath[];
}

/** Whether an address is the list's but for a page's number: in its question, or as CodeIgniter writes it, at its end. */
export function isPageOf(path: SitePath, list: SitePath): boolean {
  if (path === list) return false;
  const [folder = ''] = path.split('?');
  const numbers = (path.split('?')[1] ?? '').split('&').filter((pair) => NUMBER.test(pair.split('=')[0] ?? ''));
  if (numbers.length > 0) return firstPage(path) === list && numbers.every((pair) => /=\d{1,6}$/.test(pair));
  if (list.includes('?') || path.includes('?')) return false;
  const base = list.replace(/\/(?:index)?\/?$/, '');
  return (
    folder.startsWith(`${base}/`) && /^\/(?:index\/|page\/|hal\/|halaman\/)\d{1,6}$/.test(folder.slice(base.length))
  );
}

/** The list that a tab shows, from the site's own address on; null for an address that may do something. */
export function listPath(address: URL, siteUrl: string): SitePath | null {
  const path = sitePath(new URL(address.pathname + address.search, address.origin), siteUrl);
  return path === null || mayAct(path) ? null : firstPage(path);
}
