export interface Seeded {
  /** A number from 0 up to 1. */
  chance(): number;
  pick<T>(from: readonly T[]): T;
}

/** The same numbers in the same order for the same seed (mulberry32), so that every run judges the same market. */
export function seeded(seed: number): Seeded {
  let state = seed;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance,
    pick(from) {
      const picked = from[Math.floor(chance() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
}
