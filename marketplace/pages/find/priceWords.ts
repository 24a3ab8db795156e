import { PRICE_MAX, UNITS } from '#contract/choices.ts';
import { readPrice } from '#contract/price.ts';

/** What a search says of the price in words, and what is left of it. */
export interface PriceWords {
  rest: string;
  min: number | null;
  max: number | null;
}

const MONEY =
  '(?:rp\\.? ?)?\\d[\\d.,]{0,14}(?: ?(?:rbu|rb|ribu|k|jt|juta)(?:an)?)?(?: ?(?:rupiah|perak))?(?![\\p{L}\\d])';
const SURE =
  '(?:rp\\.? ?\\d[\\d.,]{0,14}(?: ?(?:rbu|rb|ribu|k|jt|juta))?|\\d[\\d.,]{0,14} ?(?:rbu|rb|ribu|k|jt|juta))(?:an)?(?: ?(?:rupiah|perak))?(?![\\p{L}\\d])';
/** "Maks 10 kg" is no price. */
const NO_UNIT = `(?! ?(?:${[...UNITS, 'gr', 'ml', 'cm', 'm', 'ekor', 'orang', 'pcs', '%'].join('|')})(?![\\p{L}]))`;
const BEFORE = '(?<![\\p{L}\\d])(?:(?:dengan )?harga(?:nya)? )?';
const BELOW =
  '(?:di ?bawah|dibawah|ngisore|sangandhape|kurang dari|tidak lebih dari|maks(?:imal|imum)?\\.?|max(?:imum)?\\.?|paling mahal|budget|sampai|hingga|under|below|up to|less than|<=?)(?: harga)?';
const ABOVE =
  '(?:di ?atas|diatas|lebih dari|min(?:imal|imum)?\\.?|paling murah|mulai(?: dari)?|above|over|more than|>=?)(?: harga)?';
const TO = '(?:-|–|—|sampai(?: dengan)?|hingga|s/d|sd|to|dan)';

const pattern = (text: string) => new RegExp(text, 'iu');
const RANGE = pattern(
  `${BEFORE}(?:antara )?(${MONEY}|\\d[\\d.,]*) ?${TO} ?(${SURE}|\\d{1,3}[.,]\\d{3}|\\d{4,9})(?![\\p{L}\\d])${NO_UNIT}`,
);
const AT_MOST = pattern(`${BEFORE}${BELOW} ?(${MONEY})${NO_UNIT}`);
const OR_LESS = pattern(`${BEFORE}(${SURE}) ?(?:ke ?bawah|or less)(?![\\p{L}])`);
const AT_LEAST = pattern(`${BEFORE}${ABOVE} ?(${MONEY})${NO_UNIT}`);
const OR_MORE = pattern(`${BEFORE}(${SURE}) ?(?:ke ?atas|or more)(?![\\p{L}])`);
/** "Batik 200rb": so much somebody has to spend. */
const ABOUT = pattern(`${BEFORE}(${SURE})${NO_UNIT}`);

const TIMES = /(?:rbu|rb|ribu|k|jt|juta)(?=(?:an)?(?: |$))/i;

/** Whole rupiah; a small number without a word behind it is thousands, as in every market. */
function rupiah(typed: string): number | null {
  const read = readPrice(typed.replace(/(rbu|rb|ribu|jt|juta)an\b/i, '$1'));
  const value = read.kind === 'price' ? read.rupiah : read.kind === 'ask' ? read.meanings[0] : undefined;
  return value === undefined ? null : Math.min(value, PRICE_MAX);
}

/** Takes the words of a price out of a search: "kopi di bawah 50 ribu" is coffee for at most Rp50.000. Null where there are none. */
export function priceWords(typed: string): PriceWords | null {
  const text = typed.replace(/\s+/g, ' ');
  const range = RANGE.exec(text);
  if (range) {
    const [whole, from = '', to = ''] = range;
    // "20-30 ribu": the word behind the second number is meant for both.
    const times = TIMES.test(from) ? '' : (TIMES.exec(to)?.[0] ?? '');
    const [one, other] = [rupiah(`${from.trim()}${times}`), rupiah(to)];
    if (one !== null && other !== null) {
      return { rest: without(text, whole), min: Math.min(one, other), max: Math.max(one, other) };
    }
  }
  let rest = text;
  const taken = (...patterns: RegExp[]): number | null => {
    for (const found of patterns.map((one) => one.exec(rest))) {
      const price = found ? rupiah(found[1] ?? '') : null;
      if (!found || price === null) continue;
      rest = without(rest, found[0]);
      return price;
    }
    return null;
  };
  const max = taken(OR_LESS, AT_MOST);
  const min = taken(OR_MORE, AT_LEAST);
  const about = max === null && min === null ? taken(ABOUT) : null;
  if (max === null && min === null && about === null) return null;
  const isTurned = min !== null && max !== null && min > max;
  return { rest, min: isTurned ? max : min, max: isTurned ? min : (max ?? about) };
}

const without = (text: string, part: string) => text.replace(part, ' ').replace(/\s+/g, ' ').trim();
