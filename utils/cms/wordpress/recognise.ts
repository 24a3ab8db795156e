import { isInSight, nativeLink } from '#utils/cms/nativeEntry.ts';
import type { CmsPage, LauncherPlace, Page, Recogniser } from '#utils/cms/types.ts';

/** Every admin page; the login page, error pages and the pages inside dialogs have no menu beside the bar. */
const ADMIN = 'body.wp-admin:not(.network-admin):not(.user-admin):not(#error-page)';
const BAR = '#wpadminbar';
const MENU = '#adminmenu';
/** The site itself, seen by somebody who is signed in. */
const FRONT = 'body.logged-in.admin-bar';
/** On the site itself only these links tell where the admin is; a mere subscriber has none of them. */
const ADMIN_LINKS =
  '#wp-admin-bar-new-content > a[href], #wp-admin-bar-dashboard > a[href], #wp-admin-bar-edit > a[href]';
const SITE_NAME = '#wp-admin-bar-site-name > .ab-item';
const GENERATOR = 'meta[name="generator"][content^="WordPress "]';
/** Both editors keep the number of the open post in a form field of this name. */
const POST_ID = 'input#post_ID, input[name="post_ID"]';
/** WooCommerce's own entry in the menu, which those have who may look after the shop. */
const SHOP_MENU = '#adminmenu #toplevel_page_woocommerce';
const POSTS_MENU = '#menu-posts';
const NEW_CONTENT = '#wp-admin-bar-new-content';
const BAR_LIST = '#wp-admin-bar-root-default';

function recognise({ document, location }: Page): CmsPage | null {
  const siteUrl = siteUrlOf(document, location);
  if (siteUrl === null) return null;
  return {
    cms: 'wordpress',
    siteUrl,
    version: versionOf(document),
    siteName: document.querySelector(SITE_NAME)?.textContent?.trim() || null,
    openPost: openPostOf(document, location),
    ...(document.querySelector(SHOP_MENU) && { ownShop: 'woocommerce' as const }),
  };
}

/** The site with its path: the sub-folders of one multisite are different sites. */
function siteUrlOf(document: Document, location: URL): string | null {
  if (!document.querySelector(BAR)) return null;
  if (document.querySelector(ADMIN)) {
    return document.querySelector(MENU) ? beforeAdmin(location) : null;
  }
  if (!document.querySelector(FRONT)) return null;
  for (const link of document.querySelectorAll(ADMIN_LINKS)) {
    const href = link.getAttribute('href') ?? '';
    const url = URL.canParse(href, location) ? new URL(href, location) : null;
    // An admin on another origin is out of reach from here; it is served when the person goes there.
    if (url !== null && url.origin === location.origin && url.pathname.includes('/wp-admin/')) return beforeAdmin(url);
  }
  return null;
}

function beforeAdmin(url: URL): string | null {
  const [path, rest] = url.pathname.split('/wp-admin/');
  return rest === undefined ? null : url.origin + path;
}

/** The version, from the body class `version-7-1-1`; on the site itself the theme may still say it. */
function versionOf(document: Document): string | null {
  const inClass = /(?:^|\s)version-(\d[\d-]*)/.exec(document.body.className)?.[1]?.replaceAll('-', '.');
  return inClass ?? document.querySelector(GENERATOR)?.getAttribute('content')?.slice('WordPress '.length) ?? null;
}

function openPostOf(document: Document, location: URL): string | null {
  if (!/\/wp-admin\/post(-new)?\.php$/.test(location.pathname)) return null;
  return document.querySelector(POST_ID)?.getAttribute('value') || new URLSearchParams(location.search).get('post');
}

/** A first-level entry below "Posts"; the block editor in full screen and narrow windows hide the menu. */
const menu: LauncherPlace = {
  build(document, label) {
    const element = document.createElement('li');
    element.id = 'toplevel_page_dodolan';
    element.className = 'wp-not-current-submenu menu-top menu-icon-generic';
    const button = nativeLink(document, 'wp-not-current-submenu menu-top menu-icon-generic', label);
    const arrow = box(document, 'div', 'wp-menu-arrow');
    arrow.append(document.createElement('div'));
    const icon = box(document, 'div', 'wp-menu-image dashicons-before dashicons-cart');
    icon.setAttribute('aria-hidden', 'true');
    const name = box(document, 'div', 'wp-menu-name');
    name.textContent = label;
    button.append(arrow, icon, name);
    element.append(button);
    return { element, button };
  },
  insert(document, element) {
    const posts = document.querySelector(POSTS_MENU);
    if (posts) posts.after(element);
    else document.querySelector(MENU)?.append(element);
    return isInSight(element);
  },
};

/** Beside "+ New" in the bar on top, on the admin pages and on the site itself. */
const bar: LauncherPlace = {
  build(document, label) {
    const element = document.createElement('li');
    element.id = 'wp-admin-bar-dodolan';
    // Below 783 px WordPress hides every entry that it does not know.
    element.style.setProperty('display', 'block', 'important');
    const button = nativeLink(document, 'ab-item', label);
    button.title = label;
    const icon = box(document, 'span', 'ab-icon dashicons-cart');
    // WordPress moves its own icons down onto the line by a rule for each; this one has no rule.
    icon.style.setProperty('top', '2px');
    icon.setAttribute('aria-hidden', 'true');
    const name = box(document, 'span', 'ab-label');
    name.textContent = label;
    button.append(icon, name);
    element.append(button);
    return { element, button };
  },
  insert(document, element) {
    const beside = document.querySelector(NEW_CONTENT);
    if (beside) beside.after(element);
    else document.querySelector(BAR_LIST)?.append(element);
    return isInSight(element);
  },
};

function box(document: Document, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** WordPress's admin pages and its site as seen by a signed-in writer; the writing half is `driver.ts`. */
export const wordpress: Recogniser = { id: 'wordpress', adminPath: '/wp-admin/', recognise, places: [menu, bar] };
