import { amountAt } from './amounts.ts';
import { numberAt } from './numbers.ts';
import type { Line, Matcher, Said } from './pieces.ts';
import { CALLED, COSTS, set } from './words.ts';

const MONTH =
  /^(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|des|januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember)$/;
/** A number behind these is a size, an age, a place, a code; behind the second ones a year or an hour. */
const SIZE_LEAD = set('ukuran size uk nomor no nomer kode umur usia usianya umure sku art batch kadar alkohol');
/** A number behind these is a length only with its unit: "kacang panjang 3000" is long beans. */
const LENGTH_LEAD = set('tinggi panjang lebar diameter dia');
const TIME_LEAD = set(
  'tahun th thn panen exp ed expired kadaluarsa kedaluwarsa tgl tanggal jam pukul sejak edisi hut per',
);
/** A number before these is a length, an age, how many kinds. */
const LENGTH = set(
  'cm mm inch inci watt volt bulan bln tahun th thn minggu mgg rasa macam warna varian jenis pilihan menit mnt tingkat susun tangkai hektar mesh pk ruas hari hr',
);
/** What a size may be besides a number. */
const LETTER_SIZE = /^(?:s|m|l|xs|xl|xxl|xxxl|allsize|jumbo|besar|kecil|sedang)$/;
const SIGNS = new Set([':', '.', '=', '-']);

const TEXT: Said = { kind: 'text' };
const TOLD: Said = { kind: 'told' };

/** Numbers that stay in the name: `100%`, `3 in 1`, `K-175`, `B12`. */
export const textAt: Matcher = (line, at) => {
  if (line.tokens[at]?.kind !== 'number') return null;
  const number = numberAt(line.tokens, at);
  const next = number?.next ?? at + 1;
  if (line.word(next) === '%' || line.word(next) === 'persen') return line.piece(TEXT, at, next + 1);
  if (line.word(at + 1) === 'in' && /^\d$/.test(line.word(at + 2))) return line.piece(TEXT, at, at + 3);
  if (number?.isThousands === true || amountAt(line, at) !== null || line.tokens[at]?.gap !== false) return null;
  // The end of a code: "K-175", "B12".
  const before = line.tokens[at - 1];
  const isJoined = before?.text === '-' && before.gap === false && line.tokens[at - 2]?.kind === 'word';
  const isBehindWord = before?.kind === 'word' && !/^(?:rp|idr)$/.test(before.text);
  return isJoined || isBehindWord ? line.piece(TEXT, at, at + 1) : null;
};

/** What is told about the product and is no part of its name: sizes, days, years, costs besides, `warna marun`. */
export const toldAt: Matcher = (line, at) => {
  const end =
    skuEnd(line, at) ??
    contentsEnd(line, at) ??
    costEnd(line, at) ??
    sizeEnd(line, at) ??
    dayEnd(line, at) ??
    lengthEnd(line, at) ??
    colourEnd(line, at);
  return end === null ? null : line.piece(TOLD, at, end);
};

/** "belum termasuk ongkir 5rb", "ongkos angkut Rp 150.000", "DP 50rb": a sum that is not the goods' price. */
function costEnd(line: Line, at: number): number | null {
  if (!line.is(at, COSTS)) return null;
  for (let next = at + 1; next < at + 5; next++) {
    if (/^[,;.]$/.test(line.word(next)) || line.tokens[next]?.kind === 'break') return null;
    const number = numberAt(line.tokens, next);
    if (number !== null) return number.next + (/^(?:perak|rupiah|%)$/.test(line.word(number.next)) ? 1 : 0);
  }
  return null;
}

function sizeEnd(line: Line, at: number): number | null {
  const hasLength = line.is(at, LENGTH_LEAD) && line.is(numbersEnd(line, at + 1) - 1, LENGTH);
  const isLead = hasLength || line.is(at, SIZE_LEAD);
  if (!isLead && !line.is(at, TIME_LEAD)) return isSizes(line, at);
  const from = line.skip(at + 1, SIGNS);
  if (isLead && LETTER_SIZE.test(line.word(from))) {
    let next = from + 1;
    while (/^[-/,]$/.test(line.word(next)) && LETTER_SIZE.test(line.word(next + 1))) next += 2;
    return next;
  }
  if (line.tokens[from]?.kind !== 'number' || numberAt(line.tokens, from)?.isThousands) return null;
  // "per 250 gr" and "umur 1 kg" keep their weights; "per 27 November" is a day.
  if (line.word(at) === 'per') return dayEnd(line, from);
  if (amountAt(line, from)?.said.kind === 'amount') return null;
  return numbersEnd(line, from);
}

/** "S M L XL", "M-XL" */
function isSizes(line: Line, at: number): number | null {
  const isSize = (index: number) =>
    /^(?:s|m|l|xs|xl|xxl)$/.test(line.word(index)) && /^[A-Z]/.test(line.text.slice(line.startOf(index)));
  if (!isSize(at)) return null;
  let next = at + 1;
  while (isSize(next) || (/^[-/,]$/.test(line.word(next)) && isSize(next + 1))) next += 1;
  return next > at + 1 ? next : null;
}

function dayEnd(line: Line, at: number): number | null {
  if (line.tokens[at]?.kind !== 'number') return null;
  const [day, one, month, two, year] = [0, 1, 2, 3, 4].map((step) => line.word(at + step));
  if (MONTH.test(one ?? '')) return /^(?:19|20)\d\d$/.test(month ?? '') ? at + 3 : at + 2;
  const isDay = /^\d{1,2}$/.test(day ?? '') && one === '/' && /^\d{1,2}$/.test(month ?? '');
  if (isDay && two === '/' && /^\d{2,4}$/.test(year ?? '')) return at + 5;
  if (/^\d{1,2}$/.test(day ?? '') && one === '/' && /^20\d\d$/.test(month ?? '')) return at + 3;
  return /^\d{1,2}\.\d{1,2}\.(?:20)?\d\d$/.test(day ?? '') ? at + 1 : null;
}

function lengthEnd(line: Line, at: number): number | null {
  const number = line.tokens[at]?.kind === 'number' ? numberAt(line.tokens, at) : null;
  if (number === null || number.isThousands) return null;
  const isSpan = line.word(at + 1) === '-' && line.tokens[at + 2]?.kind === 'number';
  if (isSpan && line.is(at + 3, LENGTH)) return at + 4;
  const isCrossed = /^[x×]$/.test(line.word(at + 1)) && line.tokens[at + 2]?.kind === 'number';
  if (isCrossed && amountAt(line, at)?.said.kind !== 'amount') return numbersEnd(line, at);
  return line.is(number.next, LENGTH) ? number.next + 1 : null;
}

/** "warna marun": up to two words that are no numbers. */
function colourEnd(line: Line, at: number): number | null {
  if (line.word(at) !== 'warna') return null;
  return line.tokens[at + 1]?.kind === 'word' && !line.is(at + 1, CALLED) ? at + 2 : null;
}

/** Numbers, crosses, dashes, "s/d", and a length after them. */
function numbersEnd(line: Line, at: number): number {
  let next = line.tokens[at]?.kind === 'number' ? at + 1 : at;
  for (;;) {
    if (/^[x×/-]$/.test(line.word(next)) && line.tokens[next + 1]?.kind === 'number') next += 2;
    else if (line.word(next) === 's' && line.word(next + 1) === '/' && line.tokens[next + 3]?.kind === 'number')
      next += 4;
    else break;
  }
  return line.is(next, LENGTH) ? next + 1 : next;
}

/** "KRP-014 …", "[MK01] …", "KNP2500 …" at the start, "TG-15" anywhere: a shop's own code. */
function skuEnd(line: Line, at: number): number | null {
  const letters = line.text.slice(line.startOf(at), line.endOf(at));
  if (!/^[A-Z]{1,4}$/.test(letters)) return null;
  const isDashed = line.word(at + 1) === '-' || line.word(at + 1) === '/';
  const digits = line.tokens[isDashed ? at + 2 : at + 1];
  if (digits?.kind !== 'number' || digits.gap || (isDashed && line.tokens[at + 1]?.gap)) return null;
  const isFirst = at === 0 || (at === 1 && /^[[#(]$/.test(line.word(0)));
  return isFirst || (isDashed && letters.length > 1) ? at + (isDashed ? 3 : 2) : null;
}

/** "isi beras 5 kg, gula 1 kg" and "isi 2-3 ekor" say what is inside in words, not how much of one thing. */
function contentsEnd(line: Line, at: number): number | null {
  if (line.word(at) !== 'isi') return null;
  const isSpan =
    line.tokens[at + 1]?.kind === 'number' && line.word(at + 2) === '-' && line.tokens[at + 3]?.kind === 'number';
  if (isSpan) return line.tokens[at + 4]?.kind === 'word' ? at + 5 : at + 4;
  if (line.tokens[at + 1]?.kind !== 'word' || numberAt(line.tokens, at + 1) !== null || amountAt(line, at + 1) !== null)
    return null;
  const isWeighed = [at + 2, at + 3].some((index) => amountAt(line, index)?.said.kind === 'amount');
  if (!isWeighed) return null;
  let next = at + 1;
  while (next < line.tokens.length && line.tokens[next]?.kind !== 'break' && !/^[.;()]$/.test(line.word(next))) {
    if (numberAt(line.tokens, next)?.isThousands === true || line.word(next) === 'rp') break;
    next += 1;
  }
  return next;
}
