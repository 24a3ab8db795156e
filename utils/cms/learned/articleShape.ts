import type { SitePath } from '#contract';
import { plain } from '#utils/cms/plainText.ts';
import { isTitled } from './publicLook.ts';
import { idOf, sitePath } from './sitePath.ts';

/** What a list of an admin is made of: each of these is one article's. */
export const ROW = 'tr, li, article, .card, .list-group-item, .item';
/** How many articles of one title are told apart at most. */
export const MOST_ALIKE = 4;

/** A link in a list of the admin, with the words of the row that it stands in. */
export interface RowLink {
  path: SitePath;
  words: string[];
}

/** The links of a list's rows that lead to pages of the site. Links outside a row belong to no article. */
export function rowLinks(document: Document, page: URL, siteUrl: string): RowLink[] {
  return [...document.querySelectorAll('a[href]')].flatMap((anchor) => {
    const row = anchor.closest(ROW);
    const url = URL.parse(anchor.getAttribute('href') ?? '', page);
    const own = url?.hostname === page.hostname ? new URL(url.pathname + url.search, page.origin) : null;
    const path = own && sitePath(own, siteUrl);
    return row === null || path === null ? [] : [{ path, words: wordsOf(row) }];
  });
}

function wordsOf(row: Element): string[] {
  const cells = [...row.querySelectorAll('td, h1, h2, h3, h4, h5, h6, a, strong, p, span')];
  return [...cells.map((cell) => plain(cell.textContent)), plain(row.textContent)].filter((words) => words !== '');
}

/** Whether a row is about an article of one of these titles. */
export function isAbout({ words }: RowLink, titles: readonly string[]): boolean {
  return titles.some((title) => isTitled(words, title));
}

/** An address in which one number is left open; every number that it has is tried, the last one first. */
function shapesOf(path: SitePath): { shape: SitePath; id: string }[] {
  return [...path.matchAll(/\d+/g)]
    .map(({ 0: id, index }) => ({ shape: `${path.slice(0, index)}{id}${path.slice(index + id.length)}`, id }))
    .reverse();
}

/**
 * The shape of the addresses by which a list leads to its articles, and the number of the one that was opened: the number
 * in which other rows' addresses differ from this one, and nothing else. Of a list with no other article the last number
 * counts. Null where the address has no number.
 */
export function shapeAmong(path: SitePath, links: readonly RowLink[]): { shape: SitePath; id: string } | null {
  const shapes = shapesOf(path);
  const isShared = ({ shape, id }: { shape: SitePath; id: string }) =>
    links.some((link) => ![null, id].includes(idOf(link.path, shape)));
  return shapes.find(isShared) ?? shapes[0] ?? null;
}

/** The shape of an address that names this article; the address itself where it names none. */
export function shapeFor(path: SitePath, id: string): SitePath {
  return shapesOf(path).find((one) => one.id === id)?.shape ?? path;
}

export const withNumber = (shape: SitePath, id: string | null): SitePath => shape.replace('{id}', id ?? '');
