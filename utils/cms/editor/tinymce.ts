import { isShown } from './shown.ts';
import type { EditorKind } from './types.ts';

interface Editor {
  removed?: boolean;
  isHidden?(): boolean;
  getContainer(): HTMLElement | null;
  getElement(): HTMLElement;
  getContent(): string;
  insertContent(html: string): void;
  setContent?(html: string): void;
  /** Copies the text to the textarea behind the editor, which plain forms send. */
  save(): void;
}
interface TinyMce {
  /** A list up to version 5; later versions do not have it. */
  editors?: Editor[];
  get?(): Editor[];
}

/** TinyMCE 4 to 8. It keeps its own cursor while something else has the focus. */
export const tinymce: EditorKind = {
  id: 'tinymce',
  open(_, globals) {
    const page = globals.tinymce as TinyMce | undefined;
    const editors = page?.editors?.length ? [...page.editors] : (page?.get?.() ?? []);
    return editors
      .filter((editor) => editor.removed !== true && editor.isHidden?.() !== true)
      .map((editor) => ({
        // An inline editor has no container of its own.
        place: editor.getContainer() ?? editor.getElement(),
        read: () => editor.getContent(),
        insert(html: string) {
          editor.insertContent(html);
          editor.save();
        },
        undo(before: string) {
          if (editor.getContent() === before) return;
          editor.setContent?.(before);
          editor.save();
        },
      }))
      .filter(({ place }) => isShown(place));
  },
};
