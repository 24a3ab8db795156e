import type { CmsPost } from '#utils/cms/engine.ts';
import { idIn } from '#utils/cms/link.ts';
import { CmsError } from '#utils/cms/types.ts';
import type { Opensid } from './session.ts';
import { isOn } from './switch.ts';
import { tableRows } from './table.ts';

/** An article as OpenSID's own list gives it. */
export interface Article extends CmsPost {
  html: string;
  state: 'published' | 'draft';
  /** The address that follows the title; `url` is the one by number. */
  titled: string;
  /** The stored name of the main picture. */
  picture: string | null;
  /** Admin paths; each is null when this person may not do that. */
  edit: string | null;
  remove: string | null;
  toggle: string | null;
}

const PAGE = 100;

/** The articles whose text names the listing and that `isWanted` accepts, oldest first. */
export const articlesWith = (
  session: Opensid,
  link: string,
  isWanted: (article: Article) => boolean,
): Promise<Article[]> => search(session, 'isi', idIn(link), isWanted);

/** The newest articles of this title; the newest of all when `title` is empty. */
export const articlesTitled = (session: Opensid, title: string): Promise<Article[]> =>
  search(session, 'judul', title, (found) => title === '' || found.title === title, 1);

export async function articleById(session: Opensid, id: string): Promise<Article | null> {
  const [article] = await search(session, 'id', id, (found) => found.id === id);
  return article ?? null;
}

/** Every article that names a listing of the same marketplace as `link` does. */
export async function articlesLinking(session: Opensid, link: string): Promise<Article[]> {
  const found: Article[] = [];
  await search(session, 'isi', link.slice(0, link.lastIndexOf('/') + 1), (article) => {
    found.push(article);
    // No article is accepted, so that the list is walked to its end.
    return false;
  });
  return found;
}

/**
 * The list searches any column that the request names (the page itself names only the title). A version that ignores the
 * search answers with everything: then it is walked, newest first, until a page holds what is wanted.
 */
async function search(
  session: Opensid,
  column: 'id' | 'isi' | 'judul',
  value: string,
  isWanted: (article: Article) => boolean,
  pages = Number.POSITIVE_INFINITY,
): Promise<Article[]> {
  for (let start = 0, total = 1; start < total && start < pages * PAGE; start += PAGE) {
    const asked = { path: 'web/datatables', own: { cat: -1 }, column, value, start, length: PAGE };
    const { data, total: found } = await tableRows(session, asked);
    // The raw text is searched first, because reading a row as HTML is expensive.
    const named = data.filter((row) => rawOf(row, column).includes(column === 'judul' ? '' : value));
    const wanted = named.map((row) => articleOf(session, row)).filter(isWanted);
    if (wanted.length > 0) return wanted.toSorted((a, b) => Number(a.id) - Number(b.id));
    total = found;
  }
  return [];
}

function rawOf(row: unknown, column: string): string {
  const raw = ((row ?? {}) as Record<string, unknown>)[column];
  if (raw === undefined) throw new CmsError('markup_changed', `web/datatables: ${column}`);
  return String(raw);
}

function articleOf(session: Opensid, row: unknown): Article {
  const { id, judul, isi, enabled, gambar, id_kategori, url_slug, aksi } = (row ?? {}) as Record<string, unknown>;
  if (typeof isi !== 'string' || typeof judul !== 'string' || typeof url_slug !== 'string') {
    throw new CmsError('markup_changed', 'web/datatables: isi, judul, url_slug');
  }
  const buttons = new DOMParser().parseFromString(typeof aksi === 'string' ? aksi : '', 'text/html');
  const addresses = [...buttons.querySelectorAll('a')].flatMap((a) => [a.getAttribute('href'), a.dataset.href]);
  // The cipher ids stand only in the buttons. An uncategorised article's buttons lack the category: `web/form//…` opens
  // the form of a new article, so the category is written here.
  const path = (action: string, column = ''): string | null => {
    const pattern = new RegExp(`/web/${action}/[^/]*${column}/([^/]+)$`);
    const codes = addresses.map((address) => pattern.exec(address ?? '')?.[1]);
    const code = codes.find((found) => found !== undefined);
    return code === undefined ? null : `web/${action}/${id_kategori ?? -1}${column}/${code}`;
  };
  const pretty = new URL(url_slug, session.base);
  return {
    id: String(id),
    title: decode(judul),
    html: decode(isi),
    state: isOn(enabled, 'web/datatables: enabled') ? 'published' : 'draft',
    picture: typeof gambar === 'string' && gambar !== '' ? gambar : null,
    titled: pretty.href,
    // This address leads to the current one for good.
    url: new URL(pretty.pathname.replace(/[^/]*$/, String(id)), session.base).href,
    edit: path('form'),
    remove: path('delete'),
    // The row has a switch for its comments too, and newer versions more.
    toggle: path('lock', '/enabled'),
  };
}

/**
 * The text of a column, which comes escaped. It is read as a text field's content, which is text whatever stands in it.
 */
export function decode(escaped: string): string {
  const field = new DOMParser()
    .parseFromString(`<textarea>\n${escaped}</textarea>`, 'text/html')
    .querySelector('textarea');
  return field?.value ?? '';
}
