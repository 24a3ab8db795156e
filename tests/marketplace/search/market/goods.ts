import { KINDS, type Kind, type MarketCategory, type MarketUnit } from './kinds.ts';
import { PRODUCERS, VILLAGES } from './places.ts';
import { HABITS, SIZES, TRAPS } from './writing.ts';

export type Availability = 'ada' | 'terbatas' | 'habis' | 'pesan' | 'musiman';

/** A product of the market on which the search is judged. */
export interface Good {
  readonly kind: string;
  /** The index of its village in `VILLAGES`. */
  readonly village: number;
  readonly name: string;
  readonly description: string;
  readonly category: MarketCategory;
  /** Whole rupiah. */
  readonly price: number;
  readonly unit: MarketUnit;
  readonly producerName: string;
  readonly flagship: boolean;
  readonly availability: Availability;
}

const COUNT = 2_000;
const MOSTLY_THERE: readonly Availability[] = ['ada', 'ada', 'ada', 'ada', 'terbatas', 'pesan', 'musiman', 'habis'];

/** Numbers that look like chance and are the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const chance = seeded(20261128);

function pick<T>(from: readonly T[]): T {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

/** Half of what a kecamatan is known for comes from there, the rest from anywhere. */
function villageOf(kind: Kind): number {
  const everywhere = [...VILLAGES.keys()];
  const known = everywhere.filter((index) => kind.home.includes(VILLAGES[index]?.kecamatan ?? ''));
  return pick(known.length > 0 && chance() < 0.5 ? known : everywhere);
}

function make(kind: Kind): Good {
  const village = villageOf(kind);
  const producerName = pick(PRODUCERS);
  const parts = { name: pick(kind.names), producer: producerName, village: VILLAGES[village]?.name ?? '' };
  const size = pick(SIZES[kind.unit] ?? ['']);
  const [low, high] = kind.price;
  const step = high > 20 ? 1_000 : 500;
  return {
    kind: kind.kind,
    village,
    name: pick(HABITS)({ ...parts, size }),
    description: [pick(kind.about), ...(chance() < 0.5 ? [pick(TRAPS)] : [])].map((text) => `${text}.`).join(' '),
    category: kind.category,
    price: Math.round(((low + chance() * (high - low)) * 1_000) / step) * step,
    unit: kind.unit,
    producerName,
    flagship: chance() < 0.08,
    availability: pick(MOSTLY_THERE),
  };
}

/** The market: the kinds in turn, as often as their share says, until there are enough goods. */
function deal(): readonly Good[] {
  const round = KINDS.flatMap((kind) => Array.from({ length: kind.share }, () => kind));
  return Array.from({ length: COUNT }, (_, index) => make(round[index % round.length] ?? pick(KINDS)));
}

export const GOODS: readonly Good[] = deal();
