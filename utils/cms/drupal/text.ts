import { encode, withImage } from '#utils/cms/card.ts';
import type { TextPicture } from './pictureInText.ts';

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
 * The post's text. Its picture is in it only where the post has no field for one: every theme draws that one above the text.
 * An empty line parts the paragraphs: a format that takes `<p>` away makes new paragraphs of that.
 */
export function bodyHtml(html: string, picture: TextPicture | null): string {
  const whole = withImage(html, picture?.src ?? null);
  const file = picture?.uuid ? ` data-entity-type="file" data-entity-uuid="${encode(picture.uuid)}"` : '';
  const named = picture === null ? whole : whole.replace(/<img (?=src="\/)/, `<img${file} `);
  return named.replaceAll('>\n<', '>\n\n<');
}
