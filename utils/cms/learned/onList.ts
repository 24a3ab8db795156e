import { plain } from '#utils/cms/plainText.ts';
import { articleIn, CARD, HEADING, type PublicArticle, type Shown } from './publicLook.ts';
import { sameTitle } from './safeWords.ts';

/** The listing's article where a list itself shows it whole; only to be asked where no page of its own is found. */
export function articleOnList({ pages }: Shown, link: string): PublicArticle | null {
  const found = [...pages].map(([url, document]) => articleIn(document, url, link));
  return found.find(({ holds }) => holds === 'linked') ?? found.find(({ holds }) => holds === 'mentioned') ?? null;
}

/** A list on which the title stands over words that lead nowhere: the article is there, but nothing of it is a link. */
export function titledOnList({ pages }: Shown, title: string): PublicArticle | null {
  const isBare = (heading: Element) =>
    sameTitle(plain(heading.textContent)) === sameTitle(title) &&
    heading.closest('a') === null &&
    (heading.closest(CARD) ?? heading).querySelector('a[href]') === null;
  const found = [...pages].find(([, document]) => [...document.querySelectorAll(HEADING)].some(isBare));
  return found === undefined ? null : { url: found[0], holds: 'bare', pictures: [] };
}
