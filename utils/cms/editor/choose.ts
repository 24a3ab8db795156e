import { isArticleSized, isTitled } from './articleForm.ts';
import { cursors, innermost } from './cursor.ts';
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

/**
 * The editor with the cursor, or that had it before the panel took the focus; else the biggest one: that is the article,
 * not its summary; one beside a title first. Null when there is none.
 */
export function choose(editors: readonly Chosen[], document: Document): Chosen | null {
  const bySize = [...editors].sort((a, b) => area(b.place) - area(a.place));
  for (const place of cursors(document)) {
    const inner = innermost(place);
    // Several fields may stand in one frame, which is the place of all of them.
    const found = bySize.find(({ field }) => field?.contains(inner)) ?? bySize.find((one) => one.place.contains(place));
    if (found !== undefined) return found;
  }
  const here = ({ field, place }: Chosen) => field ?? place;
  // A short field of a form without a title (a greeting among the settings) is taken only where the cursor is in it.
  const isArticle = (one: Chosen) => isArticleSized(one.place) || here(one).closest('form') === null;
  return bySize.find((one) => isTitled(here(one))) ?? bySize.find(isArticle) ?? null;
}

function area(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
}
