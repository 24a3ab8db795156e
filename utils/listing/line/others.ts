import { categoryOf } from '#utils/listing/category.ts';
import { amountAt } from './amounts.ts';
import { numberAt } from './numbers.ts';
import type { Line, Matcher, Said } from './pieces.ts';
import { joinedUnit, STOCK_LEAD, unitOf } from './words.ts';

const COLONS = new Set([':', '=', '.']);
const STOCK_MORE = new Set([
  'stok',
  'stock',
  'ada',
  'tinggal',
  'masih',
  'wonten',
  'ready',
  'kurang',
  'lebih',
  'sekitar',
  'sekitaran',
  'kari',
  'hanya',
  'sisa',
  'cuma',
  'mung',
  'total',
  'saat',
  'ini',
]);
const FEW = new Set(['sisa', 'tinggal', 'kari', 'turah']);

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
const MIN_MORE = new Set([
  'order',
  'orderan',
  'pembelian',
  'beli',
  'ambil',
  'pesan',
  'pemesanan',
  'po',
  'ordere',
  'tuku',
]);

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

const MONTH =
  /^(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|des|januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember)$/;
const SIZE_LEAD = new Set([
  'ukuran',
  'size',
  'uk',
  'nomor',
  'no',
  'nomer',
  'diameter',
  'tinggi',
  'panjang',
  'lebar',
  'dia',
  'tipe',
  'type',
  'seri',
  'kode',
  'model',
  'grade',
  'umur',
  'usia',
  'usianya',
  'umure',
  'isian',
  'level',
  'tahan',
  'varian',
  'rasa',
  'rt',
  'rw',
  'sku',
  'art',
  'batch',
  'kadar',
  'alkohol',
]);
const LENGTH = new Set([
  'cm',
  'mm',
  'inch',
  'inci',
  'in',
  'watt',
  'volt',
  'x',
  '×',
  'bulan',
  'bln',
  'tahun',
  'th',
  'thn',
  'minggu',
  'mgg',
  'in1',
  'rasa',
  'macam',
  'warna',
  'varian',
  'jenis',
  'pilihan',
  'menit',
  'mnt',
  'sdm',
  'tingkat',
  'sap',
  'susun',
  'kali',
  'tangkai',
  'hektar',
  'm2',
  'mesh',
  'pk',
  'hp',
  'liter/jam',
  'tusuk',
  'ruas',
]);
const YEAR_LEAD = new Set([
  'tahun',
  'th',
  'thn',
  'panen',
  'exp',
  'ed',
  'expired',
  'kadaluarsa',
  'kedaluwarsa',
  'tgl',
  'tanggal',
  'kelas',
  'jam',
  'pukul',
  'sejak',
  'edisi',
  'angkatan',
  'hut',
]);

/** Numbers that stay words: `100%`, `26/11/25`, `26 nov`, `ukuran 58`, `30x40 cm`, `tahun 2024`, `3 in 1`, `2 rasa`. */
export const textAt: Matcher = (line, at) => {
  const said: Said = { kind: 'text' };
  const isNumber = line.tokens[at]?.kind === 'number';
  if (line.is(at, SIZE_LEAD) || line.is(at, YEAR_LEAD)) {
    const from = line.skip(at + 1, new Set([':', '.', '=', '-']));
    if (line.tokens[from]?.kind !== 'number') return null;
    // A price may follow a word that else leads to a size: "rasa 10rb".
    const number = numberAt(line.tokens, from);
    if (number?.isThousands) return null;
    const end = numbersEnd(line, from);
    // "umur 250 gr" is no age: a weight keeps its meaning.
    if (amountAt(line, from)?.said.kind === 'amount') return null;
    return line.piece(said, at, end);
  }
  if (!isNumber) return null;
  const number = numberAt(line.tokens, at);
  const next = number?.next ?? at + 1;
  if (line.word(next) === '%' || line.word(next) === 'persen') return line.piece(said, at, next + 1);
  if (MONTH.test(line.word(at + 1)))
    return line.piece(said, at, /^(?:19|20)?\d\d$/.test(line.word(at + 2)) ? at + 3 : at + 2);
  if (
    /^\d{1,2}$/.test(line.word(at)) &&
    line.word(at + 1) === '/' &&
    /^\d{1,2}$/.test(line.word(at + 2)) &&
    line.word(at + 3) === '/' &&
    /^\d{2,4}$/.test(line.word(at + 4))
  )
    return line.piece(said, at, at + 5);
  if (/^\d{1,2}$/.test(line.word(at)) && line.word(at + 1) === '/' && /^20\d\d$/.test(line.word(at + 2)))
    return line.piece(said, at, at + 3);
  if (/^\d{1,2}[.]\d{1,2}[.](?:20)?\d\d$/.test(line.word(at))) return line.piece(said, at, at + 1);
  if (number?.isThousands !== true && isDimension(line, at)) return line.piece(said, at, numbersEnd(line, at));
  if (number?.isThousands !== true && LENGTH.has(line.word(next)) && !/^[x×]$/.test(line.word(next)))
    return line.piece(said, at, next + 1);
  // "3 in 1", "2in1"
  if (line.word(at + 1) === 'in' && /^\d$/.test(line.word(at + 2))) return line.piece(said, at, at + 3);
  // The end of a name or a code that touches it: "B12", "P-IRT".
  if (
    line.tokens[at]?.gap === false &&
    line.tokens[at - 1]?.kind === 'word' &&
    !/^(?:rp|idr)$/.test(line.word(at - 1)) &&
    number?.isThousands !== true &&
    amountAt(line, at) === null
  )
    return line.piece(said, at, at + 1);
  return null;
};

function isDimension(line: Line, at: number): boolean {
  const isCross = /^[x×]$/.test(line.word(at + 1));
  return isCross && line.tokens[at + 2]?.kind === 'number' && amountAt(line, at)?.said.kind !== 'amount';
}

/** Numbers, crosses, dashes and a length after them. */
function numbersEnd(line: Line, at: number): number {
  let next = at;
  if (line.tokens[next]?.kind === 'number') next += 1;
  for (;;) {
    if (/^[x×/-]$/.test(line.word(next)) && line.tokens[next + 1]?.kind === 'number') next += 2;
    else break;
  }
  return LENGTH.has(line.word(next)) && !/^[x×]$/.test(line.word(next)) ? next + 1 : next;
}

const WAYS = new Set(['di', 'ke', 'luar', 'sendiri', 'sampai', 'lewat', 'via', 'pakai']);
const HANDED = /^(?:di)?(?:ambil|antar|kirim|jemput)$/;
const CAN = new Set(['bisa', 'boleh', 'siap', 'dapat', 'saged', 'iso', 'isa']);

/** How it is handed over and paid: `COD area Purbalingga`, `bisa antar ke kota`, `ambil di balai desa`, `gratis ongkir`. */
export const termsAt: Matcher = (line, at) => {
  const end = clauseEnd(line, at);
  const start = line.is(at, CAN) ? at + 1 : at;
  const word = line.word(start);
  if (word === 'cod' || word === 'cash' || word === 'transfer' || word === 'tf') {
    const isPlace =
      /^(?:area|wilayah|di|se|sekitar|daerah|atau|only)$/.test(line.word(start + 1)) ||
      /^\p{Lu}\p{Ll}/u.test(line.text.slice(line.startOf(start + 1)));
    return line.piece({ kind: 'terms' }, at, isPlace ? end : start + 1);
  }
  if (HANDED.test(word) && (line.is(start + 1, WAYS) || start > at)) return line.piece({ kind: 'terms' }, at, end);
  if (/^(?:gratis|free)$/.test(line.word(at)) && line.word(at + 1) === 'ongkir')
    return line.piece({ kind: 'terms' }, at, end);
  if (
    /^(?:belum|sudah|blm|sdh)$/.test(line.word(at)) &&
    /^(?:termasuk|incl)$/.test(line.word(at + 1)) &&
    line.word(at + 2) === 'ongkir'
  )
    return line.piece({ kind: 'terms' }, at, at + 3);
  return null;
};

/** To the end of the clause: a comma, a full stop, a break, a tag. */
function clauseEnd(line: Line, at: number): number {
  let next = at + 1;
  while (next < line.tokens.length && line.tokens[next]?.kind !== 'break' && !/^[,.;#()]$/.test(line.word(next)))
    next += 1;
  return next;
}
