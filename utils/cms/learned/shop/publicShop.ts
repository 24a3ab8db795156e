import type { Recipe, RecipeShop } from '#contract';
import { CARD, DOES, HEADING, isTitled } from '#utils/cms/learned/publicLook.ts';
import { atSite, sitePath } from '#utils/cms/learned/sitePath.ts';
import { publicHtml } from '#utils/cms/learned/standing.ts';
import { inert, plain } from '#utils/cms/plainText.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';

/** How many products of no telling name are opened in search of ours. */
const MOST = 40;

/** The public page of the products, as a stranger gets it. */
export interface PublicShop {
  url: string;
  document: Document;
  /** How many products stand on it. */
  count: number;
  /** The page comes to its end: PHP that dies in the middle of it says 200 all the same. */
  isEnded: boolean;
}

/** A product of ours where a stranger reads it. */
export interface Seen {
  url: string;
  /** All words around our link: the product's own page, or its card where the shop shows it whole. */
  text: string;
  names: string[];
  pictures: string[];
}

type Where = Pick<Recipe, 'siteUrl'> & { shop: Pick<RecipeShop, 'page'> };

/** Reads the shop's page without cookies. Throws `site_down` where it comes to nobody, and then nothing is written. */
export async function readShop(context: DriverContext, { siteUrl, shop }: Where): Promise<PublicShop> {
  const { href: url } = atSite(shop.page, siteUrl);
  const html = await publicHtml(context, url);
  if (html === null) throw new CmsError('site_down', url);
  const document = inert(html);
  const isEnded = /<\/(?:html|body)>\s*/i.test(html);
  return { url, document, isEnded, count: document.querySelectorAll(`:is(${CARD}) :is(${HEADING}), tbody tr`).length };
}

/** Which product is looked for. */
export interface Wanted {
  links: string[];
  names: string[];
  /** Where it stood when we last looked. */
  known: string | null;
  siteUrl: string;
  /** The product's article: it holds our link, too. */
  article: string | null;
}

/** The product in the shop: at the address that is known, on the shop's page itself, or on a page that it leads to. */
export async function findPublic(
  context: DriverContext,
  shop: PublicShop,
  { links, names, known, siteUrl, article }: Wanted,
): Promise<Seen | null> {
  const isOwn = known !== null && URL.canParse(known) && sitePath(new URL(known), siteUrl) !== null;
  const at = async (url: string) => {
    const html = url === article ? null : await publicHtml(context, url);
    const page = html === null ? null : inert(html);
    return page && firstOf(links.map((link) => seenIn(page, url, link, false)));
  };
  const there = isOwn && known !== shop.url ? await at(known) : null;
  const onList = there ?? firstOf(links.map((link) => seenIn(shop.document, shop.url, link, true)));
  if (onList !== null) return onList;
  const isNamed = ({ words }: Way) => names.some((name) => name !== '' && isTitled(words, name));
  const ways = waysIn(shop, siteUrl).sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  for (const { url } of ways.slice(0, MOST)) {
    const seen = url === known ? null : await at(url);
    if (seen !== null) return seen;
  }
  return null;
}

interface Way {
  url: string;
  words: string[];
}

/** The addresses of the products that the shop's page leads to. */
function waysIn({ document, url: page }: PublicShop, siteUrl: string): Way[] {
  const below = `${new URL(page).pathname.replace(/\/$/, '')}/`;
  const ways = new Map<string, string[]>();
  for (const anchor of document.querySelectorAll('a[href]')) {
    const url = URL.parse(anchor.getAttribute('href') ?? '', page);
    const card = anchor.closest(CARD);
    if (url === null || sitePath(url, siteUrl) === null || DOES.test(url.href)) continue;
    if (anchor.closest('nav, header, footer, aside') !== null || (card === null && !url.pathname.startsWith(below)))
      continue;
    url.hash = '';
    if (url.href === page) continue;
    const named = [anchor, ...(card?.querySelectorAll(HEADING) ?? [])].map((element) => plain(element.textContent));
    ways.set(url.href, [...(ways.get(url.href) ?? []), ...named]);
  }
  return [...ways].map(([url, words]) => ({ url, words }));
}

/** What the products on the shop's page are called. */
export function namesIn(shop: PublicShop): string[] {
  return [...shop.document.querySelectorAll(`:is(${CARD}) :is(${HEADING}), td`)].map(({ textContent }) =>
    plain(textContent),
  );
}

function seenIn(page: Document, url: string, link: string, isList: boolean): Seen | null {
  const holding = [page.body, ...(isList ? page.querySelectorAll(CARD) : [])].filter((one) => holds(one, link));
  // Of a list only the product's own card speaks of it.
  const place = holding.filter((one) => one.querySelector(HEADING) !== null || one === page.body).at(-1);
  if (place === undefined) return null;
  const pictures = [...place.querySelectorAll('img[src]')].flatMap(
    (image) => URL.parse(image.getAttribute('src') ?? '', url)?.href ?? [],
  );
  const names = [...place.querySelectorAll(HEADING)].map((heading) => plain(heading.textContent));
  return { url, text: plain(place.textContent), names: isList && place === page.body ? [] : names, pictures };
}

function holds(element: Element, link: string): boolean {
  const text = element.textContent ?? '';
  const isLinked = [...element.querySelectorAll('a[href]')].some((anchor) => anchor.getAttribute('href') === link);
  return isLinked || text.split(link).some((after, at) => at > 0 && !/^[\w-]/.test(after));
}

const firstOf = <T>(all: (T | null)[]): T | null => all.find((one) => one !== null) ?? null;
