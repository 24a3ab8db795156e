import type { EditorId } from '#utils/model/cmsLists.ts';

export type { EditorId } from '#utils/model/cmsLists.ts';

/**
 * How a card got into an editor. `native`: by the editor's own call, in the page's world; the others need no such call.
 */
export const INSERT_METHODS = ['native', 'paste', 'command', 'splice'] as const;
export type InsertMethod = (typeof INSERT_METHODS)[number];

/** One open editor on the page, ready to take something at its cursor. */
export interface OpenEditor {
  /**
   * The element that the editor fills on the page. It tells which of several has the cursor, and which is the biggest.
   */
  place: Element;
  /** What is written in, where it is an element of its own; it may stand in a frame. */
  field?: Element;
  /** What would be saved now, as HTML. It is the only proof that a card went in, because every `insert` may lie. */
  read(): string;
  insert(html: string): void;
  /**
   * Takes out what `insert` has left; `before` is what `read` said before it. Safe when nothing was left. An editor that
   * cannot do that has no such method, and nothing more is tried after it has taken a part of the card.
   */
  undo?(before: string): void;
}

/** A page's own global names. They count as hostile: whoever reads one is called in a `try`. */
export type Globals = Record<string, unknown>;

/** One rich-text editor; each has a file. When `open` throws, this editor is not on the page. */
export interface EditorKind {
  id: EditorId;
  /** The editors of this kind that can be seen and written in right now. */
  open(document: Document, globals: Globals): OpenEditor[];
}

/** What the background asks of the script in the page. JSON. */
export interface Request {
  html: string;
  /** The same without pictures of another host, for text formats that take those out. */
  bare: string;
  /** The same card as plain text, for editors that take nothing else. */
  text: string;
  /**
   * Where the site shows markup as it is written: the card as plain text, the address alone on the last line. `all`: the
   * site was seen to do so; `fields`: nobody knows, and only an editor that makes HTML itself proves that it is shown.
   */
  words?: { text: string; in: 'all' | 'fields' } | undefined;
  /** The link that stands in `html` as an `href`; it is looked for afterwards. */
  link: string;
  ways: InsertMethod[];
}

/** How inserting a card ended. `landed`: the link was read back from the editor. */
export interface InsertResult {
  editor: EditorId | null;
  way: InsertMethod | null;
  landed: boolean;
  /** A part of the card went in and could not be taken out, so that no other way was tried. */
  stuck?: boolean | undefined;
  /** True where the card went in as plain text. */
  isWords?: boolean | undefined;
  /** True where the card without pictures is the right one: it went in, or is to be copied. */
  isBare?: boolean | undefined;
}
