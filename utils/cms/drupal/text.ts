import { withImage } from '#utils/cms/card.ts';

/** The column's length. */
const TITLE_MAX = 255;

/** The title without emoji: Drupal 7's tables hold no letter beyond the basic plane and end the save with an error. */
export function plainTitle(title: string): string {
  return title
    .replace(/[\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TITLE_MAX);
}

/**
 * The post's text. Its picture is not in it, because every theme draws the post's own above the text. An empty line
 * parts the paragraphs: a format that takes `<p>` away makes new paragraphs of that.
 */
export function bodyHtml(html: string): string {
  return withImage(html, null).replaceAll('>\n<', '>\n\n<');
}
