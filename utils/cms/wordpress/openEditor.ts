import { firstText, inert, linesOf, plain } from '#utils/cms/plainText.ts';

/** 7.1 draws the block editor in a frame of the same origin, 6.1 in the page itself. */
const CANVAS = 'iframe[name="editor-canvas"]';
/** TinyMCE's frames, of the text and of a product's short description. While one is away, the textarea beside it counts. */
const VISUAL = 'iframe#content_ifr';
const VISUAL_EXCERPT = 'iframe#excerpt_ifr';
/** The editor's own title first: blocks in the text may show titles of other posts. */
const TITLES = ['.editor-post-title__input', 'input#title', '.wp-block-post-title'];
/** The text itself, in editors that draw the theme's header and footer around it. */
const CONTENT = '.wp-block-post-content, .is-root-container';
const PARAGRAPHS = '.wp-block-paragraph, p[data-type="core/paragraph"]';
const BLOCK_IMAGES = '.wp-block-image img';
const FEATURED = '.editor-post-featured-image img, #set-post-thumbnail img';
/** The end of a small rendition's name; the original stands beside it, without this part. */
const RENDITION = /-\d+x\d+(?=\.\w+$)/;

/** What an article offers, as plain text; addresses may still be anybody's. */
export interface Found {
  title: string;
  text: string;
  images: (string | null)[];
}

/** What stands in the editor of this page right now, saved or not. Only for pages that are an editor. */
export function fromEditor(page: Document): Found {
  const canvas = frameIn(page, CANVAS) ?? page;
  const written = canvas.querySelector(CONTENT) ?? canvas;
  const title = TITLES.map((selector) => canvas.querySelector(selector)).find((found) => found !== null) ?? null;
  const classic = page.querySelector<HTMLTextAreaElement>('textarea#content');
  const typed = frameIn(page, VISUAL)?.body ?? (classic && inert(classic.value).body);
  const featured = [...page.querySelectorAll(FEATURED)].map((image) => image.getAttribute('src'));
  const inText = [...written.querySelectorAll(BLOCK_IMAGES), ...(typed?.querySelectorAll('img') ?? [])];
  return {
    // WordPress's titles are HTML, typed or stored.
    title: plain(inert(typedIn(title) ?? '').body.textContent || title?.textContent),
    text: excerptIn(page) || firstText(written.querySelectorAll(PARAGRAPHS)) || (typed ? firstOf(typed) : ''),
    images: [
      ...featured.map((src) => src?.replace(RENDITION, '') ?? null),
      ...inText.map((image) => image.getAttribute('src')),
    ],
  };
}

/** The first paragraph, else all words. */
export function firstOf(body: Element): string {
  return firstText(body.querySelectorAll('p')) || plain(body.textContent);
}

/** The excerpt, which for a product is its short description. Both are HTML, whether an editor stands over them or not. */
function excerptIn(page: Document): string {
  const visual = frameIn(page, VISUAL_EXCERPT)?.body.innerHTML;
  return linesOf(visual ?? page.querySelector<HTMLTextAreaElement>('textarea#excerpt')?.value ?? '');
}

function frameIn(document: Document, selector: string): Document | null {
  return document.querySelector<HTMLIFrameElement>(selector)?.contentDocument ?? null;
}

/**
 * What is typed in a field. A field is known by its `value`, not by its class, because an element of a frame is of
 * another window's class.
 */
function typedIn(element: Element | null): string | null {
  return element !== null && 'value' in element && typeof element.value === 'string' ? element.value : null;
}
