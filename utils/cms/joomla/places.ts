import { isInSight, nativeLink, pressable } from '#utils/cms/nativeEntry.ts';
import type { LauncherPlace } from '#utils/cms/types.ts';

/** The menus of Joomla 4 and later, and of 3. On the article form 3 greys its menu out, 4 and later leave it away. */
const MODERN_MENU = '.main-nav';
const OLD_MENU = '#menu';
const CONTENT = 'a[href*="option=com_content"]';
const MODERN_BAR = '.header-items';
const WORDS = '.header-item-text';
/** Logo and title of the page, which the bar shares its line with in a wide window. */
const TITLE = '.header-title';
/** The title line of Joomla 3: the only part of its head that narrow windows do not fold away. */
const OLD_BAR = 'header.header .container-title';

/** In the menu below "Content", where the articles are. */
export const menu: LauncherPlace = {
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
export const bar: LauncherPlace = {
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
      button.append(place, words(document, WORDS.slice(1), label));
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
    if (modern) addTo(modern, element);
    else place.prepend(element);
    return isInSight(element);
  },
};

/**
 * Joomla folds away what does not fit into its bar, but reckons without us: its user menu came under the hamburger, the title
 * under the bar, or part of the bar out of the window. So our words give way, and then our whole entry, if the menu's can
 * be pressed.
 */
function addTo(modern: Element, element: Element): void {
  const { ownerDocument: document } = modern;
  const others = pressable([...modern.children, ...document.querySelectorAll(TITLE)]);
  modern.append(element);
  const isCrowded = () => pressable([...others, element]).length <= others.length;
  if (others.length > 0 && isCrowded()) element.querySelector(WORDS)?.remove();
  const inMenu = document.querySelector(`${MODERN_MENU} > li`);
  if (others.length > 0 && isCrowded() && inMenu !== null && isInSight(inMenu)) element.remove();
}

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
