import { type Chosen, choose, openEditors } from './choose.ts';
import { countHrefs } from './count.ts';
import { KINDS } from './kinds.ts';
import { surfaceKinds } from './surface.ts';
import type { EditorKind, Globals, InsertMethod, InsertResult, Request } from './types.ts';

export interface Place {
  document: Document;
  globals: Globals;
  /** Waits a moment between two looks: some editors take a card only after their own next tick. */
  pause(): Promise<void>;
}

/**
 * How often the editor is read before an attempt counts as failed; a card that shows up later would stand there twice.
 */
const LOOKS = 12;

/**
 * Tries the methods in `ways` in their order until the link can be read back from the editor. What an editor returns or
 * throws counts for nothing: some throw although the card went in, some say yes and do nothing.
 */
export async function insertCard(request: Request, place: Place): Promise<InsertResult> {
  let met: InsertResult = { editor: null, way: null, landed: false };
  for (const way of request.ways) {
    const editor = choose(openEditors(kindsOf(way, request), place.document, place.globals), place.document);
    if (editor === null) continue;
    const landed = await attempt(editor, request, place);
    met = { editor: editor.id, way, landed };
    if (landed) return met;
  }
  return met;
}

function kindsOf(way: InsertMethod, request: Request): readonly EditorKind[] {
  return way === 'native' ? KINDS : surfaceKinds(way, request);
}

async function attempt(editor: Chosen, { html, link }: Request, { pause }: Place): Promise<boolean> {
  const count = () => {
    try {
      return countHrefs(editor.read(), link);
    } catch {
      return 0;
    }
  };
  // The article may hold this product's link already; only one more than before is ours.
  const before = count();
  try {
    editor.insert(html);
  } catch {
    // Only what is read back decides.
  }
  for (let look = 0; look < LOOKS; look += 1) {
    if (count() > before) return true;
    await pause();
  }
  return false;
}
