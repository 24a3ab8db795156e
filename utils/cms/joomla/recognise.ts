import { isInSight, nativeLink } from '#utils/cms/nativeEntry.ts';
import type { CmsPage, LauncherPlace, Page, Recogniser } from '#utils/cms/types.ts';

const ADMIN = '/administrator/';
/** Every admin template of 3, 4 and 5 has the place for notices; script options are missing on Joomla 3's plainer pages. */
const JOOMLA = '#system-message-container, script.joomla-script-options';
/** The sign-in page, and what stands in for any page once the session ended. */
const SIGN_IN = 'body.com_login, form#form-login';
/** The article form; its action holds the id, 0 for a new article. */
const ARTICLE_FORM = 'form#item-form[action*="option=com_content"]';
/** Joomla 3 says its version in the bar at the bottom, 4 and later in the bar on top (where the module is left on). */
const VERSION = '#status, .joomlaversion';
/** The site's name beside the menu (3); its title is "Page - Site - Administration" in all of them. */
const BRAND = '.navbar a.brand';

/** The menus of Joomla 4 and later, and of 3. On the article form 3 greys its menu out, 4 and later leave it away. */
const MODERN_MENU = '.main-nav';
const OLD_MENU = '#menu';
const CONTENT = 'a[href*="option=com_content"]';
const MODERN_BAR = '.header-items';
/** The title line of Joomla 3: the only part of its head that narrow windows do not fold away. */
const OLD_BAR = 'header.header .container-title';

function recognise({ document, location }: Page): CmsPage | null {
  const at = location.pathname.lastIndexOf(ADMIN);
  if (at < 0 || !document.querySelector(JOOMLA) || document.querySelector(SIGN_IN)) return null;
  const action = document.querySelector(ARTICLE_FORM)?.getAttribute('action') ?? '';
  const open = new URL(action, location).searchParams.get('id') ?? '';
  return {
    cms: 'joomla',
    siteUrl: location.origin + location.pathname.slice(0, at),
    version: /\b\d+\.\d+(\.\d+)?/.exec(document.querySelector(VERSION)?.textContent ?? '')?.[0] ?? null,
    siteName: siteName(document),
    openPost: Number(open) > 0 ? open : null,
  };
}

function siteName(document: Document): string | null {
  const brand = document.querySelector(BRAND)?.textContent?.trim();
  return brand || /^.*? - (.+) - [^-]+$/.exec(document.title)?.[1]?.trim() || null;
}

/** In the menu below "Content", where the articles are. */
const menu: LauncherPlace = {
  build(document, label) {
    const isModern = document.querySelector(MODERN_MENU) !== null;
    const element = document.createElement('li');
    const button = nativeLink(document, 'no-dropdown', label);
    if (isModern) {
      element.className = 'item item-level-1';
      button.append(
        icon(document, 'icon-cart fas fa-shopping-cart icon-fw'),
        words(document, 'sidebar-item-title', label),
      );
    } else button.textContent = label;
    element.append(button);
    return { element, button };
  },
  insert(document, element) {
    const list = document.querySelector(MODERN_MENU) ?? document.querySelector(OLD_MENU);
    if (list === null) return false;
    const content = list.querySelector(CONTENT);
    const top = [...list.children].find((item) => content !== null && item.contains(content));
    if (top) top.after(element);
    else list.append(element);
    return isInSight(element);
  },
};

/** In the bar on top: the article form has no menu, and narrow windows fold it away. */
const bar: LauncherPlace = {
  build(document, label) {
    const isModern = document.querySelector(MODERN_BAR) !== null;
    const element = document.createElement('div');
    const button = nativeLink(document, isModern ? 'header-item-content' : 'btn btn-small', label);
    button.title = label;
    if (isModern) {
      element.className = 'header-item';
      const place = document.createElement('div');
      place.className = 'header-item-icon';
      place.append(icon(document, 'icon-cart fas fa-shopping-cart'));
      button.append(place, words(document, 'header-item-text', label));
    } else {
      element.className = 'pull-right';
      button.append(icon(document, 'icon-cart'), words(document, '', label));
    }
    element.append(button);
    return { element, button };
  },
  insert(document, element) {
    const modern = document.querySelector(MODERN_BAR);
    const place = modern ?? document.querySelector(OLD_BAR);
    if (place === null) return false;
    if (modern) place.append(element);
    else place.prepend(element);
    return isInSight(element);
  },
};

function icon(document: Document, className: string): HTMLElement {
  const element = words(document, className, '');
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function words(document: Document, className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** Joomla's admin pages, 3 to 6; the writing half is `driver.ts`. */
export const joomla: Recogniser = { id: 'joomla', adminPath: '/administrator/', recognise, places: [menu, bar] };
