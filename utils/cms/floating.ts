import type { LauncherPlace } from './types.ts';

/**
 * The button's z-index: over every sidebar that a CMS draws (WordPress's editor: 100000), under its dialogs (media
 * library: 160000).
 */
const LAYER = 100_050;

/**
 * Each style is set by itself and as important, so that neither the page's stylesheet nor a CSP without 'unsafe-inline'
 * takes it away.
 */
const LOOK: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  right: 'max(16px, env(safe-area-inset-right))',
  bottom: 'max(16px, env(safe-area-inset-bottom))',
  'z-index': String(LAYER),
  'min-height': '44px',
  padding: '10px 18px',
  'box-sizing': 'border-box',
  'border-radius': '22px',
  background: '#1f6b3a',
  color: '#fff',
  font: '600 15px/24px system-ui, "Segoe UI", Roboto, sans-serif',
  cursor: 'pointer',
  'box-shadow': '0 2px 10px rgb(0 0 0 / 0.35)',
};

/** The last resort: a button in the corner, where neither a menu nor a bar of the CMS can be seen. */
export const floating: LauncherPlace = {
  build(document, label) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    for (const [name, value] of Object.entries(LOOK)) button.style.setProperty(name, value, 'important');
    // `all: initial` takes the browser's own focus ring away with the rest.
    button.addEventListener('focus', () => button.style.setProperty('outline', '3px solid #f2b632', 'important'));
    button.addEventListener('blur', () => button.style.removeProperty('outline'));
    return { element: button, button };
  },
  insert(document, element) {
    document.body.append(element);
    return true;
  },
};
