import { type Chosen, choose, openEditors } from './choose.ts';
import { KINDS } from './kinds.ts';
import { surfaceKinds } from './surface.ts';
import { showsForeignPictures } from './textFormat.ts';
import type { EditorKind, Globals, InsertMethod, InsertResult, Request } from './types.ts';
import { countCards, wordsFor } from './words.ts';

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
 * throws counts for nothing: some throw although the card went in, some say yes and do nothing. What a failed attempt
 * left is taken out before the next one; where that is not possible, nothing more is tried, because the card would
 * stand there twice.
 */
export async function insertCard(whole: Request, place: Place): Promise<InsertResult> {
  const asHtml = { ...whole, words: undefined };
  const bare = { ...asHtml, html: whole.bare };
  const find = (way: InsertMethod, request: Request) =>
    choose(openEditors(kindsOf(way, request), place.document, place.globals), place.document);
  let met: InsertResult = { editor: null, way: null, landed: false };
  if (!showsForeignPictures(place.document, null)) met.isBare = true;
  for (const way of whole.ways) {
    const found = find(way, asHtml);
    if (found === null) continue;
    const isBare = !showsForeignPictures(place.document, found.place);
    const words = wordsFor(found.id, whole);
    const request = words ?? (isBare ? bare : asHtml);
    const editor = request === asHtml ? found : (find(way, request) ?? found);
    const before = contentOf(editor);
    const landed = await attempt(editor, before, request, place);
    met = { editor: editor.id, way, landed, ...(isBare && { isBare }), ...(words && { isWords: true }) };
    if (landed) return met;
    if (!(await isTakenOut(editor, before, request, place))) return { ...met, stuck: true };
  }
  return met;
}

function kindsOf(way: InsertMethod, request: Request): readonly EditorKind[] {
  return way === 'native' ? KINDS : surfaceKinds(way, request);
}

async function attempt(editor: Chosen, before: string, request: Request, { document, pause }: Place): Promise<boolean> {
  // The article may hold this product's link already; only one more than before is ours.
  const count = countCards(before, request);
  const had = document.activeElement;
  try {
    editor.insert(request.html);
  } catch {
    // Only what is read back decides.
  }
  // An editor in a frame takes the focus into it, where no key of the panel's (Escape) is heard any more.
  const has = document.activeElement;
  if (has !== had && has?.localName === 'iframe') {
    (has as HTMLElement).blur();
    (had as HTMLElement | null)?.focus();
  }
  for (let look = 0; look < LOOKS; look += 1) {
    if (countCards(contentOf(editor), request) > count) return true;
    await pause();
  }
  return false;
}

async function isTakenOut(editor: Chosen, before: string, request: Request, { pause }: Place): Promise<boolean> {
  try {
    editor.undo?.(before);
  } catch {
    // Only what is read back decides.
  }
  await pause();
  return wordsLeft(contentOf(editor), request) <= wordsLeft(before, request);
}

/** How often the card's words stand in an article, whatever became of their elements. */
function wordsLeft(html: string, { text, link }: Request): number {
  const longest = text.split('\n').reduce((one, other) => (other.length > one.length ? other : one), '');
  const bare = lettersOf(html.replace(/<[^>]*>/g, ' '));
  const times = (words: string) => (words === '' ? 0 : bare.split(words).length - 1);
  return times(lettersOf(longest)) + times(lettersOf(link));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
}

function contentOf(editor: Chosen): string {
  try {
    return editor.read();
  } catch {
    return '';
  }
}
