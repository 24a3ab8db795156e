import { isShown } from './shown.ts';
import type { EditorKind } from './types.ts';

interface Instance {
  /** `source` shows a textarea instead. */
  mode: string;
  container: { $: HTMLElement };
  getData(): string;
  insertHtml(html: string): void;
  updateElement(): void;
}

/** CKEditor 4. Its content filter keeps links and pictures. */
export const ckeditor4: EditorKind = {
  id: 'ckeditor4',
  open(_, globals) {
    const { instances } = globals.CKEDITOR as { instances: Record<string, Instance> };
    return Object.values(instances)
      .filter(({ mode }) => mode === 'wysiwyg')
      .map((editor) => ({
        place: editor.container.$,
        read: () => editor.getData(),
        insert(html: string) {
          editor.insertHtml(html);
          editor.updateElement();
        },
      }))
      .filter(({ place }) => isShown(place));
  },
};
