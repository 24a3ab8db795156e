import { drawButton } from './button.ts';
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
  margin: '16px 12px 0 0',
  padding: '10px 18px',
  'min-height': '24px',
  font: '600 16px/24px system-ui, "Segoe UI", Roboto, sans-serif',
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
  const button = (label: string, press: () => void) => drawButton(document, label, press, BUTTON);
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
