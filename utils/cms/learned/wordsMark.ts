import { fingerprintOf } from '#utils/cms/fingerprint.ts';
import { countLinks } from '#utils/cms/link.ts';
import { inert } from '#utils/cms/plainText.ts';

/** Letters and digits alone: sites change quotes, line ends and elements, and lose what lies beyond the basic plane. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The letters of a card that we made. Read without a parser, because the background has none. */
export function cardLetters(html: string): string {
  const words = html.replace(/<[^>]*>/g, ' ');
  return lettersOf(words.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
}

/** A fingerprint of a card's words, to know them again in whatever a site has made of them. */
export const wordsMark = (html: string): string => fingerprintOf(cardLetters(html));

/**
 * The same fingerprint of what stands in a form's field for the body. The product's address may stand there as words, or
 * the marketplace's, once it is sold no more. Where words are wanted, an older card may stand there as markup all the same.
 */
export function bodyMark(value: string, form: string | undefined, link: string): string {
  const isWords = form === 'text' && countLinks(value, link) === 0;
  const text = isWords ? value : (inert(value).body.textContent ?? '');
  return fingerprintOf(lettersOf(text.replaceAll(link, ' ').replaceAll(`${new URL(link).origin}/`, ' ')));
}

/** A card's lines as letters, each to be looked for on a page that shows the article among other words. */
export function lettersByLine(html: string): string[] {
  const lines = html.split(/<br>|<\/(?:p|h3)>/).map(cardLetters);
  return lines.filter((line) => line !== '');
}
