import type { SitePath } from '#contract';
import { NUMBERED } from '#contract/numbered.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { articleOnList, titledOnList } from './onList.ts';
import { isTitled, lookAtLists, type PublicArticle, readArticle, type Shown } from './publicLook.ts';
import { slugOf } from './safeWords.ts';
import { sitePath } from './sitePath.ts';

/** Where sites list their articles, by the words of their addresses and menus. */
const LISTS = /berita|artikel|kabar|news|blog|posts?\b|informasi|potensi|umkm|produk|pengumuman/i;
const MOST_LISTS = 6;
/** How many articles of the title are opened on one list. */
const MOST_NAMED = 4;

/**
 * Where a stranger finds the article: on the home page, on the lists that the home page leads to, around the page that
 * the person has opened (`open`), or on several of these. One of its title without the link is answered only where none
 * has it. The page with the form (`form`) is the admin's, though a site may show it to everybody: it counts only where
 * the person has opened it to show the article.
 */
export async function findPublic(
  context: DriverContext,
  siteUrl: string,
  { link, title }: { link: string; title: string },
  { open, form }: { open?: URL | undefined; form?: URL } = {},
): Promise<{ article: PublicArticle; lists: SitePath[] } | null> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] }).catch((error: unknown) => {
    // Without a home page the one that was opened may do.
    if (open === undefined) throw error;
    return notThere(error);
  });
  const around = open === undefined ? [] : await pagesAround(context, siteUrl, open);
  const opened = new Map<string, PublicArticle | null>();
  const on = new Map<string, SitePath[]>();
  const whole: { article: PublicArticle; lists: SitePath[] }[] = [];
  const admin = form === undefined || open?.pathname === form.pathname ? null : sitePath(form, siteUrl);
  for (const path of new Set<SitePath>(['/', ...listsOn(home, siteUrl), ...around])) {
    const shown = path === '/' ? home : await lookAtLists(context, { siteUrl, lists: [path] }).catch(notThere);
    const named = [...(shown?.links ?? [])].filter(([, words]) => isTitled(words, title));
    for (const [url] of named.slice(0, MOST_NAMED)) {
      if (!opened.has(url)) opened.set(url, await readArticle(context, url, link).catch(notThere));
      on.set(url, [...(on.get(url) ?? []), path]);
    }
    // The article's own page shows it whole and is no list: the next article will not stand there.
    const isList = shown !== null && path !== admin && !(path === around[0] && isArticlesOwn(path, title));
    const article = isList && (articleOnList(shown, link) ?? titledOnList(shown, title));
    if (article) whole.push({ article, lists: [path] });
  }
  const articles = [...opened.values()].filter((article) => article !== null);
  const rank = ({ holds }: PublicArticle) => ['linked', 'mentioned', 'bare'].indexOf(holds);
  const [article] = articles.sort((one, other) => rank(one) - rank(other));
  // Without a page of its own, the list on which it can be read whole is its address: the one that the person has opened,
  // else the last, because the home page shows the newest only.
  const shown = whole.filter(({ lists }) => lists[0] === around[0]);
  const [onList] = [...shown, ...whole.reverse()].sort((one, other) => rank(one.article) - rank(other.article));
  if (onList !== undefined && (article === undefined || article.holds === 'bare')) return onList;
  return article === undefined ? null : { article, lists: (on.get(article.url) ?? []).slice(0, 3) };
}

/** The lists to which a page leads. */
function listsOn(shown: Shown | null, siteUrl: string): SitePath[] {
  return [...(shown?.links ?? [])]
    .filter(([url, words]) => LISTS.test(words.join(' ')) || LISTS.test(new URL(url).pathname))
    .flatMap(([url]) => sitePath(new URL(url), siteUrl) ?? [])
    .slice(0, MOST_LISTS);
}

/** The page that the person has opened, the folders above it, and the lists to which it leads. */
async function pagesAround(context: DriverContext, siteUrl: string, open: URL): Promise<SitePath[]> {
  const path = sitePath(open, siteUrl);
  if (path === null) return [];
  const parts = open.pathname.split('/').slice(1, -1);
  const above = parts.map((_, at) => new URL(`/${parts.slice(0, at + 1).join('/')}`, open)).reverse();
  const shown = await lookAtLists(context, { siteUrl, lists: [path] }).catch(notThere);
  const folders = above.flatMap((folder) => sitePath(folder, siteUrl) ?? []).slice(0, MOST_LISTS);
  return [path, ...listsOn(shown, siteUrl), ...folders];
}

/** An address that names one article: by its number or its title. */
function isArticlesOwn(path: SitePath, title: string): boolean {
  return NUMBERED.test(path) || path.endsWith(`/${slugOf(title)}`);
}

/** A page that is only linked and cannot be read is no list; without an answer nothing can be said. */
function notThere(error: unknown): null {
  // A page that leads to another host gives no answer either.
  if (error instanceof CmsError && (error.code === 'site_down' || error.code === 'network')) return null;
  throw error;
}
