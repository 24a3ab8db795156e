import { setStyle } from './style.ts';

const BUTTON: Record<string, string> = {
  all: 'initial',
  display: 'inline-block',
  border: '1px solid #1f6b3a',
  'border-radius': '8px',
  background: '#fff',
  color: '#1f6b3a',
  cursor: 'pointer',
};

/** A button of ours in a page, drawn with these styles besides. Only a person's press counts. */
export function drawButton(
  document: Document,
  label: string,
  press: () => void,
  style: Record<string, string>,
): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  setStyle(made, { ...BUTTON, ...style });
  made.addEventListener('click', (event) => event.isTrusted && press());
  made.addEventListener('focus', () => setStyle(made, { outline: '3px solid #f2b632' }));
  made.addEventListener('blur', () => made.style.removeProperty('outline'));
  return made;
}
