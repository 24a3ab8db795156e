import type { EditorId, EditorKind, Globals, OpenEditor } from './types.ts';

export interface Chosen extends OpenEditor {
  id: EditorId;
}

/** Every open editor of these kinds. A kind that throws while it is looked for is not on this page. */
export function openEditors(kinds: readonly EditorKind[], document: Document, globals: Globals): Chosen[] {
  return kinds.flatMap((kind) => {
    try {
      return kind.open(document, globals).map((editor) => ({ ...editor, id: kind.id }));
    } catch {
      return [];
    }
  });
}

/** The editor with the cursor, else the biggest one: that is the article, not its summary. Null when there is none. */
export function choose(editors: readonly Chosen[], document: Document): Chosen | null {
  const active = document.activeElement;
  const bySize = [...editors].sort((a, b) => area(b.place) - area(a.place));
  const withCursor = active === null || active === document.body ? undefined : bySize.find(holds(active));
  return withCursor ?? bySize[0] ?? null;
}

const holds = (active: Element) => (editor: Chosen) => editor.place.contains(active);

function area(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
