const DIGITS = /^\d+$/;
/** `25.000`, `1.250.000,00`: points between thousands, a comma before what is less than a rupiah. */
const INDONESIAN = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;
/** `25000.00`, as a column of decimals is read back. */
const DECIMAL = /^\d+[.,]\d{1,2}$/;

/** A written price in whole rupiah; null where it is none, or can be read in two ways. */
export function amountIn(text: string): number | null {
  const bare = text
    .replace(/^\s*(?:rp|idr)\.?\s*/i, '')
    .replace(/,-\s*$/, '')
    .trim();
  if (DIGITS.test(bare)) return Number(bare);
  if (INDONESIAN.test(bare)) return Number(bare.replace(/,.*$/, '').replaceAll('.', ''));
  if (ENGLISH.test(bare)) return Number(bare.replace(/\..*$/, '').replaceAll(',', ''));
  return DECIMAL.test(bare) ? Number(bare.replace(/[.,].*$/, '')) : null;
}

/** Whether words name this price among others. */
export function namesPrice(text: string, price: number): boolean {
  return [...text.matchAll(/\d(?:[\d.,]*\d)?/g)].some(([written]) => amountIn(written) === price);
}
