import type { EditorId } from '#utils/model/cmsLists.ts';

export type { EditorId } from '#utils/model/cmsLists.ts';

/** How it got in. `native`: the editor's own call, in the page's world; the others without it. */
export const INSERT_METHODS = ['native', 'paste', 'command', 'splice'] as const;
export type InsertMethod = (typeof INSERT_METHODS)[number];

/** One open editor on the page, ready to take something at its cursor. */
export interface OpenEditor {
  /** What it fills on the page: tells which of several has the cursor, and which is the biggest. */
  place: Element;
  /** What would be saved now, as HTML. The only proof that something landed: every `insert` may lie. */
  read(): string;
  insert(html: string): void;
}

/** A page's own global names. Hostile until shown otherwise: whoever reads one is called in a `try`. */
export type Globals = Record<string, unknown>;

/** One rich-text editor; a file each. `open` may throw: then this editor is not on the page. */
export interface EditorKind {
  id: EditorId;
  /** Those that can be seen and written in right now. */
  open(document: Document, globals: Globals): OpenEditor[];
}

/** What the background asks of the script in the page. JSON. */
export interface Request {
  html: string;
  /** The same in words, for editors that take only those. */
  text: string;
  /** Stands in `html` as an `href`; looked for afterwards. */
  link: string;
  ways: InsertMethod[];
}

/** What happened. `landed`: the link was read back from the editor. */
export interface InsertResult {
  editor: EditorId | null;
  way: InsertMethod | null;
  landed: boolean;
}
