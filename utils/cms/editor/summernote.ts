import { isShown } from './shown.ts';
import type { EditorKind } from './types.ts';

type Summernote = (command: string, value?: string) => unknown;
type JQuery = (element: Element) => { summernote: Summernote };

/** Code view shows a textarea instead. */
const FRAME = '.note-editor:not(.codeview)';

/** Summernote: stands right after the element it was made of, which jQuery knows it by. */
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
            // Where the cursor was when the editor lost the focus; without it the start of the text.
            call('restoreRange');
            call('pasteHTML', html);
          },
        },
      ];
    });
  },
};
