/**
 * How many variants the Vitest suites try. `npm test` tries what stands for each family; `npm run test:long variants` sets
 * this and tries every one. Nothing else reads the variable.
 */
export const EVERY_VARIANT = process.env.DODOLAN_EVERY_VARIANT === '1';

/** What is left of a list in every run: of `turns` entries that follow each other one, another one for each `turn`. */
export function inTurn<T>(all: readonly T[], turn: number, turns: number): T[] {
  return EVERY_VARIANT ? [...all] : all.filter((_, at) => (at + turn) % turns === 0);
}

/**
 * What is left in every run of sets in which each pair of values stands: the sets with which each value stands in `times`
 * of them, or in all that have it.
 */
export function standingFor<T extends object>(all: readonly T[], times = 2): T[] {
  if (EVERY_VARIANT) return [...all];
  const seen = new Map<string, number>();
  return all.filter((set) => {
    const values = Object.entries(set).map(([axis, value]) => `${axis}=${value}`);
    if (values.every((value) => (seen.get(value) ?? 0) >= times)) return false;
    for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
    return true;
  });
}
