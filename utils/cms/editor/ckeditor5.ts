import { isShown } from './shown.ts';
import type { EditorKind, OpenEditor } from './types.ts';

interface Instance {
  getData(): string;
  /** Copies the text to the textarea behind the editor, where there is one. */
  updateSourceElement?(): void;
  model: {
    insertContent(fragment: unknown, at: unknown): void;
    change(work: (writer: { insert(fragment: unknown, at: unknown, place: 'after'): void }) => void): void;
    document: { selection: { getSelectedBlocks(): Iterable<{ isEmpty: boolean }> } };
  };
  data: { processor: { toView(html: string): unknown }; toModel(view: unknown): unknown };
}

const EDITABLE = '.ck-editor__editable:not(.ck-editor__nested-editable)';

/**
 * CKEditor 5, found by its element, because it has no global name. It keeps what its plugins know, and always links.
 */
export const ckeditor5: EditorKind = {
  id: 'ckeditor5',
  open: (document) =>
    [...document.querySelectorAll(EDITABLE)].filter(isShown).flatMap((place) => {
      const { ckeditorInstance } = place as Element & { ckeditorInstance?: Instance };
      return ckeditorInstance === undefined ? [] : [open(place, ckeditorInstance)];
    }),
};

function open(place: Element, editor: Instance): OpenEditor {
  return {
    place,
    read: () => editor.getData(),
    insert(html) {
      const { data, model } = editor;
      const { selection } = model.document;
      const card = data.toModel(data.processor.toView(html));
      // `insertContent` makes the card's first paragraph one with the sentence at the cursor, and with the one before it.
      const block = [...selection.getSelectedBlocks()].at(-1);
      if (block === undefined || block.isEmpty) model.insertContent(card, selection);
      else model.change((writer) => writer.insert(card, block, 'after'));
      editor.updateSourceElement?.();
    },
  };
}
