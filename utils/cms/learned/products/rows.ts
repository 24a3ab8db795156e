import { TABLE_CELLS_MAX, TABLE_ROWS_MAX } from '#contract/recipeProducts.ts';
import { plain } from '#utils/cms/plainText.ts';
import { cardsIn } from './cards.ts';
import { cellOf, type Listed, type Row } from './cell.ts';
import { editPath } from './links.ts';

const NAMED = /nama|produk|barang|usaha|umkm|product|name/i;
const GOODS = /harga|price|stok|stock|foto|gambar|image|pemilik|penjual|satuan|kategori/i;

/** The list of products on a page: the table, or the cards, of which most says so; null where there is neither. */
export function listedOn(document: Document, page: URL, siteUrl: string): Listed | null {
  const tables = [...document.querySelectorAll('table')].map((table) => tableOf(table, page, siteUrl));
  const all = [...tables, cardsIn(document, page, siteUrl)].filter((one) => one !== null && one.rows.length > 0);
  const [best] = (all as Listed[]).sort((one, other) => weight(other) - weight(one));
  return best ?? null;
}

/** What a list of residents has above its columns. */
const OF_RESIDENTS = /\b(?:nik|n?kk|agama|jenis kelamin|(?:tempat|tanggal|tgl)\.? lahir)\b/i;

/** Whether a list may be one of products, as far as it says: a list of letters or of residents is looked at no further. */
export function mayHoldProducts({ heads, rows }: Listed): boolean {
  const says = heads.filter((head) => head !== '');
  if (says.some((head) => OF_RESIDENTS.test(head))) return false;
  return says.length === 0 || says.some((head) => NAMED.test(head) || GOODS.test(head)) || rows.some(isPriced);
}

const isPriced = ({ cells }: Listed['rows'][number]): boolean => cells.some(({ text }) => /^rp\.? ?\d/i.test(text));

function weight({ heads, rows }: Listed): number {
  const isNamed = heads.some((head) => NAMED.test(head));
  const goods = heads.filter((head) => GOODS.test(head)).length;
  const hasForms = rows.some(({ edit }) => edit !== null);
  return Number(isNamed) * 4 + goods + Number(hasForms) * 3 + Math.min(rows.length, 5) / 10;
}

function tableOf(table: HTMLTableElement, page: URL, siteUrl: string): Listed | null {
  // A table within a table is a layout's.
  if (table.querySelector('table') !== null) return null;
  const read: Row[] = [];
  let head: HTMLTableRowElement | undefined;
  for (const element of table.querySelectorAll('tr')) {
    if (read.length >= TABLE_ROWS_MAX) break;
    const isHead = element.querySelector('th') !== null;
    if (isHead) head ??= element;
    if (isHead || element.closest('thead, tfoot') !== null) continue;
    const cells = [...element.cells].slice(0, TABLE_CELLS_MAX).map(cellOf);
    read.push({ element, cells, edit: editPath(element, page, siteUrl) });
  }
  const width = mostCommon(read.map(({ cells }) => cells.length).filter((count) => count > 1));
  const heads = [...(head?.cells ?? [])].map((cell) => plain(cell.textContent).slice(0, 60));
  // A row of another width says something else ("nothing found", a sum).
  return { heads, rows: read.filter(({ cells }) => cells.length === width) };
}

function mostCommon(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
