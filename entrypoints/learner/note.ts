import { drawButton } from '#entrypoints/cms.content/button.ts';
import { setStyle } from '#entrypoints/cms.content/style.ts';

const BOX: Record<string, string> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  left: '12px',
  right: '12px',
  bottom: '12px',
  margin: '0 auto',
  'max-width': '560px',
  padding: '14px 18px',
  'box-sizing': 'border-box',
  border: '2px solid #1f6b3a',
  'border-radius': '12px',
  background: '#fff',
  'box-shadow': '0 8px 32px rgb(0 0 0 / 0.28)',
  color: '#222',
  font: '16px/1.45 system-ui, "Segoe UI", Roboto, sans-serif',
  'z-index': '2147483000',
};
const BUTTON: Record<string, string> = {
  margin: '10px 10px 0 0',
  padding: '9px 16px',
  'min-height': '26px',
  font: '600 16px/26px system-ui, "Segoe UI", Roboto, sans-serif',
};
const MAIN = { ...BUTTON, background: '#1f6b3a', color: '#fff' };

export interface NoteButton {
  label: string;
  isMain: boolean;
  press: () => void;
}

export interface Note {
  say(title: string, text: string, buttons: NoteButton[]): void;
  remove(): void;
}

/** A note at the foot of the page, in a closed shadow root. */
export function drawNote(document: Document): Note {
  const host = document.createElement('div');
  // It leaves room at the end of the page, so that whatever lies below the note can be scrolled into sight.
  setStyle(host, { all: 'initial', display: 'block' });
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('section');
  setStyle(box, BOX);
  box.setAttribute('role', 'status');
  root.append(box);
  document.documentElement.append(host);
  const line = (tag: 'strong' | 'p', text: string): HTMLElement => {
    const element = document.createElement(tag);
    setStyle(element, { display: 'block', margin: '0 0 4px', 'font-weight': tag === 'strong' ? '700' : '400' });
    element.textContent = text;
    return element;
  };
  const button = ({ label, isMain, press }: NoteButton) => drawButton(document, label, press, isMain ? MAIN : BUTTON);
  return {
    say(title, text, buttons) {
      box.replaceChildren(line('strong', title), line('p', text), ...buttons.map(button));
      setStyle(host, { height: `${box.offsetHeight + 24}px` });
    },
    remove: () => host.remove(),
  };
}
