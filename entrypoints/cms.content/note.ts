import { setStyle } from './style.ts';

export interface NoteWords {
  /** Why there is no panel here, and what to do. */
  noPanel: string;
  openWindow: string;
  closeLabel: string;
}

const NOTE: Record<string, string> = {
  all: 'initial',
  display: 'block',
  padding: '24px',
  'box-sizing': 'border-box',
  font: '17px/1.5 system-ui, "Segoe UI", Roboto, sans-serif',
  color: '#222',
};
const BUTTON: Record<string, string> = {
  all: 'initial',
  display: 'inline-block',
  margin: '16px 12px 0 0',
  padding: '10px 18px',
  'min-height': '24px',
  border: '1px solid #1f6b3a',
  'border-radius': '8px',
  background: '#fff',
  color: '#1f6b3a',
  font: '600 16px/24px system-ui, "Segoe UI", Roboto, sans-serif',
  cursor: 'pointer',
};

/** What stands in the panel's place when the panel does not load here. Only a person's press counts. */
export function drawNote(
  document: Document,
  words: NoteWords,
  { openWindow, close }: { openWindow: () => void; close: () => void },
): HTMLElement {
  const note = document.createElement('div');
  setStyle(note, NOTE);
  note.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent = words.noPanel;
  const button = (label: string, action: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    setStyle(made, BUTTON);
    made.addEventListener('click', (event) => event.isTrusted && action());
    made.addEventListener('focus', () => setStyle(made, { outline: '3px solid #f2b632' }));
    made.addEventListener('blur', () => made.style.removeProperty('outline'));
    return made;
  };
  note.append(
    text,
    button(words.openWindow, () => {
      close();
      openWindow();
    }),
    button(words.closeLabel, close),
  );
  return note;
}
