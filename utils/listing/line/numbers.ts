import type { Token } from './tokens.ts';

/** A number as it is said, in digits or words: tokens up to `next` (exclusive). */
export interface NumberPhrase {
  value: number;
  next: number;
  /** By words ("dua puluh lima"), which say no decimals and no thousands mark. */
  isWords: boolean;
  /** The multiplier that was said with it: thousands or millions. Money, in a market. */
  isThousands: boolean;
}

// biome-ignore format: one language a line; Javanese is said in its low and its high form
const ONES: Record<string, number> = {
  satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9,
  siji: 1, loro: 2, rong: 2, telu: 3, telung: 3, papat: 4, patang: 4, limang: 5, enem: 6, nem: 6, nenem: 6, pitu: 7, pitung: 7, wolu: 8, wolung: 8, sanga: 9, sangang: 9,
  setunggal: 1, kalih: 2, tigang: 3, sekawan: 4, gangsal: 5,
};
const WHOLE: Record<string, number> = {
  sepuluh: 10, sedasa: 10, sebelas: 11, sewelas: 11, rolas: 12, telulas: 13, limolas: 15, limalas: 15, patbelas: 14, nembelas: 16, pitulas: 17, wolulas: 18, sangalas: 19, rongatus: 200, telungatus: 300, patangatus: 400, limangatus: 500, nematus: 600, pitungatus: 700, wolungatus: 800, sangangatus: 900, rongpuluh: 20, selikur: 21,
  selawe: 25, selangkung: 25, seket: 50, sewidak: 60, seratus: 100, satus: 100, nyatus: 100,
}; // biome-ignore format: as above
const TENS = new Set(['puluh', 'dasa', 'puluhan']);
const HUNDREDS = new Set(['ratus', 'atus']);
const TEENS = new Set(['belas', 'welas', 'welasan', 'belasan']);
/** What makes thousands or millions of the number before it; "an" at the end ("5 ribuan") says "of this price each". */
export const TIMES: Record<string, number> = {
  rb: 1e3, rbu: 1e3, ribu: 1e3, rebu: 1e3, ewu: 1e3, k: 1e3, rban: 1e3, ribuan: 1e3, ewuan: 1e3, kan: 1e3, rbuan: 1e3, jtan: 1e6, yutan: 1e6, jt: 1e6, juta: 1e6, yuta: 1e6, jutaan: 1e6,
}; // biome-ignore format: as above
const ALONE: Record<string, number> = { seribu: 1000, sewu: 1000, sejuta: 1_000_000 };
const FRACTION_WORDS: Record<string, number> = {
  setengah: 0.5, stengah: 0.5, separo: 0.5, separuh: 0.5, seperempat: 0.25, seprapat: 0.25, prapat: 0.25,
}; // biome-ignore format: as above
const FRACTION_SIGNS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** The number that begins at token `at`, or null. `1/2` and `½` are one half, `1 1/2` is one and a half. */
export function numberAt(tokens: readonly Token[], at: number): NumberPhrase | null {
  return digitsAt(tokens, at) ?? wordsAt(tokens, at);
}

function digitsAt(tokens: readonly Token[], at: number): NumberPhrase | null {
  const first = tokens[at];
  if (first?.kind !== 'number') return null;
  const fraction = fractionAt(tokens, at);
  if (fraction !== null) return { value: fraction.value, next: fraction.next, isWords: false, isThousands: false };
  const value = digitsValue(first.text);
  if (value === null) return null;
  const part = tokens[at + 1]?.gap === true && /^\d$/.test(first.text) ? fractionAt(tokens, at + 1) : null;
  if (part !== null) return { value: value + part.value, next: part.next, isWords: false, isThousands: false };
  return multiplied(tokens, first.text, at + 1) ?? { value, next: at + 1, isWords: false, isThousands: false };
}

/** With a multiplier either mark is decimal: "1,5jt" and "1.5jt". */
function multiplied(tokens: readonly Token[], digits: string, at: number): NumberPhrase | null {
  const times = TIMES[tokens[at]?.text ?? ''];
  if (times === undefined) return null;
  // "1 k" of "1 kg" is one token "kg", so what stands here is the multiplier itself.
  const [whole = '', decimals, more] = digits.split(/[.,]/);
  if (more !== undefined) return null;
  // "25.000rb" multiplies nothing: somebody wrote thousands twice.
  const value = decimals?.length === 3 ? Number(whole + decimals) : Number(`${whole}.${decimals ?? 0}`) * times;
  const rest = times === 1e6 ? numberAt(tokens, at + 1) : null;
  if (rest?.isThousands && rest.value < 1e6)
    return { value: Math.round(value) + rest.value, next: rest.next, isWords: false, isThousands: true };
  return { value: Math.round(value), next: at + 1, isWords: false, isThousands: true };
}

function fractionAt(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const sign = FRACTION_SIGNS[above?.text ?? ''];
  if (sign !== undefined) return { value: sign, next: at + 1 };
  if (above?.kind !== 'number' || slash?.text !== '/' || slash.gap || below?.kind !== 'number' || below.gap)
    return null;
  const value = Number(above.text) / Number(below.text);
  return /^[1-9]$/.test(above.text) && /^(?:[2-5]|8|10)$/.test(below.text) && value < 1
    ? { value, next: at + 3 }
    : null;
}

/** `1.000` and `10.000` are thousands, `0,5` and `2.5` have decimals. Null for what is no number (`1.2.3`). */
function digitsValue(text: string): number | null {
  if (FRACTION_SIGNS[text] !== undefined) return FRACTION_SIGNS[text];
  if (/^\d+$/.test(text)) return text.length <= 12 ? Number(text) : null;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^\d+[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** "dua puluh lima ribu", "selawe ewu", "setengah", "seket". */
function wordsAt(tokens: readonly Token[], at: number): NumberPhrase | null {
  const half = FRACTION_WORDS[tokens[at]?.text ?? ''];
  if (half !== undefined) return { value: half, next: at + 1, isWords: true, isThousands: false };
  let total = 0;
  let isThousands = false;
  let next = at;
  for (;;) {
    const alone = ALONE[tokens[next]?.text ?? ''];
    if (alone !== undefined) {
      total += alone;
      isThousands = true;
      next += 1;
      continue;
    }
    const small = hundredsAt(tokens, next, isThousands);
    if (small === null) break;
    const times = TIMES[tokens[small.next]?.text ?? ''];
    // Two numbers in a row are two numbers, but for the hundreds behind thousands: "lima ribu lima ratus".
    if (times === undefined && next > at && (!isThousands || small.value < 100)) break;
    total += small.value * (times ?? 1);
    next = small.next + (times === undefined ? 0 : 1);
    if (times === undefined) break;
    isThousands = true;
  }
  return next === at ? null : { value: total, next, isWords: true, isThousands };
}

/** A number below a thousand. */
function hundredsAt(
  tokens: readonly Token[],
  at: number,
  isBehindThousands: boolean,
): { value: number; next: number } | null {
  const word = (index: number) => (tokens[index]?.kind === 'word' ? (tokens[index]?.text ?? '') : '');
  let value = 0;
  let next = at;
  for (;;) {
    const whole = WHOLE[word(next)];
    const one = ONES[word(next)];
    if (whole !== undefined && value % 100 === 0) {
      value += whole;
      next += 1;
    } else if (one !== undefined && HUNDREDS.has(word(next + 1)) && value === 0) {
      value += one * 100;
      next += 2;
    } else if (one !== undefined && TENS.has(word(next + 1)) && value % 100 === 0) {
      value += one * 10;
      next += 2;
    } else if (one !== undefined && TEENS.has(word(next + 1)) && value % 100 === 0) {
      value += one + 10;
      next += 2;
      // "telung ewu limang atus siji" is 3,500 each: no price ends in one.
    } else if (one !== undefined && value % 10 === 0 && !(isBehindThousands && value >= 100)) {
      value += one;
      next += 1;
    } else break;
  }
  return next === at ? null : { value, next };
}
