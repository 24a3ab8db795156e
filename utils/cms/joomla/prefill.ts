import type { DriverContext, Prefill } from '#utils/cms/types.ts';
import { PICTURE_FIELDS, pathOf } from './media.ts';

const FORM = 'form#item-form[action*="option=com_content"]';
const TITLE = 'input[name="jform[title]"]';
const TEXT = 'textarea[name="jform[articletext]"]';
/** TinyMCE keeps what is being written in a frame of its own and fills the textarea only when saving. */
const EDITOR = 'iframe#jform_articletext_ifr';

/** The article that is open in the form on this page; null on every other page and for an empty form. */
export async function prefill({ document, page }: DriverContext): Promise<Prefill | null> {
  const form = document.querySelector(FORM);
  if (form === null) return null;
  const title = form.querySelector<HTMLInputElement>(TITLE)?.value.trim() || null;
  const content = written(form);
  const blocks = [...(content?.querySelectorAll('p, li, div') ?? [])].map((block) => block.textContent?.trim() ?? '');
  const text = blocks.find((block) => block !== '') ?? (content?.textContent?.trim() || null);
  const chosen = PICTURE_FIELDS.map(
    (name) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '',
  );
  const inText = [...(content?.querySelectorAll('img') ?? [])].map((image) => image.getAttribute('src') ?? '');
  const imageUrls = [...chosen.map(pathOf), ...inText].flatMap((src) => ownPicture(src, page.siteUrl));
  if (title === null && text === null && imageUrls.length === 0) return null;
  return { title, text, imageUrls: [...new Set(imageUrls)] };
}

function written(form: Element): HTMLElement | null {
  const frame = form.querySelector<HTMLIFrameElement>(EDITOR)?.contentDocument?.body;
  if (frame) return frame;
  const field = form.querySelector<HTMLTextAreaElement>(TEXT);
  return field && new DOMParser().parseFromString(field.value, 'text/html').body;
}

/** Joomla writes addresses of its own pictures from the site's folder on. */
function ownPicture(src: string, siteUrl: string): string[] {
  const url = src === '' ? null : URL.parse(src, `${siteUrl}/`);
  return url !== null && url.origin === new URL(siteUrl).origin ? [url.href] : [];
}
