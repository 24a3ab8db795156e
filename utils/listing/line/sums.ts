import { type PriceReading, readPrice } from '#contract/price.ts';
import { numberAt } from './numbers.ts';
import type { Line } from './pieces.ts';
import { MONEY_TAIL, measureOf, unitOf } from './words.ts';

const CURRENCY = new Set(['rp', 'idr', 'rp.']);
const SIGNS = new Set(['.', ':']);
const TO = new Set(['-', '–', '~', 's/d', 'sd', 'sampai', 'hingga', 'tekan', 'ngantos', 'nganti']);
/** A price is at least Rp100 (the contract's minimum), and a bare number that ends in two noughts may be one. */
const ROUND = /^(?:\d+00|\d{1,3}(?:[.,]\d{3})+)(?:,00?)?$/;

/** A number as a sum of money, and what says that it is one: tokens `from`–`next` (exclusive). */
export interface Sum {
  rupiah: number;
  next: number;
  from: number;
  /** A currency, thousands, ",-" or the word "rupiah" says that it is money. */
  isSaid: boolean;
  isThousands: boolean;
  isRound: boolean;
  isCurrency: boolean;
}

/** The sum that begins at token `at`, with or without its currency; whether it is money is for the caller to judge. */
export function sumAt(line: Line, at: number): Sum | null {
  const isCurrency = CURRENCY.has(line.word(at));
  const from = isCurrency ? line.skip(at + 1, SIGNS) : at;
  const number = numberAt(line.tokens, from);
  if (number === null || number.value <= 0) return null;
  let { value: rupiah, next } = number;
  const first = line.tokens[from];
  const digits = first?.kind === 'number' ? first.text : '';
  // "Rp 25 000"
  while (
    isCurrency &&
    /^\d{1,3}$/.test(digits) &&
    /^\d{3}$/.test(line.word(next)) &&
    line.tokens[next]?.kind === 'number'
  ) {
    rupiah = rupiah * 1000 + Number(line.word(next));
    next += 1;
  }
  // "7500an"
  const isAn = line.word(next) === 'an' && line.tokens[next]?.gap === false;
  const isDashed = line.word(next) === ',' && line.word(next + 1) === '-' && line.tokens[next]?.gap === false;
  const isTail = MONEY_TAIL.has(line.word(next)) && line.word(next) !== 'an';
  const isRound = next === from + 1 && ROUND.test(digits);
  return {
    rupiah: Number.isInteger(rupiah) ? rupiah : 0,
    from: isCurrency ? at : from,
    next,
    isSaid: isCurrency || number.isThousands || isAn || isDashed || (isTail && rupiah >= 100),
    isThousands: number.isThousands,
    isRound,
    isCurrency,
  };
}

/** A bare number is a price when it is round and no word makes it a quantity, or when "/" and a unit follow. */
export function isPriced(line: Line, { next, from, isRound, rupiah }: Sum): boolean {
  if (rupiah < 500 || !isRound) return false;
  if (line.tokens[from]?.kind !== 'number') return false;
  return (
    unitOf(line.word(next)) === null &&
    measureOf(line.word(next)) === null &&
    line.word(next) !== '%' &&
    line.word(from - 1) !== '#'
  );
}

function typedOf(line: Line, { from, next }: Sum): string {
  return line.text.slice(line.startOf(from), line.endOf(next - 1));
}

/** What a sum may mean that is too small to be sure of: "1.5", "harga 500", "25/kg"; null for others. */
export function smallSum(line: Line, sum: Sum, hasLead: boolean): PriceReading | null {
  const isBare = sum.from === sum.next - 1 && !sum.isCurrency && !sum.isThousands;
  const isAn = line.word(sum.next) === 'an';
  if (isBare && (hasLead || isAn) && isShortSum(sum)) return eitherOf(sum.rupiah);
  return hasLead || sum.isCurrency ? readPrice(typedOf(line, sum)) : unitBehind(line, sum);
}

/** What a bare number means that a stroke and a known unit follow; null for any other. */
function unitBehind(line: Line, sum: Sum): PriceReading | null {
  const isPer = line.word(sum.next) === '/' && unitOf(line.word(sum.next + 1)) !== null;
  if (!isPer || sum.from !== sum.next - 1) return null;
  // "150/ekor" may be rupiah or thousands.
  if (isShortSum(sum)) return eitherOf(sum.rupiah);
  return readPrice(typedOf(line, sum));
}

/** The first end as the range means it: "25-30rb" begins at 25 thousand, as its second end says. */
export function lowOf(first: Sum, second: Sum | null): number {
  const isShort = second?.isThousands === true && !first.isThousands && first.rupiah < 1000;
  return isShort ? first.rupiah * 1000 : first.rupiah;
}

/** What a bare number of three digits may be: rupiah, or thousands. */
const eitherOf = (rupiah: number): PriceReading => ({ kind: 'ask', meanings: [rupiah, rupiah * 1000] });
const isShortSum = ({ rupiah }: Sum): boolean => rupiah >= 100 && rupiah < 1000;

/** The other end of a range ("25-30rb", "10.000 s/d 15.000"); null where there is none. */
export function rangeEnd(line: Line, first: Sum): Sum | null {
  const sign = line.word(first.next);
  const isSlashed = sign === 's' && line.word(first.next + 1) === '/' && line.word(first.next + 2) === 'd';
  const isBetween = line.word(first.from - 1) === 'antara' && /^(?:sama|dan|karo|lan|kaliyan)$/.test(sign);
  if (!TO.has(sign) && !isSlashed && !isBetween) return null;
  const second = sumAt(line, first.next + (isSlashed ? 3 : 1));
  if (second === null) return null;
  const low = lowOf(first, second);
  return second.rupiah > low && second.rupiah < low * 20 ? second : null;
}
