import { asStranger, lookAtLists } from '#utils/cms/learned/publicLook.ts';
import { plain } from '#utils/cms/plainText.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { articlesIn, listsOn } from './search.ts';

/** What a site makes of an article's markup in public. */
export type HowShown = 'html' | 'plain' | 'unknown';

/** Markup that visitors read as words. */
const ESCAPED = /<\/?(?:p|br|div|span|strong|b|em|a|img|h[1-6]|ul|li)\b[^<>]*>/i;
/** What only an editor, or a person who writes HTML, puts into an article. */
const MARKUP = 'p, div, strong, b, em, i, u, a, img, ul, ol, table, blockquote, h2, h3, h4, h5, h6, span';
const NOT_ARTICLE = 'script, style, noscript, template, nav, header, footer, aside, form, pre, code, textarea';
/** Texts shorter than this (letters) say nothing. */
const LONG = 30;
/** How many articles are opened at most. */
const ARTICLES = 2;

/** Looks it up in one of the site's own articles, as a stranger; in a second one where the first says nothing. */
export async function howShown(context: DriverContext, siteUrl: string): Promise<HowShown> {
  const home = await lookAtLists(context, { siteUrl, lists: ['/'] });
  const lists = listsOn(home, siteUrl);
  const fromHome = articlesIn(home.links, lists, siteUrl, null);
  const links =
    fromHome.length > 0 || lists.length === 0 ? home.links : (await lookAtLists(context, { siteUrl, lists })).links;
  for (const url of articlesIn(links, lists, siteUrl, null).slice(0, ARTICLES)) {
    const page = await asStranger(context, url);
    const shown = page === null ? 'unknown' : markupIn(page);
    if (shown !== 'unknown') return shown;
  }
  return 'unknown';
}

/** Judges an article's page: tags to be read as words, or the marks of an editor in the part with most of the words. */
export function markupIn(document: Document): HowShown {
  for (const other of document.querySelectorAll(NOT_ARTICLE)) other.remove();
  if (ESCAPED.test(document.body.textContent ?? '')) return 'plain';
  const body = mostOf(document.querySelector('h1')?.parentElement ?? document.body);
  const paragraphs = [...body.children].filter((child) => child.matches('p') && lengthOf(child) > LONG);
  if (paragraphs.length > 1) return 'html';
  // With the title in it, it is the theme's part of the page, not the article's.
  if (body.querySelector('h1, h2') !== null || lengthOf(body) < LONG) return 'unknown';
  return body.querySelector(MARKUP) === null ? 'plain' : 'html';
}

/** The innermost element that holds most of the words and is no paragraph: the theme's own around the article. */
function mostOf(element: Element): Element {
  const whole = lengthOf(element);
  const next = [...element.children].find(
    (child) => !child.matches('p, ul, ol, h1, h2, h3') && lengthOf(child) > whole / 2,
  );
  return next === undefined ? element : mostOf(next);
}

const lengthOf = (element: Element): number => plain(element.textContent).length;
