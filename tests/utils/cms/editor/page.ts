import { insertCard } from '#utils/cms/editor/insert.ts';
import { type Globals, INSERT_METHODS, type InsertMethod, type InsertResult } from '#utils/cms/editor/types.ts';

export const LINK = 'https://pasar.example/p/abcdefghijklmnop';
export const CARD = `<p>Gula semut.</p><p><a href="${LINK}">Tanya</a></p>`;

/** What each element measures (px): jsdom draws nothing. Elements not named are as big as an article. */
export function measure(sizes: Record<string, [number, number]> = {}): void {
  Element.prototype.getBoundingClientRect = function () {
    const named = Object.entries(sizes).find(([selector]) => this.matches(selector));
    const [width, height] = named?.[1] ?? [600, 300];
    return new DOMRect(0, 0, width, height);
  };
}

/** Inserts the card; `pauses` runs what happens between the looks. */
export function insert(
  globals: Globals = {},
  ways: readonly InsertMethod[] = INSERT_METHODS,
  pauses: (() => void)[] = [],
): Promise<InsertResult> {
  const pause = async () => pauses.shift()?.();
  return insertCard(
    { html: CARD, bare: CARD, text: 'Gula semut', link: LINK, ways: [...ways] },
    { document, globals, pause },
  );
}

/** A TinyMCE of one editor over `place`, holding `content`. */
export function fakeTinyMce(place: Element, insertContent: (editor: { content: string }, html: string) => void) {
  const editor = {
    content: '<p>Awal.</p>',
    inserted: 0,
    removed: false,
    hidden: false,
    isHidden: () => editor.hidden,
    getContainer: () => place,
    getElement: () => place,
    getContent: () => editor.content,
    insertContent(html: string) {
      editor.inserted += 1;
      insertContent(editor, html);
    },
    save: () => undefined,
  };
  return editor;
}
