import { isInSight, nativeLink } from '#utils/cms/nativeEntry.ts';
import type { CmsPage, LauncherPlace, Page, Recogniser } from '#utils/cms/types.ts';

/** The body of every admin page; `fixed` may be off in some colour themes, the id never. Absent on `/siteman` and the public site. */
const ADMIN_BODY = 'body#sidebar_collapse.sidebar-mini';
/**
 * The link to sign out. Only a signed-in page has it, and it is the one link that always tells the base (with or
 * without `index.php/`, sub-folders).
 */
export const LOGOUT = 'a[href$="siteman/logout"]';
/** Other AdminLTE programs share the look; this credit is OpenSID's own. */
const CREDIT = '.main-footer a[href^="https://github.com/OpenSID/OpenSID"]';
const VERSION = '.main-footer';
const VILLAGE = '.user-panel .info strong';
const SIDEBAR = 'ul.sidebar-menu';
/**
 * Our entry goes behind the first of these that is there: the entry of OpenSID's shop, then that of the articles. The
 * menu scrolls itself to the open page, so our entry stands where it is wanted.
 */
const NEIGHBOURS = ['a[href$="/lapak_admin"]', 'a[href$="/web/clear"]', 'a'];
const NAVBAR = '.navbar-custom-menu ul.navbar-nav';
/** The space (OpenSID: 15px) beside our icon in a window of 320 px, where it does not fit by a hair. */
const NARROW = '11px';
/** The article form of an existing article posts to `web/update/{category}/{plain id}`. */
const OPEN_ARTICLE = 'form#validasi[action*="/web/update/"]';

/**
 * The admin base, ending in `/`, under which `web`, `lapak_admin` and the rest lie. Behind a TLS proxy the links say
 * `http://`, so only the path is taken and put on the page's own origin.
 */
export function adminBase(document: Document, location: URL): URL | null {
  const logout = document.querySelector(LOGOUT)?.getAttribute('href');
  if (!logout || !URL.canParse(logout, location)) return null;
  const { pathname } = new URL(logout, location);
  return new URL(pathname.slice(0, -'siteman/logout'.length), location.origin);
}

function recognise({ document, location }: Page): CmsPage | null {
  if (!document.querySelector(ADMIN_BODY) || !document.querySelector(CREDIT)) return null;
  const base = adminBase(document, location);
  if (!base) return null;
  const form = document.querySelector(OPEN_ARTICLE)?.getAttribute('action') ?? '';
  return {
    cms: 'opensid',
    siteUrl: base.href.replace(/(index\.php)?\/*$/, '').replace(/\/$/, ''),
    version: /Versi\s+v?(\d[\w.-]*)/.exec(document.querySelector(VERSION)?.textContent ?? '')?.[1] ?? null,
    siteName: document.querySelector(VILLAGE)?.textContent?.trim() || null,
    openPost: /\/web\/update\/[^/]+\/(\d+)/.exec(form)?.[1] ?? null,
  };
}

interface Look {
  icon: string;
  gap: string;
  text: string;
}

function entry(document: Document, label: string, look: Look): { element: HTMLElement; button: HTMLElement } {
  const element = document.createElement('li');
  const button = nativeLink(document, '', label);
  button.title = label;
  const glyph = document.createElement('i');
  glyph.className = look.icon;
  const span = document.createElement('span');
  span.className = look.text;
  span.textContent = look.gap + label;
  button.append(glyph, span);
  element.append(button);
  return { element, button };
}

const sidebar: LauncherPlace = {
  build: (document, label) => entry(document, label, { icon: 'fa fa-shopping-cart', gap: '', text: '' }),
  insert(document, element) {
    const menu = document.querySelector(SIDEBAR);
    if (!menu) return false;
    const neighbour = NEIGHBOURS.map((link) => menu.querySelector(`li:not(.header) ${link}`)).find((link) => link);
    const top = [...menu.children].find((item) => neighbour && item.contains(neighbour));
    if (top) top.after(element);
    else menu.append(element);
    return isInSight(element);
  },
};

const navbar: LauncherPlace = {
  build: (document, label) =>
    entry(document, label, { icon: 'fa fa-shopping-cart fa-lg', gap: '\u00a0\u00a0', text: 'hidden-xs' }),
  insert(document, element) {
    const bar = document.querySelector(NAVBAR);
    if (!bar) return false;
    addTo(bar, element);
    return isInSight(element);
  },
};

/**
 * The bar is fixed over the page, so a second line of it lies on the page's title: our words give way where the line has no
 * room for them, then the space around our icon, then our whole entry.
 */
function addTo(bar: Element, element: HTMLElement): void {
  const line = () => [bar.getBoundingClientRect().top, bar.getBoundingClientRect().height].join();
  const alone = line();
  bar.prepend(element);
  const wraps = () => line() !== alone;
  if (wraps()) element.querySelector('span')?.remove();
  if (wraps()) element.querySelector('a')?.style.setProperty('padding-inline', NARROW);
  if (wraps()) element.remove();
}

/** OpenSID's admin pages (2408 and newer), seen from the outside; the writing half is `driver.ts`. */
export const opensid: Recogniser = {
  id: 'opensid',
  adminPath: '/siteman',
  ownShop: 'lapak',
  recognise,
  places: [sidebar, navbar],
};
