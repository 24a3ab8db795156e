import { readPhone } from '#contract/phone.ts';
import { readPrice } from '#contract/price.ts';
import { readUnit } from '#contract/unitWords.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { readPack } from '#utils/listing/unit.ts';

/** What a column of a table may hold. `none` goes nowhere; `photo` names a picture's file. */
export const COLUMNS = [
  'none',
  'name',
  'price',
  'unit',
  'pack',
  'stock',
  'category',
  'description',
  'producerName',
  'producerPhone',
  'terms',
  'photo',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Words that people write above a column. The longest word that fits decides. */
const HEADERS: Record<Exclude<Column, 'none'>, string> = {
  name: 'nama produk|nama barang|nama|produk|barang|item|product|name|jenis barang|dagangan',
  price: 'harga jual|harga satuan|harga|hrg|price|rp|rupiah',
  unit: 'satuan|unit|sat|per',
  pack: 'isi|berat|ukuran|kemasan|netto|volume|size|weight|gramasi',
  stock: 'stok|stock|jumlah|qty|sisa|persediaan|tersedia|jml',
  category: 'kategori|jenis|category|golongan',
  description: 'keterangan|deskripsi|ket|description|catatan|penjelasan|rasa|varian',
  producerName:
    'nama pembuat|nama penjual|nama pemilik|nama umkm|pembuat|penjual|produsen|pemilik|umkm|perajin|pengrajin|petani|seller|owner|maker',
  producerPhone: 'nomor wa|no wa|no hp|no. hp|no. wa|nomor hp|whatsapp|wa|hp|telepon|telp|phone|kontak|contact',
  terms: 'pengiriman|pembayaran|cara beli|syarat|cod|ambil',
  photo: 'foto|gambar|file foto|nama file|photo|image|picture',
};

/** A table's columns as guessed, and whether its first row is their names. */
export interface GuessedColumns {
  columns: Column[];
  hasHeader: boolean;
}

/** Guesses each column by the name above it, else by what most of its cells are. No two columns get the same meaning. */
export function guessColumns(rows: readonly (readonly string[])[]): GuessedColumns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const header = rows[0] ?? [];
  const named = Array.from({ length: width }, (_, at) => columnOfHeader(header[at] ?? ''));
  const hasHeader = named.filter((column) => column !== null).length >= Math.min(2, width) && !header.some(isPriceCell);
  const columns: Column[] = Array.from({ length: width }, () => 'none');
  const free = (column: Column) => column === 'none' || !columns.includes(column);
  if (hasHeader) for (const [at, column] of named.entries()) if (column !== null && free(column)) columns[at] = column;
  const body = rows.slice(hasHeader ? 1 : 0);
  // The columns that say most plainly what they are come first: a phone is no price, and a price is no stock.
  for (const column of [
    'producerPhone',
    'photo',
    'price',
    'unit',
    'pack',
    'category',
    'stock',
    'name',
    'producerName',
    'description',
  ] as const) {
    if (!free(column)) continue;
    const scores = columns.map((now, at) => (now === 'none' ? share(body, at, LOOKS[column]) : 0));
    const best = Math.max(0, ...scores);
    if (best >= LEAST[column]) columns[scores.indexOf(best)] = column;
  }
  return { columns, hasHeader };
}

/** What the words above a column, or beside a field, say that it holds; null where they say nothing known. */
export function columnOfHeader(cell: string): Column | null {
  const text = cell
    .toLowerCase()
    .replace(/[^\p{L}. ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 30) return null;
  const found = (Object.entries(HEADERS) as [Column, string][])
    .flatMap(([column, words]) => words.split('|').map((word) => ({ column, word })))
    .filter(({ word }) => ` ${text} `.includes(` ${word} `))
    .sort((one, other) => other.word.length - one.word.length);
  return found[0]?.column ?? null;
}

type Guessed =
  | 'producerPhone'
  | 'photo'
  | 'price'
  | 'unit'
  | 'pack'
  | 'category'
  | 'stock'
  | 'name'
  | 'producerName'
  | 'description';
const isPriceCell = (cell: string): boolean => {
  const reading = readPrice(cell);
  return reading.kind === 'price' && reading.rupiah >= 500 && reading.rupiah % 50 === 0;
};
const LOOKS: Record<Guessed, (cell: string) => boolean> = {
  producerPhone: (cell) => readPhone(cell) !== null,
  photo: (cell) => /\.(?:jpe?g|png|webp|heic|gif)$/i.test(cell),
  price: isPriceCell,
  unit: (cell) => readUnit(cell) !== null,
  pack: (cell) => /\p{L}/u.test(cell) && readPack(cell, '') !== null,
  category: (cell) => cell.length < 25 && categoryOf(cell) !== null && !/\d/.test(cell) && cell.split(' ').length === 1,
  stock: (cell) => /^\d{1,5}$/.test(cell),
  name: (cell) => /\p{L}{3}/u.test(cell) && cell.length <= 80,
  producerName: (cell) => /^(?:bu|ibu|pak|bapak|mas|mbak|kwt|umkm)\b/i.test(cell),
  description: (cell) => /\p{L}{3}/u.test(cell),
};
/** The share of its cells that a column needs before it is guessed. */
const LEAST: Record<Guessed, number> = {
  producerPhone: 0.6,
  photo: 0.6,
  price: 0.6,
  unit: 0.7,
  pack: 0.6,
  category: 0.8,
  stock: 0.8,
  name: 0.6,
  producerName: 0.5,
  description: 0.5,
};

function share(rows: readonly (readonly string[])[], at: number, looks: (cell: string) => boolean): number {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
}
