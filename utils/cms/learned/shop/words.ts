import { safe, sameTitle } from '#utils/cms/learned/safeWords.ts';
import { lettersOf } from '#utils/cms/learned/wordsMark.ts';
import { countLinks } from '#utils/cms/link.ts';
import { inert } from '#utils/cms/plainText.ts';
import type { ShopItem, ShopWords } from '#utils/cms/shop.ts';
import { LEAD } from '#utils/cms/shopWords.ts';

/** Nobody knows which of these sites escape what they show, so that no product may hold markup. */
const tame = (text: string): string => safe(text).replaceAll('<', '‹').replaceAll('>', '›');

/** The listing's words as a site's own table takes them. */
export function tableWords({ name, price, unit, description }: ShopItem): ShopWords {
  return {
    name: tame(name.replace(/\s+/g, ' ')),
    price,
    unit: tame(unit),
    description: description.split(/\r?\n/).map(tame).join('\n').trim(),
  };
}

/** How a product's description is written: as words, or as markup where an editor showed that. */
export interface BodyShape {
  isHtml: boolean;
  /** The form has no field for the unit, so it stands in the description. */
  withUnit: boolean;
}

/** The description with the line of our link, by which the product is known to be ours. */
export function bodyWith({ description, unit }: ShopWords, link: string, { isHtml, withUnit }: BodyShape): string {
  const sold = withUnit && unit !== '' ? [`Dijual per ${unit}.`] : [];
  if (!isHtml) return [...[description, ...sold].filter(Boolean), LEAD + link].join('\n\n');
  const lines = [...description.split('\n'), ...sold].filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`);
  return [...paragraphs, `<p>${LEAD}<a href="${link}">${link}</a></p>`].join('\n');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Whether a description holds our link, once: a person's own words about our product may hold it more than once. */
export function holdsOurs(body: string, link: string): boolean {
  const links = countLinks(body, link);
  if (links > 0) return links === 1;
  return wordsOf(body).split(link).length === 2;
}

/** True when a description holds the line of some listing of Dodolan's. */
export function isDodolans(body: string): boolean {
  return new RegExp(`${LEAD}\\s*https?://\\S+/p/\\S+`).test(wordsOf(body));
}

/** Whether two descriptions say the same, whatever an editor or the site made of their marks. */
export function saysSame(one: string, other: string): boolean {
  return lettersOf(wordsOf(one)) === lettersOf(wordsOf(other));
}

const wordsOf = (body: string): string => (/<[a-z]/i.test(body) ? (inert(body).body.textContent ?? '') : body);

/** Whether a product is called so; of two of one name the second has got a number. */
export function isCalled(there: string, name: string): boolean {
  return sameTitle(there.replace(/ \(\d+\)$/, '')) === sameTitle(name) || sameTitle(there) === sameTitle(name);
}
