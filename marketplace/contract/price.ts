/**
 * What a typed price may mean. `ask` means that the text has more than one meaning or none that is sure, so the person
 * chooses; Dodolan never guesses a price.
 */
export type PriceReading =
  | { kind: 'empty' }
  | { kind: 'price'; rupiah: number }
  | { kind: 'ask'; meanings: number[] }
  | { kind: 'unreadable' };

const TIMES: Record<string, number> = { rb: 3, rbu: 3, ribu: 3, k: 3, jt: 6, juta: 6 };
const SUFFIXED = /^(\d+)(?:[.,](\d+))? ?(rbu|rb|ribu|k|jt|juta)$/;
const COMPOUND = /^(\d+) ?(?:jt|juta) ?(\d{1,3}) ?(?:rbu|rb|ribu|k)$/;
const GROUPED = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*$/;
const MARKED = /^(\d{1,3})[.,](\d{1,2})$/;

/**
 * Reads a price in whole rupiah as people in a village write it: `25rb`, `25 ribu`, `25k`, `1,5jt`, `1jt 250rb`, `Rp
 * 15.000,-`, `25.000`, `25000`, `25.000 rupiah`. With a suffix either mark is decimal; without one, a mark and three digits are
 * thousands (no rupiah has three decimals). For `1.5`, and for numbers too small to be a price (`25`), the answer is
 * `ask`.
 */
export function readPrice(typed: string): PriceReading {
  const text = bare(typed);
  if (text === '') return { kind: 'empty' };
  const compound = COMPOUND.exec(text);
  if (compound) return whole(Number(compound[1]) * 1_000_000 + Number(compound[2]) * 1000);
  const suffixed = SUFFIXED.exec(text);
  if (suffixed) return shifted(suffixed[1] ?? '', suffixed[2] ?? '', TIMES[suffixed[3] ?? ''] ?? 0);
  if (/^\d+$/.test(text) || GROUPED.test(text)) return plain(Number(text.replace(/[., ]/g, '')));
  const marked = MARKED.exec(text);
  if (marked) return asked([3, 6].map((places) => scale(marked[1] ?? '', marked[2] ?? '', places)));
  return { kind: 'unreadable' };
}

/**
 * The typed text without the currency and without the decoration that says "nothing after the comma": `,-` `,00` (`.00`
 * after `1,000`).
 */
function bare(typed: string): string {
  const text = typed
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^ ?(?:rp|idr) ?\.? ?/, '')
    // The name of the money multiplies nothing, so it is no suffix.
    .replace(/ ?(?:rupiah|perak|rp|idr)\.? ?$/, '')
    .replace(/ ?(?:,|\.)? ?-+ ?$/, '')
    .replace(/,00?$/, '')
    .trim();
  return /^\d{1,3}(?:,\d{3})+\.00?$/.test(text) || /^\d{4,}\.00?$/.test(text) ? text.replace(/\.0+$/, '') : text;
}

function plain(value: number): PriceReading {
  // Nothing is sold for less than Rp100: "25" is 25 thousand in every market, but that is for the seller to say.
  return value > 0 && value < 100 ? asked([value * 1000]) : whole(value);
}

function shifted(integer: string, decimals: string, places: number): PriceReading {
  const value = scale(integer, decimals, places);
  return value === null ? { kind: 'unreadable' } : whole(value);
}

/** Moves the decimal mark `places` to the right on the digits themselves, so that 1,1jt is exactly 1100000. */
function scale(integer: string, decimals: string, places: number): number | null {
  const kept = decimals.replace(/0+$/, '');
  return kept.length > places ? null : Number(integer + kept.padEnd(places, '0'));
}

function whole(rupiah: number): PriceReading {
  return Number.isSafeInteger(rupiah) ? { kind: 'price', rupiah } : { kind: 'unreadable' };
}

function asked(meanings: (number | null)[]): PriceReading {
  return { kind: 'ask', meanings: meanings.filter((value) => value !== null && value >= 100) as number[] };
}

const PER = /^(.*?\d.*?)\s*(?:\/\s*|\s+per\s*)(\p{L}[\p{L}\p{M}'’ ]{0,18}[23²³]?)\.?$/iu;

/** A price that is said with what it is for (`85rb/ekor`, `85 ribu per kg`), taken apart; null for any other text. */
export function pricePer(typed: string): { price: string; per: string } | null {
  const [, price, per] = PER.exec(typed.trim()) ?? [];
  if (price === undefined || per === undefined) return null;
  const { kind } = readPrice(price);
  return kind === 'price' || kind === 'ask' ? { price, per: per.trim().toLowerCase() } : null;
}

/** True for a word that says money, and so never how goods are counted. */
export const isMoneyWord = (word: string): boolean =>
  /^(?:rp|idr|rupiah|perak|rb|rbu|ribu|k|jt|juta)\.?$/i.test(word.trim());
