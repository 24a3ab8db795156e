import type { SitePath } from '#contract';
import { plain } from '#utils/cms/plainText.ts';

/** How much of a cell is read. */
const CELL_MAX = 2000;

/** What one cell of a row shows. */
export interface Cell {
  text: string;
  /** Its first line: many lists put words or a number below a name. */
  first: string;
  /** A picture's address as it is written. */
  image: string | null;
}

/** A product's row in a list. */
export interface Row {
  cells: Cell[];
  /** The page with its form, where a link of the row is recognisably that. */
  edit: SitePath | null;
  element: Element;
}

export interface Listed {
  /** What stands above each cell, as far as the list says it. */
  heads: string[];
  rows: Row[];
}

/** What a row offers to do is none of its words: buttons, forms and their windows. */
const NO_WORDS = 'script, style, template, form, button, select, textarea, dialog, .modal, [role=dialog]';

/** What a row's links are called that lead to what can be done with it. */
const DEEDS =
  /^(?:ubah|edit|sunting|hapus|delete|lihat|detail|view|show|tampilkan|cetak|print)(?: (?:data|produk|umkm))?$/i;

/** What ends a line where it is drawn, and the mark of an end, which stands in no page. */
const LINES = 'p, div, li, small, h1, h2, h3, h4, h5, h6, br';
const END = '\u0001';

/** What a part of the page shows. */
export function cellOf(element: Element): Cell {
  const shown = element.cloneNode(true) as Element;
  for (const other of shown.querySelectorAll(NO_WORDS)) other.remove();
  for (const link of shown.querySelectorAll('a')) if (DEEDS.test(plain(link.textContent))) link.remove();
  const image = shown.matches('img') ? shown : shown.querySelector('img[src]');
  for (const line of shown.querySelectorAll(LINES)) {
    line.before(END);
    line.append(END);
  }
  const [first = ''] = (shown.textContent ?? '')
    .split(END)
    .map(plain)
    .filter((line) => line !== '');
  const text = plain((shown.textContent ?? '').replaceAll(END, ' '));
  return { text: text.slice(0, CELL_MAX), first: first.slice(0, CELL_MAX), image: image?.getAttribute('src') ?? null };
}
