import type { CmsPage, Page, Recogniser } from '#utils/cms/types.ts';
import { bar, menu } from './places.ts';

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

/** Joomla's admin pages, 3 to 6; the writing half is `driver.ts`. */
export const joomla: Recogniser = { id: 'joomla', adminPath: '/administrator/', recognise, places: [menu, bar] };
