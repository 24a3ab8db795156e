import { isInSight } from '#utils/cms/nativeEntry.ts';
import type { CmsPage, LauncherPlace, Page, Recogniser } from '#utils/cms/types.ts';
import { basePathIn, DRUPAL_7, isSignedIn } from './legacySettings.ts';
import { pageOf } from './page.ts';
import { entry } from './places.ts';

/** Drupal 8 and newer write their settings as JSON, on every page of somebody who is signed in. */
const SETTINGS = 'script[data-drupal-selector="drupal-settings-json"]';
/** The bar on top: 8 to 11, and 7. */
const TOOLBAR = '#toolbar-administration #toolbar-bar';
const MANAGE = '#toolbar-item-administration';
const TOOLBAR_7 = 'ul#toolbar-menu';
const CONTENT_7 = '#toolbar-link-admin-content';
/** The sidebar that may stand in the bar's place from 10.3 on. */
const SIDEBAR = '#menu-builder .toolbar-block__list';
const SHORTCUTS = '[class*="--shortcuts"]';
const CONTENT = 'a[href*="node/add"], a[href*="admin/content"]';

function recognise(page: Page): CmsPage | null {
  const settings = settingsIn(page.document);
  if (settings !== null) {
    const { baseUrl, currentPath, uid } = settings;
    return Number(uid) > 0 ? pageOf('drupal', page, baseUrl, currentPath) : null;
  }
  const basePath = basePathIn(page.document, DRUPAL_7);
  return basePath !== null && isSignedIn(page.document) ? pageOf('drupal', page, basePath) : null;
}

/** What Drupal 8 and newer say of the page; null for anything else. */
export function settingsIn(
  document: Document,
): { baseUrl: string; pathPrefix: string; currentPath: string; uid: unknown } | null {
  try {
    const settings: unknown = JSON.parse(settingsText(document));
    const { path, user } = settings as {
      path: { baseUrl: unknown; pathPrefix: unknown; currentPath: unknown };
      user?: { uid: unknown };
    };
    if (typeof path.baseUrl !== 'string' || !/^\/(?!\/)/.test(path.baseUrl)) return null;
    const pathPrefix = /^[\w-]+\/$/.exec(String(path.pathPrefix))?.[0] ?? '';
    return { baseUrl: path.baseUrl, pathPrefix, currentPath: String(path.currentPath), uid: user?.uid };
  } catch {
    return null;
  }
}

/** The settings as they stand in the page. */
export const settingsText = (document: Document): string => document.querySelector(SETTINGS)?.textContent ?? 'null';

/** A tab beside "Manage". */
const toolbar: LauncherPlace = {
  build(document, label) {
    const made = entry(document, label, { tag: 'div', item: 'toolbar-tab', link: 'toolbar-item' });
    // The open tray lies over the bar; core lifts only its own entries above it.
    made.button.style.cssText = 'position:relative;z-index:502';
    return made;
  },
  insert(document, element) {
    const bar = document.querySelector(TOOLBAR);
    const manage = bar?.querySelector(MANAGE)?.closest('.toolbar-tab');
    if (manage) manage.after(element);
    else bar?.append(element);
    return isInSight(element);
  },
};

const sidebar: LauncherPlace = {
  build(document, label) {
    const link = 'toolbar-button toolbar-button--collapsible toolbar-button--icon--navigation-create';
    const made = entry(document, label, { tag: 'li', item: 'toolbar-block__list-item', link });
    // The folded sidebar shows only what stands in these attributes.
    made.button.dataset.iconText = label.slice(0, 2);
    made.button.dataset.indexText = label.slice(0, 1).toLowerCase();
    const words = document.createElement('span');
    words.className = 'toolbar-button__label';
    words.dataset.text = '';
    words.textContent = label;
    made.button.replaceChildren(words);
    return made;
  },
  insert(document, element) {
    const all = [...document.querySelectorAll(SIDEBAR)];
    // The shortcuts stand first, and lead to the content as well.
    const lists = all.filter((list) => list.querySelector(SHORTCUTS) === null);
    (lists.find((list) => list.querySelector(CONTENT)) ?? lists[0] ?? all[0])?.append(element);
    return isInSight(element);
  },
};

const toolbar7: LauncherPlace = {
  build: (document, label) => entry(document, label, { tag: 'li', item: 'leaf', link: '' }),
  insert(document, element) {
    const menu = document.querySelector(TOOLBAR_7);
    const content = menu?.querySelector(CONTENT_7)?.closest('li');
    if (content) content.after(element);
    else menu?.append(element);
    return isInSight(element);
  },
};

/** Drupal 7 to 11, seen from the outside by somebody who is signed in; the writing half is `driver.ts`. */
export const drupal: Recogniser = {
  id: 'drupal',
  adminPath: '/user/login',
  recognise,
  places: [toolbar, sidebar, toolbar7],
};
