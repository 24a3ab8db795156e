import { isShown } from './shown.ts';
import type { EditorKind, OpenEditor } from './types.ts';

interface Quill {
  root: HTMLElement;
  getSelection(focus: boolean): { index: number } | null;
  getLength(): number;
  clipboard: { dangerouslyPasteHTML(index: number, html: string, source: string): void };
}

/** Quill 1 and 2; both put themselves on their container element. They keep links and pictures. */
export const quill: EditorKind = {
  id: 'quill',
  open: (document) =>
    [...document.querySelectorAll('.ql-container')].filter(isShown).flatMap((place) => {
      const { __quill } = place as Element & { __quill?: Quill };
      return __quill === undefined ? [] : [open(place, __quill)];
    }),
};

function open(place: Element, editor: Quill): OpenEditor {
  return {
    place,
    read: () => editor.root.innerHTML,
    insert(html) {
      const at = editor.getSelection(true)?.index ?? editor.getLength();
      // Quill makes the first paragraph one with the sentence at the cursor; the empty one is there to be that.
      editor.clipboard.dangerouslyPasteHTML(at, `<p><br></p>${html}`, 'user');
    },
  };
}
