import type { Reply } from './form.ts';

/** What themes make menus of. */
const MENU = 'nav, [role="navigation"], [class*="menu" i], ul.nav';
/** Breadcrumbs are made like a menu, but only say where the page is. */
const TRAIL = '[class*="breadcrumb" i], [aria-label*="breadcrumb" i]';

/**
 * The address of the entry in a page's menus that is called `name`, or leads where anything of that name on the page
 * leads, or leads to an address that `isIt` accepts. It serves people who may not open the menus' own administration.
 * Null when there is none.
 */
export function entryInMenu(
  page: Pick<Reply, 'document' | 'url'>,
  name: string,
  isIt: (url: URL) => boolean,
): string | null {
  const links = [...page.document.querySelectorAll('a[href]')].flatMap((link) => {
    const url = URL.parse(link.getAttribute('href') ?? '', page.url);
    return url?.hostname === page.url.hostname ? [{ link, url }] : [];
  });
  const isNamed = ({ link }: { link: Element }) => link.textContent?.trim().toLowerCase() === name.toLowerCase();
  const targets = new Set(links.filter(isNamed).map(({ url }) => url.pathname + url.search));
  const inMenus = links.filter(({ link }) => link.closest(MENU) !== null && link.closest(TRAIL) === null);
  const entry = inMenus.find(({ url }) => targets.has(url.pathname + url.search) || isIt(url));
  return entry === undefined ? null : new URL(entry.url.pathname + entry.url.search, page.url.origin).href;
}
