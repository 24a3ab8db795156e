import { BACKDROP, basePathIn, isSignedIn } from '#utils/cms/drupal/legacySettings.ts';
import { pageOf } from '#utils/cms/drupal/page.ts';
import { entry } from '#utils/cms/drupal/places.ts';
import { isInSight } from '#utils/cms/nativeEntry.ts';
import type { CmsPage, LauncherPlace, Page, Recogniser } from '#utils/cms/types.ts';

/** The bar on top. A script may bring it in after the page; then the launcher is drawn anew. */
const BAR = '#admin-bar';
const MENU = 'ul#admin-bar-menu';
const CONTENT = 'a.admin-content';

function recognise(page: Page): CmsPage | null {
  const basePath = basePathIn(page.document, BACKDROP);
  return basePath !== null && isSignedIn(page.document) ? pageOf('backdrop', page, basePath) : null;
}

const bar: LauncherPlace = {
  build(document, label) {
    const made = entry(document, label, { tag: 'li', item: '', link: '' });
    // The bar keeps room for an icon before every word.
    made.button.style.setProperty('padding-inline-start', '10px', 'important');
    return made;
  },
  insert(document, element) {
    const menu = document.querySelector(`${BAR} ${MENU}`);
    if (!menu) return false;
    // Backdrop 1.28 puts the whole menu into one more level of list.
    const content = menu.querySelector(CONTENT)?.parentElement;
    if (content) content.after(element);
    else menu.append(element);
    return isInSight(element);
  },
};

/** Backdrop. It is asked before Drupal, whose names it still uses. */
export const backdrop: Recogniser = { id: 'backdrop', adminPath: '/user/login', recognise, places: [bar] };
