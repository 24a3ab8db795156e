import { article, editables } from './contenteditable.ts';
import { onPage } from './shown.ts';
import { field } from './textarea.ts';
import type { EditorKind, InsertMethod, OpenEditor } from './types.ts';

const CTRL_Z = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, bubbles: true, cancelable: true };

/** What an insert method puts into the editor. */
interface Content {
  html: string;
  text: string;
}

/** Browsers and editors make the first paragraph one with the sentence at the cursor; the empty one is there to be that. */
const APART = '<p><br></p>';

/** Source editors take HTML as the text that it is. */
const SOURCE = '.CodeMirror, .cm-editor';

/**
 * Acts as if the person had pressed Ctrl+V: editors that listen put the card in themselves; in others nothing happens.
 */
const pasted = ({ html, text }: Content): EditorKind => ({
  id: 'article',
  open: (document) =>
    surfaces(document, (element) => {
      const clipboardData = new DataTransfer();
      const isSource = element.closest(SOURCE) !== null;
      if (!isSource) clipboardData.setData('text/html', APART + html);
      clipboardData.setData('text/plain', isSource ? html : text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }),
});

/** The browser's own editing command, which editors notice as they notice typing. */
const commanded = ({ html }: Content): EditorKind => ({
  id: 'article',
  open: (document) =>
    surfaces(document, (element) => {
      const isSource = element.closest(SOURCE) !== null;
      element.ownerDocument.execCommand(isSource ? 'insertText' : 'insertHTML', false, isSource ? html : APART + html);
    }),
});

/**
 * The kinds that do without the page's world: everything that can be written in, and how `way` puts something there.
 */
export function surfaceKinds(way: Exclude<InsertMethod, 'native'>, content: Content): EditorKind[] {
  if (way === 'splice') return [article, field];
  return [way === 'paste' ? pasted(content) : commanded(content)];
}

function surfaces(document: Document, put: (element: HTMLElement) => void): OpenEditor[] {
  return editables(document).map((element) => {
    const read = () => (element.closest(SOURCE) === null ? element.innerHTML : (element.textContent ?? ''));
    return {
      place: onPage(element),
      field: element,
      read,
      insert() {
        element.focus({ preventScroll: true });
        put(element);
      },
      undo(before: string) {
        if (read() !== before) element.ownerDocument.execCommand('undo');
        // Editors that keep the text in a store of their own undo only what they are asked themselves.
        if (read() !== before) element.dispatchEvent(new KeyboardEvent('keydown', CTRL_Z));
      },
    };
  });
}
