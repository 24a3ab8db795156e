import { type Bound, boundText, figureText, keeps, median, type ToldBound, type Unit } from './figures.ts';

/** `told`: not judged. `could not look`: it would be judged, but its floor could not be measured. */
export type Verdict = 'ok' | 'over' | 'could not look' | 'told';

/** One row of the table. */
export interface Row {
  what: string;
  figure: string;
  /** The same figure of as little as can be, measured in turn with it; '' where nothing was set beside it. */
  floor: string;
  ratio: string;
  budget: string;
  verdict: Verdict;
}

/** One measurement: says what it is doing, answers its rows. Throws when it could not measure its figures. */
export type Bench = (say: (line: string) => void) => Promise<Row[]>;

/** A figure and the floor that was measured right after it; null where the floor could not be measured. */
export interface Pair {
  figure: number;
  floor: number | null;
}

/** `judged` decides over the verdict; `told` is the budget of an idle laptop, printed only. */
export interface Budgets {
  judged?: Bound;
  told?: ToldBound;
}

/** A figure that is the same on every machine (a size), judged by itself. */
export function size(what: string, unit: Unit, values: readonly number[], budget: Bound | null): Row {
  const verdict = budget === null ? 'told' : keeps(budget, median(values)) ? 'ok' : 'over';
  const budgetColumn = budget === null ? '' : boundText(budget, unit);
  return { what, figure: figureText(values, unit), floor: '', ratio: '', budget: budgetColumn, verdict };
}

/** A figure of this machine and this moment, for information. */
export function told(what: string, unit: Unit, values: readonly number[], budget: ToldBound | null): Row {
  const budgetColumn = budget === null ? '' : `(${boundText(budget, unit)})`;
  return { what, figure: figureText(values, unit), floor: '', ratio: '', budget: budgetColumn, verdict: 'told' };
}

/**
 * A figure beside its floor. Both of a pair are of one moment of the machine, so the judged value is the median of the
 * pairs' ratios, not the ratio of two medians. `why`: what kept the floor from being measured.
 */
export function ratio(what: string, unit: Unit, pairs: readonly Pair[], budgets: Budgets, why = ''): Row {
  const whole = pairs.flatMap(({ figure, floor }) => (isMeasured(floor) ? [{ figure, floor }] : []));
  const figure = figureText(
    pairs.map((pair) => pair.figure),
    unit,
  );
  const floors = whole.map(({ floor }) => floor);
  const ratios = whole.map((pair) => pair.figure / pair.floor);
  const floor = floors.length === 0 ? 'not measured' : figureText(floors, unit);
  const budget = budgetsText(budgets, unit);
  // The half that is left may be the calm one.
  if (whole.length * 2 <= pairs.length) {
    const reason = `floor measured ${whole.length} of ${pairs.length} times${why === '' ? '' : `: ${why}`}`;
    return { what, figure, floor, ratio: reason, budget, verdict: budgets.judged ? 'could not look' : 'told' };
  }
  const verdict = !budgets.judged ? 'told' : keeps(budgets.judged, median(ratios)) ? 'ok' : 'over';
  return { what, figure, floor, ratio: figureText(ratios, '×'), budget, verdict };
}

function isMeasured(floor: number | null): floor is number {
  return floor !== null && Number.isFinite(floor) && floor > 0;
}

function budgetsText({ judged, told }: Budgets, unit: Unit): string {
  const absolute = told && `(${boundText(told, unit)})`;
  return [judged && boundText(judged, '×'), absolute].filter(Boolean).join(' ');
}

/** How often to measure: `BENCH_ROUNDS` for a quick look or a calm night. */
export const rounds = (usual: number): number => Number(process.env.BENCH_ROUNDS ?? usual);
