import type { Recipe } from '#contract';
import { countLinks } from '#utils/cms/link.ts';
import { inert, plain } from '#utils/cms/plainText.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { sameTitle } from './safeWords.ts';
import { shownWords } from './shownWords.ts';
import { atSite } from './sitePath.ts';

/** How long (ms) the site may take to answer a stranger. */
export const PATIENCE = 20_000;
/** How many articles of a list are opened at most in search of ours. */
export const MOST_OPENED = 8;

/** What a stranger sees on the site's lists. */
export interface Shown {
  /** Each address once, with the words of every link to it. */
  links: Map<string, string[]>;
  /** The addresses of pictures. */
  pictures: Set<string>;
  /** The lists themselves, by address: on small sites the whole article stands there and has no page of its own. */
  pages: Map<string, Document>;
}

/** An article that a stranger can read. */
export interface PublicArticle {
  url: string;
  /** `linked`: a link leads to the product; `mentioned`: its address stands there as mere words; `bare`: neither. */
  holds: 'linked' | 'mentioned' | 'bare';
  pictures: string[];
}

/** Addresses that may do something when they are opened: some sites delete at a link, for whoever comes. */
export const DOES = /(?:^|[/?=&_])(?:hapus|delete|destroy|remove|log-?out|keluar|unpublish)(?:[/?=&_.]|$)/i;

/** A page as a stranger gets it; null for anything but a page. Throws `CmsError` `network` when nothing came back. */
export async function asStranger({ fetch }: DriverContext, url: string): Promise<Document | null> {
  if (DOES.test(url)) return null;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(url, { credentials: 'omit', cache: 'no-store', signal });
    const isPage = response.ok && (response.headers.get('content-type') ?? 'text/html').includes('html');
    return isPage ? inert(await response.text()) : null;
  } catch (error) {
    throw new CmsError('network', error instanceof Error ? error.message : null);
  }
}

/**
 * What the site's lists show to a stranger. Asked without cookies, because some sites hide an article from whoever is
 * signed in. Throws `site_down` when none of the lists can be read.
 */
export async function lookAtLists(
  context: DriverContext,
  { lists, siteUrl }: Pick<Recipe, 'lists' | 'siteUrl'>,
): Promise<Shown> {
  const shown: Shown = { links: new Map(), pictures: new Set(), pages: new Map() };
  let isRead = false;
  for (const path of lists) {
    const page = atSite(path, siteUrl);
    const document = await asStranger(context, page.href);
    if (document === null) continue;
    isRead = true;
    shown.pages.set(page.href, document);
    const anchors = [...document.querySelectorAll('a[href]')];
    const inMenu = (anchor: Element) => Number(anchor.closest('nav, header, footer, aside') !== null);
    // The menu's addresses come last, because few are opened.
    for (const anchor of anchors.sort((a, b) => inMenu(a) - inMenu(b))) {
      const url = URL.parse(anchor.getAttribute('href') ?? '', page);
      if (url === null || url.host !== page.host) continue;
      url.hash = '';
      const key = new URL(url.pathname + url.search, page.origin).href;
      shown.links.set(key, [...(shown.links.get(key) ?? []), ...wordsOf(anchor)]);
    }
    for (const src of picturesIn(document, page)) shown.pictures.add(src);
  }
  if (!isRead) throw new CmsError('site_down', 'HTTP');
  return shown;
}

/** The titles that stand on the lists, to be compared by `sameTitle`. */
export function titlesOf(shown: Shown): Set<string> {
  return new Set([...shown.links.values()].flat().map(sameTitle));
}

/** What a list shows of one article, and what names it there. */
export const CARD = 'article, li, tr, .card, .post, .item';
export const HEADING = 'h1, h2, h3, h4, h5, h6';

/** What a link says, and the heading of the card that it stands in: many say "read more". */
function wordsOf(anchor: Element): string[] {
  const heading = anchor.closest(CARD)?.querySelector(HEADING);
  return [plain(anchor.textContent), ...(heading ? [plain(heading.textContent)] : [])];
}

/** How much of a title has to be there where a list cuts it. */
const CUT = 12;

/** Whether one of these links names the title: among other words, or cut. */
export function isTitled(words: readonly string[], title: string): boolean {
  const whole = sameTitle(title);
  return words.map(sameTitle).some((one) => one.includes(whole) || (one.length >= CUT && whole.startsWith(one)));
}

/** Opens one address as a stranger; null when there is no page. */
export async function readArticle(context: DriverContext, url: string, link: string): Promise<PublicArticle | null> {
  const document = await asStranger(context, url);
  return document === null ? null : articleIn(document, url, link);
}

/** What a page says of the listing's article. */
export function articleIn(document: Document, url: string, link: string): PublicArticle {
  const isLinked = countLinks(document.documentElement.outerHTML, link) > 0;
  const isMentioned = shownWords(document).includes(link);
  const holds = isLinked ? 'linked' : isMentioned ? 'mentioned' : 'bare';
  return { url, holds, pictures: picturesIn(document, new URL(url)) };
}

function picturesIn(document: Document, page: URL): string[] {
  return [...document.querySelectorAll('img[src]')].flatMap((image) => {
    const url = URL.parse(image.getAttribute('src') ?? '', page);
    return url === null ? [] : [url.href];
  });
}

/** The listing's article among these addresses, those with its title first. */
export async function findArticle(
  context: DriverContext,
  shown: Shown,
  addresses: readonly string[],
  { link, title }: { link: string; title: string },
): Promise<PublicArticle[]> {
  const isNamed = (url: string) => isTitled(shown.links.get(url) ?? [], title);
  const found: PublicArticle[] = [];
  for (const url of [...addresses].sort((a, b) => Number(isNamed(b)) - Number(isNamed(a))).slice(0, MOST_OPENED)) {
    const article = await readArticle(context, url, link).catch(() => null);
    if (article !== null && article.holds !== 'bare') found.push(article);
  }
  return found;
}
