import type { DraftForm } from '#utils/model/draft.ts';
import { readQuick } from './read.ts';
import type { QuickReading } from './reading.ts';

/** One product of a list: its words as they stand there, and what was read from them. */
export interface ListedProduct {
  text: string;
  reading: QuickReading;
}

/** A list in several products, and what was said once for all of them. */
export interface ProductList {
  products: ListedProduct[];
  /** Maker, number and terms that stand apart from the products. */
  shared: Pick<Partial<DraftForm>, 'producerName' | 'producerPhone' | 'terms'>;
  /** Lines that belong to no product: greetings, headings. */
  aside: string[];
}

const BULLET = /^\s*(?:(?:\d{1,3}|[a-z])[.)]\s+|(?:[-–•*·▪➡]|\p{Extended_Pictographic}|\ufe0f)+\s*)/iu;
const HEADING =
  /^(?:daftar|list|price|katalog|menu|harga|produk|ready|stok|update|jual|dagangan|open|promo|jajanan)\b/i;
/** Words that tell one kind of a product from another: a line of them and a price is no product of its own. */
const VARIANT =
  /^(?:ukuran|size|isi|rasa|varian|kecil|besar|sedang|jumbo|mini|original|ori|pedas|manis|asin|balado|coklat|keju|kemasan|grosir|ecer|eceran|reseller|promo|normal|per|s|m|l|xl|xxl|\d+|\s|[-:,()])+$/i;

interface Row {
  text: string;
  reading: QuickReading;
  isBulleted: boolean;
  hasName: boolean;
  hasPrice: boolean;
  /** Nothing but who sells it and how. */
  isShared: boolean;
  isAfterGap: boolean;
}

/**
 * Reads a text of several products: a line each, or paragraphs, or one line with commas. Null when it is one product. What
 * stands apart (a maker's number at the end) is of them all.
 */
export function readList(text: string): ProductList | null {
  const rows = rowsOf(text);
  if (rows.length === 1) return commaList(text);
  const list: ProductList = { products: [], shared: {}, aside: [] };
  let current: Row[] = [];
  const close = () => {
    if (current.some(({ hasPrice }) => hasPrice)) list.products.push(productOf(current));
    else list.aside.push(...current.map((row) => row.text));
    current = [];
  };
  for (const [index, row] of rows.entries()) {
    if (row.isShared && (current.length === 0 || row.isAfterGap || isLast(rows, index))) share(list, row);
    else {
      if (begins(row, current, rows[index + 1])) close();
      current.push(row);
    }
  }
  close();
  return list.products.length < 2 ? null : list;
}

function rowsOf(text: string): Row[] {
  let isAfterGap = false;
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') {
      isAfterGap = true;
      return [];
    }
    const row = { ...rowOf(line), isAfterGap };
    isAfterGap = false;
    return [row];
  });
}

function rowOf(line: string): Omit<Row, 'isAfterGap'> {
  const text = line.replace(BULLET, '').trim();
  const reading = readQuick(text);
  const { fields, asks } = reading;
  const hasPrice = fields.price !== undefined || asks.some(({ field }) => field === 'price');
  const hasName = fields.name !== undefined && !VARIANT.test(fields.name);
  const isShared =
    !hasPrice &&
    !hasName &&
    (fields.producerName ?? fields.producerPhone ?? fields.terms) !== undefined &&
    fields.description === undefined;
  return { text, reading, isBulleted: BULLET.test(line), hasName, hasPrice, isShared };
}

/** Whether a product begins with this row. */
function begins(row: Row, current: readonly Row[], next: Row | undefined): boolean {
  if (current.length === 0) return false;
  if (!row.hasName) return false;
  const isPriced = current.some(({ hasPrice }) => hasPrice);
  if (row.isBulleted) return true;
  if (row.hasPrice) return isPriced || row.isAfterGap || isHeading(current);
  return isPriced && (row.isAfterGap || (next?.hasPrice === true && !next.hasName));
}

const isHeading = (rows: readonly Row[]): boolean =>
  rows.every(({ text }) => HEADING.test(text) || /[:!]\s*$/.test(text));

/** Only rows that are shared follow. */
const isLast = (rows: readonly Row[], index: number): boolean => rows.slice(index).every(({ isShared }) => isShared);

function share({ shared }: ProductList, { reading: { fields } }: Pick<Row, 'reading'>): void {
  for (const field of ['producerName', 'producerPhone', 'terms'] as const)
    if (shared[field] === undefined && fields[field] !== undefined) shared[field] = fields[field];
}

function productOf(rows: readonly Pick<Row, 'text' | 'reading'>[]): ListedProduct {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return { text: only.text, reading: only.reading };
  const text = rows.map((row) => row.text).join('\n');
  return { text, reading: readQuick(text) };
}

/** "gula 25rb, madu 90rb dan kopi 35rb": every part has a name and a price of its own. */
function commaList(text: string): ProductList | null {
  const parts = text
    .split(/\s*[;]\s*|\s*,\s+|\s+(?:dan|lan|karo)\s+(?=\p{L}+[^,;]*\d)/u)
    .filter((part) => part.trim() !== '');
  const rows = parts.map(rowOf);
  const products = rows.filter(({ isShared }) => !isShared);
  if (products.length < 2 || !products.every(({ hasName, hasPrice }) => hasName && hasPrice)) return null;
  const list: ProductList = {
    products: products.map((row) => productOf([row])),
    shared: {},
    aside: [],
  };
  for (const row of rows) if (row.isShared) share(list, row);
  return list;
}
