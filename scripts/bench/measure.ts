/** One line of the table. `isOk` is null for a figure without a budget. */
export interface Line {
  what: string;
  budget: string;
  measured: string;
  isOk: boolean | null;
}

/** One measurement. It says what it is doing and answers its lines of the table. Throws when it could not measure. */
export type Bench = (say: (line: string) => void) => Promise<Line[]>;

export type Unit = 'ms' | 'kB' | 'B' | '/s' | '';
/** The most or least that is allowed. It is compared with the median unless `of` says otherwise. */
export interface Budget {
  most?: number;
  least?: number;
  of?: 'p95';
}

/**
 * A line with what was measured beside its budget (null: none was promised). Values are in `unit`; a kB has 1000 bytes.
 */
export function line(what: string, unit: Unit, values: readonly number[], budget: Budget | null): Line {
  if (values.length === 0) throw new Error(`${what}: nothing was measured`);
  const figures = { median: median(values), p95: quantile(values, 0.95) };
  const judged = budget?.of === 'p95' ? figures.p95 : figures.median;
  // The table shows the worse end: for a rate that is the low one.
  const badEnd = budget?.least === undefined ? `p95 ${show(figures.p95)}` : `p5 ${show(quantile(values, 0.05))}`;
  const spread = values.length === 1 ? '' : ` (${badEnd}, n ${values.length})`;
  return {
    what,
    budget: budget === null ? '' : budgetText(budget, unit),
    measured: `${show(figures.median)} ${unit}${spread}`,
    isOk: budget === null ? null : judged <= (budget.most ?? Infinity) && judged >= (budget.least ?? -Infinity),
  };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The smallest value such that at least `share` (0 to 1) of the values are not above it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function budgetText({ most, least, of = undefined }: Budget, unit: Unit): string {
  const bound = most === undefined ? `≥ ${least}` : `≤ ${most}`;
  return `${bound} ${unit}${of === undefined ? '' : ` ${of}`}`;
}

function show(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How often to measure: `BENCH_ROUNDS` makes it fewer for a quick run or more for a quiet machine. */
export const rounds = (usual: number): number => Number(process.env.BENCH_ROUNDS ?? usual);
