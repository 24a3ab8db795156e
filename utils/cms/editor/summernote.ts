import { isShown } from './shown.ts';
import type { EditorKind } from './types.ts';

type Summernote = (command: string, value?: string) => unknown;
type JQuery = (element: Element) => { summernote: Summernote };

/** The editor's frame outside code view, which shows a textarea instead. */
const FRAME = '.note-editor:not(.codeview)';

/** Summernote. It stands right after the element that it was made of, and jQuery knows it by that element. */
export const summernote: EditorKind = {
  id: 'summernote',
  open(document, globals) {
    const jQuery = globals.jQuery as JQuery;
    return [...document.querySelectorAll(FRAME)].filter(isShown).flatMap((place) => {
      const source = place.previousElementSibling;
      if (source === null || typeof jQuery(source).summernote !== 'function') return [];
      const call: Summernote = (...command) => jQuery(source).summernote(...command);
      return [
        {
          place,
          read: () => String(call('code')),
          insert(html: string) {
            // This puts the cursor back to where it was when the editor lost the focus; else the card would go to the
            // start of the text.
            call('restoreRange');
            call('pasteHTML', html);
          },
        },
      ];
    });
  },
};
