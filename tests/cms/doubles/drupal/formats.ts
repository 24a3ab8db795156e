import { openDom } from '#tests/support/dom.ts';
import { esc } from './state.ts';

const LISTS = ['a', 'em', 'strong', 'cite', 'blockquote', 'code', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'];
/** What the formats of a standard installation let through; Drupal filters when it shows a text, not when it keeps it. */
const ALLOWED: Record<string, Record<string, string[]>> = {
  drupal7: { filtered_html: LISTS },
  backdrop: { filtered_html: [...LISTS, 'p', 'br', 'h3', 'h4', 'h5', 'img', 'figure', 'figcaption'] },
  drupal: { basic_html: [...LISTS, 'p', 'br', 'span', 'img', 'h2', 'h3', 'h4', 'h5', 'h6'] },
};
const ATTRIBUTES = ['href', 'src', 'alt', 'width', 'height', 'hreflang', 'cite'];
/** A village's own format of a kind that takes links out. */
export const NO_LINKS = 'tanpa_tautan';

/** Core's own sign in the place of a picture of another host (`filter_html_image_secure`, part of 8 to 11's `basic_html`). */
const IMAGE_REMOVED =
  '<img src="/core/misc/icons/e32700/error.svg" alt="Image removed." title="This image has been removed." height="16" width="16" class="filter-image-invalid">';

function ownPictures(html: string): string {
  return html.replace(/<img [^>]*src="(?:https?:)?\/\/[^>]*>/g, IMAGE_REMOVED);
}

/** A text as visitors get it. */
export function show(generation: string, format: string, html: string): string {
  if (format === 'plain_text') return `<p>${esc(html)}</p>`;
  if (format === NO_LINKS) return filter(html, ['p', 'strong', 'h3']);
  const allowed = ALLOWED[generation]?.[format];
  if (allowed === undefined) return html;
  const filtered = format === 'basic_html' ? ownPictures(filter(html, allowed)) : filter(html, allowed);
  return allowed.includes('p') ? filtered : paragraphs(filtered);
}

function filter(html: string, allowed: string[]): string {
  const { document } = openDom(html).window;
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (!ATTRIBUTES.includes(name)) element.removeAttribute(name);
    if (!allowed.includes(element.localName)) element.replaceWith(...element.childNodes);
  }
  return document.body.innerHTML;
}

/** An empty line ends a paragraph, another line break is one. */
function paragraphs(text: string): string {
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => `<p>${part.replaceAll('\n', '<br />\n')}</p>`).join('\n');
}
