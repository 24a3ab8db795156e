import { isShown } from './shown.ts';
import type { EditorKind } from './types.ts';

type TrixElement = HTMLElement & { value: string; editor?: { insertHTML(html: string): void } };

/** Trix, a custom element. It keeps links. */
export const trix: EditorKind = {
  id: 'trix',
  open: (document) =>
    [...document.querySelectorAll<TrixElement>('trix-editor')].filter(isShown).flatMap((place) => {
      const { editor } = place;
      return editor === undefined
        ? []
        : [{ place, read: () => place.value, insert: (html) => editor.insertHTML(html) }];
    }),
};
