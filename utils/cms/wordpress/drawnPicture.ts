import { send } from '#utils/cms/form.ts';
import { idIn } from '#utils/cms/link.ts';
import type { WordPress } from './session.ts';

/** What WordPress puts behind a file's name: a size (`-300x225`), and `-scaled` where it made a large upload smaller. */
const SUFFIXES = /(?:-\d+x\d+|-scaled)*\.\w+$/;
const LOOK_MS = 10_000;
/** What draws a picture; links, share buttons and data for search engines only name it. */
const PICTURES = 'img, source, video, image';
/** Where other elements name a picture that they draw: in their style, or for a theme's script. */
const BACKGROUND = /^(?:style|data-.*(?:bg|background|src|image).*)$/;
const NAMING = 'a, button, input, meta, link';
const HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"]';
/** One post among others, or what stands beside the posts: the newest ones with their thumbnails, the next one. */
const APART = 'article, .hentry, li, aside, nav, footer, .widget, [role="complementary"]';

/**
 * Whether the theme draws a post's featured picture with the post's text on this page. Null when that cannot be judged: the
 * page did not come, or the text is not on it (an excerpt, a site that is not open yet). The text must not hold the picture.
 */
export async function drawsPicture(
  session: WordPress,
  pageUrl: string,
  { link, imageUrl }: { link: string; imageUrl: string },
): Promise<boolean | null> {
  const name = imageUrl.slice(imageUrl.lastIndexOf('/') + 1).replace(SUFFIXES, '');
  try {
    const { status, document } = await send(session, pageUrl, { signal: AbortSignal.timeout(LOOK_MS) });
    const text = document.body.querySelector(`a[href*="${idIn(link)}"]`);
    return status !== 200 || name === '' || text === null ? null : isDrawn(document, name, text);
  } catch {
    return null;
  }
}

function isDrawn(document: Document, name: string, text: Element): boolean {
  for (const style of document.querySelectorAll('style')) if (style.textContent?.includes(name)) return true;
  return [...document.body.querySelectorAll('*')].some(
    (element) => draws(element, name) && element.closest(HIDDEN) === null && belongs(element, text),
  );
}

function draws(element: Element, name: string): boolean {
  const isPicture = element.matches(PICTURES);
  if (!isPicture && element.matches(NAMING)) return false;
  return [...element.attributes].some((one) => one.value.includes(name) && (isPicture || BACKGROUND.test(one.name)));
}

/** True for a picture in the same post as the text, or above all posts, where themes put one that is as wide as the page. */
function belongs(picture: Element, text: Element): boolean {
  const apart = picture.closest(APART);
  if (apart !== null) return apart.contains(text);
  const isAbove = (picture.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isAbove || picture.closest('main')?.contains(text) === true;
}
