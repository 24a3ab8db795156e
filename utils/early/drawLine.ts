import { element } from './element.ts';
import type { EarlyLine, LineOnScreen } from './line.ts';

/** Draws the line where the panel will have it, with the caret in it. */
export function drawLine(words: EarlyLine): Pick<LineOnScreen, 'take'> {
  const line = document.createElement('textarea');
  line.className = 'quick-input';
  line.rows = 1;
  line.placeholder = words.example;
  line.ariaLabel = words.label;
  const hint = element('div', 'hint', {}, words.hint);
  const field = element('div', 'field', {}, element('span', 'label', {}, words.label), line, hint);
  const quick = element('section', 'quick', { style: `margin-top:${words.above}px` }, field);
  const title = element('h1', '', {}, words.title);
  const head = element('header', 'frame-head', { style: `height:${words.head}px;align-items:start` }, title);
  const all = element(
    'div',
    'frame',
    { id: 'early-line' },
    head,
    element(
      'div',
      'frame-body show-form',
      {},
      element('main', 'form-side', {}, quick),
      element('aside', 'preview-side', {}),
    ),
    element('footer', 'frame-foot', { style: `height:${words.foot}px` }),
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
  const focus = () => line.focus();
  document.body.append(all);
  focus();
  addEventListener('focus', focus);

  const take: LineOnScreen['take'] = (give) => {
    if (isComposing) return line.addEventListener('compositionend', () => setTimeout(take, 0, give), { once: true });
    removeEventListener('focus', focus);
    globalThis.dodolanLine = undefined;
    all.remove();
    give(line.value);
  };
  return { take };
}
