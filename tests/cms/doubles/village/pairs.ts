/** The axes of an experiment: each with the values that it can have. */
export type Axes = Readonly<Record<string, readonly string[]>>;
export type Choice<A extends Axes> = { [K in keyof A]: A[K][number] };
type Partly<A extends Axes> = Partial<Choice<A>>;

/** How many sets are tried for each one that is taken; more make the list a little shorter. */
const TRIES = 25;

/**
 * Sets in which every possible pair of values of two axes stands at least once: greedy, so that there are few, and the same
 * for the same seed. `isPossible` is asked of unfinished sets too; what is not said in them rules nothing out.
 */
export function allPairs<A extends Axes>(axes: A, seed: number, isPossible: (set: Partly<A>) => boolean): Choice<A>[] {
  const random = generator(seed);
  const open = possiblePairs(axes, isPossible);
  const sets: Choice<A>[] = [];
  while (open.size > 0) {
    let best: { set: Choice<A>; gain: number } | null = null;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const first = [...open.values()][Math.floor(random() * open.size)];
      const set = first && complete(axes, first as Partly<A>, isPossible, { open, random });
      if (!set) throw new Error('a possible pair has become impossible');
      const gain = pairsOf(set).filter((pair) => open.has(keyOf(pair))).length;
      if (best === null || gain > best.gain) best = { set, gain };
    }
    if (best === null) break;
    sets.push(best.set);
    for (const pair of pairsOf(best.set)) open.delete(keyOf(pair));
  }
  return sets;
}

/** Every pair that some whole set has, by its key. */
export function possiblePairs<A extends Axes>(
  axes: A,
  isPossible: (set: Partly<A>) => boolean,
): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  const names = Object.keys(axes);
  for (const [at, one] of names.entries())
    for (const other of names.slice(at + 1))
      for (const value of axes[one] ?? [])
        for (const second of axes[other] ?? []) {
          const pair = { [one]: value, [other]: second };
          if (complete(axes, pair as Partly<A>, isPossible, null)) found.set(keyOf(pair), pair);
        }
  return found;
}

/** The pairs that stand in a set. */
export function pairsOf(set: Record<string, string>): Record<string, string>[] {
  const said = Object.entries(set);
  return said.flatMap(([one, value], at) =>
    said.slice(at + 1).map(([other, second]) => ({ [one]: value, [other]: second })),
  );
}

/** One name for a pair, whichever of the two is named first. */
export const keyOf = (pair: Record<string, string>): string =>
  Object.entries(pair)
    .map(([axis, value]) => `${axis}=${value}`)
    .sort()
    .join(' ');

interface Aim {
  open: ReadonlyMap<string, unknown>;
  random: () => number;
}

/** Fills the axes that are not said, those values first that bring the most open pairs; null when no whole set has these. */
function complete<A extends Axes>(
  axes: A,
  set: Partly<A>,
  isPossible: (set: Partly<A>) => boolean,
  aim: Aim | null,
): Choice<A> | null {
  if (!isPossible(set)) return null;
  const left = Object.keys(axes).filter((axis) => !(axis in set));
  const axis = left[aim === null ? 0 : Math.floor(aim.random() * left.length)];
  if (axis === undefined) return Object.fromEntries(Object.keys(axes).map((name) => [name, set[name]])) as Choice<A>;
  const gain = (value: string) =>
    Object.entries(set).filter(([other, said]) => aim?.open.has(keyOf({ [axis]: value, [other]: String(said) })))
      .length;
  const ranked = (axes[axis] ?? []).map((value) => ({ value, rank: aim === null ? 0 : gain(value) + aim.random() }));
  for (const { value } of ranked.sort((a, b) => b.rank - a.rank)) {
    const whole = complete(axes, { ...set, [axis]: value }, isPossible, aim);
    if (whole !== null) return whole;
  }
  return null;
}

/** Mulberry32: numbers from 0 to below 1 that look random and are the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
