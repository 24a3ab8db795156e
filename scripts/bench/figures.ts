export type Unit = 'ms' | 'kB' | 'B' | '/s' | '×';

/** What a value should keep to, both ends included. */
export interface Bound {
  most?: number;
  least?: number;
}

/** A bound that is printed only. */
export interface ToldBound extends Bound {
  /** Which value of many is meant, where it is not the median. */
  of?: 'p95';
}

/** From here on a 95th percentile is more than one unlucky value. */
const P95_MIN_VALUES = 20;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
};

/** False for NaN too: what was not measured keeps nothing. */
export function keeps({ most = Infinity, least = -Infinity }: Bound, value: number): boolean {
  return value <= most && value >= least;
}

/** `245 ms (203–650, n 9)`; a single value stands alone. */
export function figureText(values: readonly number[], unit: Unit): string {
  if (values.length === 0 || values.some(Number.isNaN)) throw new Error('nothing was measured');
  const middle = `${show(median(values))} ${unit}`;
  if (values.length === 1) return middle;
  const p95 = values.length < P95_MIN_VALUES ? '' : `p95 ${show(quantile(values, 0.95))}, `;
  return `${middle} (${show(Math.min(...values))}–${show(Math.max(...values))}, ${p95}n ${values.length})`;
}

export function boundText({ most, least, of }: ToldBound, unit: Unit): string {
  const bound = most === undefined ? `≥ ${least}` : `≤ ${most}`;
  return `${bound} ${unit}${of === undefined ? '' : ` ${of}`}`;
}

/** The smallest value that is not below `share` (0 to 1) of them. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function show(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
