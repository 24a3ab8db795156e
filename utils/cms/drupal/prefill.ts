import type { DriverContext, Prefill } from '#utils/cms/types.ts';
import { nodeOn } from './session.ts';

const FORM = 'form.node-form';
const TITLE = '[name="title[0][value]"], [name="title"]';
const TEXT = 'textarea[name^="body["][name$="[value]"]';
/** CKEditor 5 writes in the page itself, CKEditor 4 in a frame of its own; both fill the textarea only when saving. */
const EDITOR_5 = '.ck-editor__editable';
const EDITOR_4 = 'iframe.cke_wysiwyg_frame';
/** The small copy of a picture that was put in already; behind it, the link to the file. */
const STORED = '.form-managed-file .file a[href], .form-managed-file img[src]';
const IMAGE = /\.(?:jpe?g|png|gif|webp|avif)$/i;
/** Where a form or a post says what type it is of: `node-article-form`, `node--type-article`, `node-type-article`, `node-article`. */
const TYPE_OF_FORM = /(?:^|\s)node-(?:form-)?([a-z][a-z0-9-]*?)-(?:edit-)?form(?:\s|$)/;
const TYPE_OF_POST = /(?:^|\s)node-{1,2}(?:type-)?([a-z][a-z0-9-]*)(?=\s|$)/g;
/** Core's types that are no article and no product. */
const NO_GOODS = /^(?:page|book|forum|poll|webform|landing-page)$/;
/** A post that is being read. */
const NODE = '[data-history-node-id], article.node, div.node, article';
const BODY = '.field--name-body, .field-name-body';

/** The article that is open in an editor on this page, unsaved words first, else the one being read; null without one. */
export async function prefill({ document }: DriverContext): Promise<Prefill | null> {
  const form = document.querySelector(FORM);
  const found = form === null ? reading(document) : writing(form);
  if (found === null) return null;
  const { title, content, pictures } = found;
  const inText = [...content.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  const imageUrls = [...pictures, ...inText].flatMap((src) => ownPicture(src, document));
  const text = firstWords(content);
  if (title === null && text === null && imageUrls.length === 0) return null;
  return { title, text, imageUrls: [...new Set(imageUrls)] };
}

interface Found {
  title: string | null;
  content: Element;
  pictures: (string | null)[];
}

function writing(form: Element): Found | null {
  const type = TYPE_OF_FORM.exec(`${form.className} ${form.id}`)?.[1];
  if (type !== undefined && NO_GOODS.test(type)) return null;
  const frame = form.querySelector<HTMLIFrameElement>(EDITOR_4)?.contentDocument?.body;
  const field = form.querySelector<HTMLTextAreaElement>(TEXT);
  const typed = field && new DOMParser().parseFromString(field.value, 'text/html').body;
  const content = form.querySelector(EDITOR_5) ?? frame ?? typed;
  if (!content) return null;
  return {
    title: form.querySelector<HTMLInputElement>(TITLE)?.value.trim() || null,
    content,
    pictures: [...form.querySelectorAll(STORED)].map((one) => one.getAttribute('href')),
  };
}

function reading(document: Document): Found | null {
  // Only the page of a post itself shows a post that is meant: a start page or a block may show a single one as well.
  if (nodeOn({ document, url: new URL(document.baseURI) }) === null) return null;
  const [node, second] = document.querySelectorAll(NODE);
  const types = [...`${node?.className} ${document.body.className}`.matchAll(TYPE_OF_POST)].map(([, type]) => type);
  if (types.some((type) => type !== undefined && NO_GOODS.test(type))) return null;
  const content = node?.querySelector(BODY);
  if (!node || !content || second) return null;
  return {
    title: document.querySelector('h1')?.textContent?.trim() || null,
    content,
    pictures: [...node.querySelectorAll('img')].map((image) => image.getAttribute('src')),
  };
}

function firstWords(content: Element): string | null {
  const blocks = [...content.querySelectorAll('p, li')].map((block) => block.textContent?.trim() ?? '');
  return blocks.find((words) => words !== '') ?? (content.textContent?.trim() || null);
}

function ownPicture(src: string | null, document: Document): string[] {
  const url = src === null ? null : URL.parse(src, document.baseURI);
  const page = new URL(document.baseURI);
  return url?.hostname === page.hostname && IMAGE.test(url.pathname)
    ? [new URL(url.pathname + url.search, page.origin).href]
    : [];
}
