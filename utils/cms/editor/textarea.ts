import { inAllFrames, isShown, onPage } from './shown.ts';
import type { EditorKind } from './types.ts';

/** Editors whose textareas hold no article: CodeMirror keeps one for the keyboard, others for their toolbars. */
const NOT_OURS = '.CodeMirror, .ck, trix-toolbar';

/** A plain textarea. The HTML goes in as it is, at the cursor. */
export const field: EditorKind = {
  id: 'field',
  open: (document) =>
    inAllFrames<HTMLTextAreaElement>(document, 'textarea:not([readonly]):not([disabled])')
      .filter((area) => isShown(area) && area.closest(NOT_OURS) === null)
      .map((area) => ({
        place: onPage(area),
        field: area,
        read: () => area.value,
        insert(html) {
          const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
          // The card stands on lines of its own: a CMS that makes paragraphs of lines would wrap it together with text
          // on the same line.
          const gap = (isEdge: boolean) => (isEdge ? '' : '\n\n');
          const card = gap(before === '' || before.endsWith('\n')) + html + gap(after === '' || after.startsWith('\n'));
          area.setRangeText(card, area.selectionStart, area.selectionEnd, 'end');
          tell(area);
        },
        undo(before) {
          if (area.value === before) return;
          area.value = before;
          tell(area);
        },
      })),
};

/** Scripts that keep their own copy of the text (drafts, previews) listen to these. */
function tell(area: HTMLTextAreaElement): void {
  for (const name of ['input', 'change']) area.dispatchEvent(new Event(name, { bubbles: true }));
}
