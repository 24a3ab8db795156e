import { editables } from '#utils/cms/editor/contenteditable.ts';
import { inAllFrames, isShown } from '#utils/cms/editor/shown.ts';
import type { CmsPage, Page, Recogniser } from '#utils/cms/types.ts';

/** HTML source editors; the rich ones all have an editable element, in the page or in a frame of it. */
const SOURCE = '.CodeMirror, .cm-editor';
/** Forms in which visitors write, not the village. */
const VISITORS = 'form[action*="comment"], form[id*="comment"], [class*="comment-form"], [role="search"]';
/** What a plain textarea measures at least (px) to be an article's, not an address's or a contact form's. */
const WIDE = 320;
const HIGH = 160;

/**
 * The recogniser that is asked last. It takes a page of an enabled site that no adapter knows, with something on it to
 * write an article in. Dodolan never writes to such a page by itself; it helps the person to do so.
 */
export const assist: Recogniser = { id: 'assist', adminPath: '/', recognise, places: [] };

function recognise({ document, location }: Page): CmsPage | null {
  if (!hasArticle(document)) return null;
  return { cms: 'assist', siteUrl: siteUrlOf(location), version: null, siteName: null, openPost: null };
}

function hasArticle(document: Document): boolean {
  const written = [...editables(document), ...[...document.querySelectorAll(SOURCE)].filter(isShown)];
  const areas = inAllFrames(document, 'textarea:not([readonly]):not([disabled])').filter(isBig);
  return [...written, ...areas].some((element) => element.closest(VISITORS) === null);
}

function isBig(area: Element): boolean {
  const { width, height } = area.getBoundingClientRect();
  return width >= WIDE && height >= HIGH;
}

/**
 * The site's address: the origin, because nothing tells where the site of an unknown CMS begins. On Blogger every blog
 * has a number.
 */
function siteUrlOf({ origin, hostname, pathname }: URL): string {
  const blog = /^\/blog\/\w+(?:\/edit)?\/(\d+)/.exec(pathname)?.[1];
  return hostname === 'www.blogger.com' && blog !== undefined ? `${origin}/blog/posts/${blog}` : origin;
}
