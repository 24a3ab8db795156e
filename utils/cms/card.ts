import type { StoredLocale } from '#contract';
import { translator } from '#contract/i18n/t.ts';
import type { Blanks } from './words/blanks.ts';
import en from './words/card.en.json' with { type: 'json' };
import id from './words/card.id.json' with { type: 'json' };

/** What a link-back post says, as plain text: the caller formats prices and units, this makes HTML of it. */
export interface CardInput {
  locale: StoredLocale;
  /** `<marketplace>/p/<id>` */
  link: string;
  /** `<marketplace>/badge/<id>.svg`: a picture that always shows today's price and availability. */
  badge: string;
  name: string;
  village: string | null;
  description: string;
  /**
   * Price, unit and, when it says more, the comparable price: `Rp25.000/bungkus (250 g) = Rp10.000/ons`. Null leaves it
   * to the badge, which follows every change.
   */
  price: string | null;
  /** False in an article of its own, whose title is the name already. */
  hasHeading: boolean;
  /** Width and height of the picture in pixels; null when the listing has none. */
  image: { width: number; height: number } | null;
}

/** Stands in the HTML where the CMS's own address of the picture goes. */
export const IMAGE_SLOT = '{{image}}';
const IMAGE_PARAGRAPH = /<p><img src="\{\{image\}\}"[^>]*><\/p>\n?/g;
/** Pictures wider than this are squeezed by every theme anyway; the ratio is what keeps the page from jumping. */
const IMAGE_WIDTH_MAX = 1280;
/** The badge is drawn 40 px high and as wide as its words. */
const BADGE_HEIGHT = 40;
const INTRO_MAX = 280;

const TEXTS: Record<StoredLocale, Record<keyof typeof id, string>> = { id, en };

/**
 * The HTML of a link-back post, of only those elements that survive every CMS's filters: no class, style, data-* or
 * comment. It begins with a plain paragraph (the themes' excerpt) and holds `link` exactly once.
 */
export function buildCard(input: CardInput): string {
  const t = translator<keyof typeof id, Blanks['card']>(TEXTS[input.locale], input.locale);
  const [first, ...rest] = paragraphs(input.description);
  const isShort = first !== undefined && first.length <= INTRO_MAX;
  const intro = isShort ? first : t('intro', input.name, input.village ?? t('ourVillage'));
  const body = isShort || first === undefined ? rest : [first, ...rest];
  return [
    `<p>${lines(intro)}</p>`,
    input.hasHeading ? `<h3>${encode(input.name)}</h3>` : null,
    input.image && imageParagraph(input.image, input.name),
    input.price === null ? null : `<p><strong>${encode(input.price)}</strong></p>`,
    ...body.map((paragraph) => `<p>${lines(paragraph)}</p>`),
    `<p><img src="${encodeUrl(input.badge)}" alt="${encode(t('current'))}" height="${BADGE_HEIGHT}"></p>`,
    `<p><a href="${encodeUrl(input.link)}">${encode(t('ask', input.name))}</a></p>`,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

/** The post's HTML with the picture's address filled in; without an address, the picture's paragraph is removed. */
export function withImage(html: string, imageUrl: string | null): string {
  if (imageUrl === null) return html.replace(IMAGE_PARAGRAPH, '');
  return html.replaceAll(IMAGE_SLOT, () => encodeUrl(imageUrl));
}

/**
 * The card as it goes into an article that somebody is writing: the picture from the marketplace, the name linked too.
 * The link stands there twice on purpose: a post that holds it once is the one that we wrote and may overwrite
 * (`isLinkBack`).
 */
export function insertedCard(html: string, link: string, imageUrl: string | null, imageWidth: number): string {
  const linked = (_: string, name: string) => `<h3><a href="${encodeUrl(link)}">${name}</a></h3>`;
  const sized = (_: string, width: string, height: string) => {
    const scale = Math.min(1, imageWidth / Number(width));
    return `width="${Math.round(Number(width) * scale)}" height="${Math.round(Number(height) * scale)}"`;
  };
  return withImage(html, imageUrl)
    .replace(/<h3>(.*?)<\/h3>/, linked)
    .replace(/width="(\d+)" height="(\d+)"/, sized);
}

/**
 * The badge as words that lead to it, for a text format that shows a warning sign in the place of every picture of another
 * site (Drupal's `basic_html`).
 */
export function withBadgeInWords(html: string): string {
  return html.replace(/<img src="([^"]*\/badge\/[^"]*\.svg)" alt="([^"]*)"[^>]*>/g, '<a href="$1">$2</a>');
}

/** An inserted card without any picture: the badge in words, the product's photo left out. */
export function withoutPictures(html: string): string {
  return withBadgeInWords(html).replace(/<p><img [^>]*><\/p>\n?/g, '');
}

/** The card as the words that a person reads, without pictures, the address alone on the last line. */
export function cardAsText(html: string, link: string): string {
  const words = html
    .replace(/<p><a href[^>]*>.*?<\/a><\/p>/g, '')
    .replace(/<br>|<\/(?:p|h3)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const lines = words.split('\n').map((line) => line.trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n\n${link}`;
}

/**
 * Text to HTML that stays text in every CMS: besides the usual five, the brackets of shortcodes and plugin tags
 * (`[gallery]`, `{loadmodule …}`), `://` (an address alone on its line becomes a player), and everything beyond the basic
 * plane (emoji break saving on old databases).
 */
export function encode(text: string): string {
  return text
    .replace(/[&<>"'[\]{}]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:\/\//g, '&#58;//')
    .replace(/[\u{10000}-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** An address as an attribute's value. The colon stays, because filters look for the scheme before it. */
export function encodeUrl(url: string): string {
  return url.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Straight quotes become curly: some CMSs put the first words into a meta tag without escaping them. */
function lines(paragraph: string): string {
  const quoted = paragraph.replace(/"([^"\n]*)"/g, '“$1”').replaceAll('"', '”');
  return quoted
    .split('\n')
    .map((line) => encode(line.trim()))
    .join('<br>');
}

function imageParagraph({ width, height }: { width: number; height: number }, alt: string): string {
  const scale = Math.min(1, IMAGE_WIDTH_MAX / width);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  return `<p><img src="${IMAGE_SLOT}" alt="${encode(alt)}" ${size}></p>`;
}
