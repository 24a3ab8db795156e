import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { element } from '#utils/early/element.ts';
import { readLine } from '#utils/early/line.ts';

/**
 * The panel's first script, which the page waits for: a line in the place of the quick line takes the caret before the
 * panel's own code is read, and hands its letters over when that has drawn its own.
 */
export default defineUnlistedScript(() => {
  // An address with something behind its # asks for a listing, whose form has no such line.
  const words = location.hash.length > 1 ? null : readLine(browser.runtime.getManifest().version);
  if (words === null) return;
  const line = document.createElement('textarea');
  line.className = 'quick-input';
  line.rows = 1;
  line.placeholder = words.example;
  line.ariaLabel = words.label;
  const head = element(
    'header',
    'frame-head',
    {},
    element('h1', '', {}, words.title),
    element('div', 'frame-close', {}),
  );
  const field = element(
    'div',
    'field',
    {},
    element('span', 'label', {}, words.label),
    line,
    element('div', 'hint', {}, words.hint),
  );
  const form = element('main', 'form-side', {}, element('section', 'quick', {}, field));
  const all = element(
    'div',
    'frame',
    { id: 'early-line' },
    head,
    element('div', 'frame-body show-form', {}, form, element('aside', 'preview-side', {})),
  );
  // Enter goes on only where something can be read.
  line.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) event.preventDefault();
  });
  let isComposing = false;
  line.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  line.addEventListener('compositionend', () => {
    isComposing = false;
  });
  document.body.append(all);
  line.focus();
  addEventListener('focus', () => line.isConnected && line.focus());

  globalThis.dodolanLine = {
    take(give) {
      if (isComposing) {
        line.addEventListener('compositionend', () => setTimeout(() => globalThis.dodolanLine?.take(give)), {
          once: true,
        });
        return;
      }
      globalThis.dodolanLine = undefined;
      all.remove();
      give(line.value);
    },
  };
});
