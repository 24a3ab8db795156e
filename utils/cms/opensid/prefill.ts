import type { DriverContext, Prefill } from '#utils/cms/types.ts';

/** The form of an article. Widgets have a form of the same fields, and pages and agenda have this form too. */
const FORM = 'form#validasi:is([action*="/web/insert/"], [action*="/web/update/"])';
const NO_ARTICLE = /\/web\/(?:insert|update)\/(?:statis|agenda|keuangan)(?:\/|$)/;
const TITLE = 'input[name="judul"]';
const TEXT = 'textarea[name="isi"]';
/** TinyMCE keeps what is being written in a frame of its own and fills the textarea only when saving. */
const EDITOR = 'iframe.tox-edit-area__iframe';
/** The tick box that would take a stored picture away; the picture itself stands beside it. */
const STORED = 'input[name^="gambar"][name$="_hapus"]';

/** The article that is open in the form on this page; null on every other page and for an empty form. */
export async function prefill({ document }: DriverContext): Promise<Prefill | null> {
  const form = document.querySelector(FORM);
  if (form === null || NO_ARTICLE.test(form.getAttribute('action') ?? '')) return null;
  const title = form.querySelector<HTMLInputElement>(TITLE)?.value.trim() || null;
  const content = written(form);
  if (content === null) return null;
  const blocks = [...content.querySelectorAll('p, li, div')].map((block) => block.textContent?.trim() ?? '');
  const text = blocks.find((block) => block !== '') ?? (content.textContent?.trim() || null);
  const inText = [...content.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  const imageUrls = [...stored(form), ...inText].flatMap((src) => ownPicture(src, document));
  if (title === null && text === null && imageUrls.length === 0) return null;
  return { title, text, imageUrls: [...new Set(imageUrls)] };
}

function written(form: Element): HTMLElement | null {
  const frame = form.querySelector<HTMLIFrameElement>(EDITOR)?.contentDocument?.body;
  if (frame) return frame;
  const field = form.querySelector<HTMLTextAreaElement>(TEXT);
  return field && new DOMParser().parseFromString(field.value, 'text/html').body;
}

/** The form shows the small copy; the one for the article's page has the same name. */
function stored(form: Element): (string | null)[] {
  return [...form.querySelectorAll(STORED)].map(
    (box) =>
      box.closest('.form-group')?.querySelector('img')?.getAttribute('src')?.replace('/kecil_', '/sedang_') ?? null,
  );
}

function ownPicture(src: string | null, document: Document): string[] {
  if (!src || !URL.canParse(src, document.baseURI)) return [];
  const url = new URL(src, document.baseURI);
  const page = new URL(document.baseURI);
  return url.hostname === page.hostname ? [new URL(url.pathname, page.origin).href] : [];
}
