import { CARD, HEADING } from '#utils/cms/learned/publicLook.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import { sitePath } from '#utils/cms/learned/sitePath.ts';
import { publicHtml } from '#utils/cms/learned/standing.ts';
import { plain } from '#utils/cms/plainText.ts';
import type { Work } from './place.ts';
import { isDodolans, tableWords } from './words.ts';

/** Whether a product of this name stands in the public shop that is not one of Dodolan's. */
export async function nameIsTaken({ context, recipe, item, before }: Work): Promise<boolean> {
  const name = sameTitle(tableWords(item).name);
  const isOfName = (element: Element) => sameTitle(plain(element.textContent)) === name;
  for (const card of before.document.querySelectorAll(CARD)) {
    const heads = [...card.querySelectorAll(`${HEADING}, td, a`)];
    if (!heads.some(isOfName) || isDodolans(card.textContent ?? '')) continue;
    const href = card.querySelector('a[href]')?.getAttribute('href');
    const url = href ? URL.parse(href, before.url) : null;
    const isOwn = url !== null && sitePath(url, recipe.siteUrl) !== null;
    const html = isOwn ? await publicHtml(context, url.href) : null;
    if (html === null || !isDodolans(html)) return true;
  }
  return false;
}
