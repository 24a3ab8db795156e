import { categoryOf } from '#utils/listing/category.ts';
import { amountAt } from './amounts.ts';
import { numberAt } from './numbers.ts';
import type { Line, Matcher } from './pieces.ts';
import { joinedUnit, STOCK_LEAD, set, unitOf } from './words.ts';

const COLONS = new Set([':', '=', '.']);
const STOCK_MORE = set(
  'stok stock ada tinggal masih wonten ready kurang lebih sekitar sekitaran kari hanya sisa cuma mung total saat ini',
);
const FEW = new Set(['sisa', 'tinggal', 'kari', 'turah']);

/** A small number alone in a later cell of a row: how many there are. */
export const cellAt: Matcher = (line, at) => {
  const isCell = (index: number) => line.tokens[index] === undefined || line.tokens[index]?.kind === 'break';
  const isLater = line.tokens[at - 1]?.kind === 'break' && line.tokens[at - 1]?.text !== '\n';
  if (!isLater || !isCell(at + 1) || !/^\d{1,3}$/.test(line.word(at))) return null;
  return line.piece({ kind: 'stock', count: Number(line.word(at)), unit: null, isFew: false }, at, at + 1);
};

/** `stok 40`, `stok ada 40`, `sisa 3 ekor`, `ready 12 pcs`, `ada 5`, `stok 2 ton`; `stok habis`, `stok banyak`. */
export const stockAt: Matcher = (line, at) => {
  const isAda = line.word(at) === 'ada' || line.word(at) === 'wonten';
  if (!line.is(at, STOCK_LEAD) && !isAda) return null;
  const from = line.skip(line.skip(at + 1, STOCK_MORE), COLONS);
  const words = line.tokens.slice(at, from).map(({ text }) => text);
  const gone = line.word(from);
  if (words.some((word) => /^st(?:oc?)?k/.test(word)) && GONE.has(gone))
    return availability(line, at, from + 1, 'habis');
  if (words.some((word) => /^st(?:oc?)?k/.test(word)) && (gone === 'terbatas' || gone === 'limited'))
    return availability(line, at, from + 1, 'terbatas');
  const number = numberAt(line.tokens, from);
  if (number === null && words[0] === 'ready' && words.length > 1) return availability(line, at, from, 'ada');
  if (number === null || number.isThousands || !Number.isFinite(number.value)) {
    return words.some((word) => /^st(?:oc?)?k/.test(word)) && /^(?:banyak|melimpah|akeh|kathah|aman|ada)$/.test(gone)
      ? availability(line, at, from + 1, 'ada')
      : null;
  }
  // "stok 1 ½ kg" is one of half a kilogram: nobody counts a stock in halves.
  if (!Number.isInteger(number.value) && /^\d+$/.test(line.word(from)))
    return line.piece(
      { kind: 'stock', count: Number(line.word(from)), unit: null, isFew: false },
      at,
      from + 1,
      from,
      from + 1,
    );
  const unit = unitOf(line.word(number.next));
  // "ada 250 gr": what is said of a size is no stock.
  if (
    isAda &&
    unit === null &&
    words.length === 1 &&
    line.tokens[number.next]?.kind === 'word' &&
    /^(?:rasa|macam|varian|warna|ukuran|jenis|pilihan|bulan|tahun|hari)$/.test(line.word(number.next))
  )
    return null;
  if ((isAda || words[0] === 'ready') && (unit?.unit === 'gram' || unit?.unit === 'ons')) return null;
  const isMoney =
    amountAt(line, from) === null && number.value >= 1000 && /^(?:rb|ribu|k)$/.test(line.word(number.next));
  if (isMoney) return null;
  const next = unit === null ? number.next : number.next + 1;
  const count = number.value;
  return line.piece({ kind: 'stock', count, unit, isFew: words.some((word) => FEW.has(word)) }, at, next, from, next);
};

const GONE = new Set(['habis', 'kosong', 'entek', 'telas', 'nihil']);
const PREORDER = /^(?:preorder|inden|indent|po)$/;

/** `habis`, `sold out`, `PO`, `pre order`, `pesan dulu`, `by order`, `musiman`, `terbatas`. */
export const availabilityAt: Matcher = (line, at) => {
  const [one, two, three] = [line.word(at), line.word(at + 1), line.word(at + 2)];
  if (one === 'open' && PREORDER.test(two)) return availability(line, at, at + 2, 'pesan');
  if (PREORDER.test(one)) return availability(line, at, at + 1, 'pesan');
  if (one === 'pre' && two === 'order') return availability(line, at, at + 2, 'pesan');
  if (one === 'pre' && two === '-' && three === 'order') return availability(line, at, at + 3, 'pesan');
  if (one === 'by' && two === 'order') return availability(line, at, at + 2, 'pesan');
  if (one === 'pesan' && two === 'dulu') return availability(line, at, at + 2, 'pesan');
  if (one === 'sold' && two === 'out') return availability(line, at, at + 2, 'habis');
  if (one === 'soldout' || one === 'habis') return availability(line, at, at + 1, 'habis');
  if (one === 'musiman') return availability(line, at, at + 1, 'musiman');
  if (one === 'terbatas' || one === 'limited') return availability(line, at, at + 1, 'terbatas');
  return null;
};

function availability(line: Line, at: number, next: number, value: 'ada' | 'habis' | 'pesan' | 'musiman' | 'terbatas') {
  return line.piece({ kind: 'availability', value }, at, next);
}

/** `#gula`, `kategori: rempah`, `#unggulan`. */
export const tagAt: Matcher = (line, at) => {
  if (line.word(at) === '#' && line.tokens[at + 1]?.kind === 'word' && !line.tokens[at + 1]?.gap) {
    let next = at + 2;
    while (/^[-_]$/.test(line.word(next)) && line.tokens[next + 1]?.kind === 'word' && !line.tokens[next + 1]?.gap)
      next += 2;
    const tag = line.text.slice(line.startOf(at + 1), line.endOf(next - 1));
    if (/^(?:produk)?unggulan(?:desa)?$|^flagship$/i.test(tag)) return line.piece({ kind: 'flagship' }, at, next);
    const value = categoryOf(tag.replace(/[_-]/g, ' ')) ?? categoryOf(tag);
    return value === null ? null : line.piece({ kind: 'category', value }, at, next);
  }
  if (line.word(at) !== 'kategori') return null;
  const from = line.skip(at + 1, COLONS);
  for (const next of [from + 3, from + 2, from + 1]) {
    const value = categoryOf(line.text.slice(line.startOf(from), line.endOf(next - 1)));
    if (value !== null && next <= line.tokens.length)
      return line.piece({ kind: 'category', value }, at, next, from, next);
  }
  return null;
};

const MIN_LEAD = new Set(['min', 'minimal', 'minimum', 'mnimal', 'minim']);
const MIN_MORE = set('order orderan pembelian beli ambil pesan pemesanan po ordere tuku');

/** "min order 5kg", "minimal ambil 10 bungkus": a condition of the sale, in the seller's words. */
export const minimumAt: Matcher = (line, at) => {
  const isLead = line.is(at, MIN_LEAD) || (line.word(at) === 'order' && line.is(at + 1, MIN_LEAD));
  if (!isLead) return null;
  const from = line.skip(line.skip(at + 1, new Set([...MIN_LEAD, ...MIN_MORE, '.'])), COLONS);
  const amount = amountAt(line, from);
  if (amount !== null) return line.piece({ kind: 'terms' }, at, amount.next);
  const joined = joinedUnit(line.word(from));
  if (joined !== null) return line.piece({ kind: 'terms' }, at, from + 1);
  const number = numberAt(line.tokens, from);
  return number === null ? null : line.piece({ kind: 'terms' }, at, number.next);
};
