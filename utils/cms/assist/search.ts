import { inAllFrames } from '#utils/cms/editor/shown.ts';
import { isTitled, lookAtLists, type PublicArticle, readArticle, type Shown } from '#utils/cms/learned/publicLook.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';

/** Where sites list their articles, by the words of their addresses and menus. */
const LISTS = /berita|artikel|kabar|news|blog|posts?\b|informasi|potensi|umkm|produk/i;
/** What one search asks of a site at most, beside its home page. */
const MOST_LISTS = 2;
const MOST_ARTICLES = 4;

interface Wanted {
  link: string;
  title: string;
}

/**
 * Where a stranger finds the card: on the home page or a list of news, and in the articles there, those of its title
 * first. Null when it is in none of them. At most seven pages are asked for. Throws `CmsError`.
 */
export async function searchCard(
  context: DriverContext,
  siteUrl: string,
  { link, title }: Wanted,
): Promise<PublicArticle | null> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] });
  const lists = listsOn(home, siteUrl);
  const further = lists.length === 0 ? null : await lookAtLists(context, { siteUrl, lists }).catch(notThere);
  const links = new Map([...(further?.links ?? []), ...home.links]);
  const found: PublicArticle[] = [];
  for (const url of articlesIn(links, lists, siteUrl, title)) {
    const article = await readArticle(context, url, link);
    if (article?.holds === 'linked') return article;
    if (article?.holds === 'mentioned') found.push(article);
  }
  return found[0] ?? null;
}

/** Paths of the lists that the home page leads to; the shortest are lists, the longer ones articles in them. */
export function listsOn(home: Shown, siteUrl: string): string[] {
  const paths = [...home.links]
    .filter(([url, words]) => LISTS.test(words.join(' ')) || LISTS.test(new URL(url).pathname))
    .flatMap(([url]) => sitePath(new URL(url), siteUrl) ?? []);
  const depth = (path: string) => path.split('/').length;
  const sorted = paths.filter((path) => path !== '/').sort((a, b) => depth(a) - depth(b));
  const isList = (path: string) => !sorted.some((other) => path.startsWith(`${other}/`));
  return [...new Set(sorted.filter(isList))].slice(0, MOST_LISTS);
}

/** Addresses worth opening: those that are called like the product, then the first ones below a list. */
export function articlesIn(
  links: ReadonlyMap<string, string[]>,
  lists: readonly string[],
  siteUrl: string,
  title: string | null,
): string[] {
  const paths = [...links].flatMap(([url, words]) => {
    const path = sitePath(new URL(url), siteUrl);
    return path === null || path === '/' || lists.includes(path) ? [] : [{ url, words, path }];
  });
  const isNamed = ({ words }: { words: string[] }) => title !== null && isTitled(words, title);
  const isBelow = ({ path }: { path: string }) => lists.some((list) => path.startsWith(`${list}/`) || /\d/.test(path));
  const sorted = [...paths.filter(isNamed), ...paths.filter((one) => !isNamed(one) && isBelow(one))];
  return sorted.slice(0, MOST_ARTICLES).map(({ url }) => url);
}

/** A page that is only linked and cannot be read is no list; without an answer nothing can be said. */
function notThere(error: unknown): null {
  if (error instanceof CmsError && error.code === 'site_down') return null;
  throw error;
}

/**
 * What this page says of the card: it stands in a field (`form`), the product's name stands among the page's words
 * (`listed`), or neither.
 */
export function cardHere(document: Document, { link, title }: Wanted): 'form' | 'listed' | null {
  const fields = inAllFrames<HTMLElement>(
    document,
    'textarea, input, [contenteditable]:not([contenteditable="false"])',
  );
  const words = (field: HTMLElement) => ('value' in field ? String(field.value) : field.innerHTML);
  if (fields.some((field) => words(field).includes(link))) return 'form';
  const page = document.body.cloneNode(true) as HTMLElement;
  for (const other of page.querySelectorAll('script, style, textarea, template')) other.remove();
  return sameTitle(page.textContent ?? '').includes(sameTitle(title)) ? 'listed' : null;
}
