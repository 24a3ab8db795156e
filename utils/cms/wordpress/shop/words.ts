import { idIn } from '#utils/cms/link.ts';
import type { ShopItem, ShopWords } from '#utils/cms/shop.ts';
import { holdsLink, LEAD } from '#utils/cms/shopWords.ts';
import type { Product } from './shapes.ts';

/** Our product's number in the shop. WooCommerce lets no two products have the same, so that no second one is made. */
export const skuOf = (link: string): string => `dodolan-${idIn(link)}`;

export function wordsOf({ name, price, unit, description }: ShopItem): ShopWords {
  return { name: name.replace(/\s+/g, ' ').trim(), price, unit, description: description.trim() };
}

/**
 * The description as the shop keeps it: the listing's lines, its unit (a WooCommerce product has none) and our link. It is
 * written as WordPress itself would leave it, so that it is known again word for word.
 */
export function htmlOf({ description, unit }: ShopWords, link: string): string {
  const lines = description.split(/\r?\n/).map((line) => line.trim());
  const sold = unit === '' ? [] : [`Dijual per ${unit}.`];
  const paragraphs = [...lines.filter((line) => line !== ''), ...sold].map((line) => `<p>${escaped(line)}</p>`);
  return `${paragraphs.join('\n')}\n<p>${LEAD}<a href="${link}">${link}</a></p>`;
}

/** A name is HTML to WordPress too. */
export const nameHtml = (name: string): string => escaped(name);

/** Neither a tag nor a shortcode: a product's words are only words. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('[', '&#091;')
    .replaceAll(']', '&#093;');
}

/** Whether the product links to this listing: only then it is ours to change. */
export const linksTo = ({ description }: Product, link: string): boolean => holdsLink(description, link);

/** A copy that WooCommerce made of our product: it holds our link, but its number has got an end. */
export const isCopy = ({ sku }: Product, link: string): boolean => sku.startsWith(`${skuOf(link)}-`);
