import { isArticleSized, isTitled } from '#utils/cms/editor/articleForm.ts';
import { editables } from '#utils/cms/editor/contenteditable.ts';
import { inAllFrames, isShown } from '#utils/cms/editor/shown.ts';
import type { CmsPage, Page, Recogniser } from '#utils/cms/types.ts';
import { assistPage } from './page.ts';

/** HTML source editors; the rich ones all have an editable element, in the page or in a frame of it. */
const SOURCE = '.CodeMirror, .cm-editor';
/** Forms in which visitors write, not the village. */
const VISITORS = 'form[action*="comment"], form[id*="comment"], [class*="comment-form"], [role="search"]';
/** What a text field measures at least (px) beside a line for a title: on a telephone all fields are small. */
const TITLED = { wide: 180, high: 50 };

/**
 * The recogniser that is asked last. It takes a page of an enabled site that no adapter knows, with something on it to
 * write an article in. Dodolan never writes to such a page by itself; it helps the person to do so.
 */
export const assist: Recogniser = { id: 'assist', adminPath: '/', recognise, places: [] };

function recognise({ document, location }: Page): CmsPage | null {
  if (!hasArticle(document)) return null;
  return assistPage(siteUrlOf(location));
}

function hasArticle(document: Document): boolean {
  const written = [...editables(document), ...[...document.querySelectorAll(SOURCE)].filter(isShown)];
  const areas = inAllFrames(document, 'textarea:not([readonly]):not([disabled])').filter(isBig);
  return [...written, ...areas].some((element) => element.closest(VISITORS) === null);
}

function isBig(area: Element): boolean {
  const { width, height } = area.getBoundingClientRect();
  return isArticleSized(area) || (isTitled(area) && width >= TITLED.wide && height >= TITLED.high);
}

/**
 * The site's address: the origin, because nothing tells where the site of an unknown CMS begins. On Blogger every blog
 * has a number.
 */
export function siteUrlOf({ origin, hostname, pathname }: URL): string {
  const blog = /^\/blog\/\w+(?:\/edit)?\/(\d+)/.exec(pathname)?.[1];
  return hostname === 'www.blogger.com' && blog !== undefined ? `${origin}/blog/posts/${blog}` : origin;
}
