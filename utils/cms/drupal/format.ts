import type { Reply } from '#utils/cms/form.ts';
import { badgeOf, countLinks } from '#utils/cms/link.ts';
import { isLocked, type NodeForm } from './nodeForm.ts';
import { type Drupal, nodeOn, visit } from './session.ts';

/** Formats that show the card as bare text, or run it as a program. */
const UNFIT = new Set(['plain_text', 'php_code']);

/** The text formats of this role, best first; `[null]` where there is nothing to choose. */
export function formatsFor(node: NodeForm, isNew: boolean): (string | null)[] {
  const { form, data, formatName } = node;
  if (isLocked(node)) return [];
  if (formatName === null) return [null];
  const chosen = String(data.get(formatName));
  const offered = [...form.querySelectorAll(`select[name="${formatName}"] option`)].map(
    (o) => o.getAttribute('value') ?? '',
  );
  const wished = isNew ? ['full_html', chosen] : [chosen, 'full_html'];
  const all = [...wished.filter((format) => format === chosen || offered.includes(format)), ...offered];
  return [...new Set(all)].filter((format) => !UNFIT.has(format));
}

/** What stands, since Drupal 8 and in Backdrop, in the place of a picture of another host; a theme may draw another one. */
const PICTURE_REMOVED = 'img.filter-image-invalid, img[src$="/e32700/error.svg"]';

/**
 * What visitors get of the post in a text format: `none` when the link was taken out, `link` when a warning sign stands in
 * the place of the badge. A page that this role may not see is trusted.
 */
export async function shownOf(
  session: Drupal,
  id: string,
  after: Reply,
  link: string,
): Promise<'all' | 'link' | 'none'> {
  const page = nodeOn(after) === id ? after : await visit(session, `node/${id}`);
  if (page.status === 403) return 'all';
  if (countLinks(page.text, link) === 0) return 'none';
  const badge = badgeOf(link);
  const hasBadge = [...page.document.querySelectorAll('img')].some((image) => image.getAttribute('src') === badge);
  return !hasBadge && page.document.querySelector(PICTURE_REMOVED) !== null ? 'link' : 'all';
}
