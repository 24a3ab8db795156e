import * as z from 'zod/mini';
import type { DriverContext, Prefill } from '#utils/cms/types.ts';
import { preloaded } from './preload.ts';
import type { Rest } from './rest.ts';
import { RestPost } from './shapes.ts';

/** 7.1 draws the block editor in a frame of the same origin, 6.1 in the page itself. */
const CANVAS = 'iframe[name="editor-canvas"]';
/** TinyMCE's frame. While it is away, the textarea beside it holds the text. */
const VISUAL = 'iframe#content_ifr';
const TITLES = '.wp-block-post-title, .editor-post-title__input, input#title';
const PARAGRAPHS = '.wp-block-paragraph, p[data-type="core/paragraph"]';
const BLOCK_IMAGES = '.wp-block-image img';
const FEATURED = '.editor-post-featured-image img, #set-post-thumbnail img';
const SELECTED_MEDIA = 'li.attachment.selected[data-id]';
const CHECKED_ROWS = '#the-list .check-column input[type="checkbox"]:checked';
/** The end of a small rendition's name; the original stands beside it, without this part. */
const RENDITION = /-\d+x\d+(?=\.\w+$)/;
const Media = z.object({ source_url: z.string() });

/** What the open, ticked or viewed article offers, unsaved words first. Null when there is none, or it is empty. */
export async function prefillOf(context: DriverContext, rest: Rest | null): Promise<Prefill | null> {
  const { document, page } = context;
  const shown = fromEditor(document);
  const stored = await fromStored(document, idOf(document, page.openPost), rest);
  const picked = await Promise.all(
    [...document.querySelectorAll(SELECTED_MEDIA)].map((item) => mediaUrl(item.getAttribute('data-id'), rest)),
  );
  const title = shown.title || stored.title;
  const text = shown.text || stored.text;
  const imageUrls = ownImages(document, page.siteUrl, [...picked, ...stored.images, ...shown.images]);
  if (!title && !text && imageUrls.length === 0) return null;
  return { title: title || null, text: text || null, imageUrls };
}

interface Found {
  title: string;
  text: string;
  images: (string | null)[];
}

/** What stands in an editor on this page right now, saved or not. */
function fromEditor(page: Document): Found {
  const canvas = frameIn(page, CANVAS) ?? page;
  const title = canvas.querySelector(TITLES);
  const visual = frameIn(page, VISUAL);
  const classic = page.querySelector<HTMLTextAreaElement>('textarea#content');
  const excerpt = page.querySelector<HTMLTextAreaElement>('textarea#excerpt')?.value.trim();
  const typed = visual?.body ?? (classic && inert(classic.value).body);
  const featured = [...page.querySelectorAll(FEATURED)].map((image) => image.getAttribute('src'));
  const inText = [...canvas.querySelectorAll(BLOCK_IMAGES), ...(typed?.querySelectorAll('img') ?? [])];
  return {
    // WordPress's titles are HTML, typed or stored.
    title: plain(inert(typedIn(title) ?? '').body.textContent || title?.textContent),
    text: excerpt || firstText([...canvas.querySelectorAll(PARAGRAPHS)]) || (typed ? firstOf(typed) : ''),
    images: [
      ...featured.map((src) => src?.replace(RENDITION, '') ?? null),
      ...inText.map((image) => image.getAttribute('src')),
    ],
  };
}

async function fromStored(document: Document, id: string | null, rest: Rest | null): Promise<Found> {
  const nothing = { title: '', text: '', images: [] };
  if (id === null) return nothing;
  const answer = rest === null ? null : await rest.call('GET', `posts/${id}`, { context: 'edit' });
  const brought = answer === null ? preloaded(document, `/wp/v2/posts/${id}?context=edit`) : answer.body;
  const post = RestPost.safeParse(brought);
  if (!post.success || post.data.status === 'auto-draft') return nothing;
  const { title, content, featured_media } = post.data;
  const body = inert(content.rendered ?? content.raw ?? '').body;
  return {
    title: plain(inert(title.raw ?? '').body.textContent),
    text: firstOf(body),
    images: [
      featured_media ? await mediaUrl(String(featured_media), rest) : null,
      ...[...body.querySelectorAll('img')].map((image) => image.getAttribute('src')),
    ],
  };
}

/** The article that is meant: open in an editor, the only one ticked in the list, or the one being read on the site. */
function idOf(document: Document, openPost: string | null): string | null {
  if (openPost !== null) return openPost;
  const [ticked, second] = document.querySelectorAll<HTMLInputElement>(CHECKED_ROWS);
  if (ticked !== undefined && second === undefined) return ticked.value;
  return /(?:^|\s)postid-(\d+)/.exec(document.body.className)?.[1] ?? null;
}

async function mediaUrl(id: string | null, rest: Rest | null): Promise<string | null> {
  if (id === null || rest === null) return null;
  const media = Media.safeParse((await rest.call('GET', `media/${id}`)).body);
  return media.success ? media.data.source_url : null;
}

function ownImages(document: Document, siteUrl: string, urls: (string | null)[]): string[] {
  const own = urls.flatMap((url) => {
    const full = url === null ? null : URL.parse(url, document.baseURI);
    return full !== null && full.origin === new URL(siteUrl).origin ? [full.href] : [];
  });
  return [...new Set(own)];
}

function frameIn(document: Document, selector: string): Document | null {
  return document.querySelector<HTMLIFrameElement>(selector)?.contentDocument ?? null;
}

/** A document in which nothing runs and nothing loads. */
function inert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function firstOf(body: Element): string {
  return firstText([...body.querySelectorAll('p')]) || plain(body.textContent);
}

function firstText(elements: Element[]): string {
  return elements.map((element) => plain(element.textContent)).find((text) => text !== '') ?? '';
}

/**
 * What is typed in a field. A field is known by its `value`, not by its class, because an element of a frame is of
 * another window's class.
 */
function typedIn(element: Element | null): string | null {
  return element !== null && 'value' in element && typeof element.value === 'string' ? element.value : null;
}

/** The words on one line, without the marks of no width that editors put where the caret may stand. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
