import type { PriceHint, PriceQuery } from '#contract';
import { type Compared, comparedPer, sizeOf } from '#contract/measure.ts';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { goodsKey, namingLexemes, namingTerms } from './naming.ts';
import { type CardRow, packSizeOf } from './public.ts';
import { searchByName } from './searchByName.ts';

const VILLAGES_MIN = 3;
const DAYS = 180;
/** How many listings are read at most, the best rank first. */
const READ = 300;

/** A price that can be laid beside others of the same `per`. */
interface Said {
  villageId: string;
  unit: string;
  per: string;
  price: number;
  at: Date;
}

/**
 * What the same goods cost in other villages: the middle one of their prices per measure, each village once, of what was
 * said in the last half year. Null when those are too few to tell anybody anything. It reads nothing but what stands in
 * public on the cards.
 */
export async function priceHint(deps: Deps, { name, unit, village }: PriceQuery): Promise<PriceHint | null> {
  const terms = namingTerms(name);
  if (terms.length === 0) return null;
  const rows = await searchByName(deps.db, await namingLexemes(deps.db, terms), {
    ...(village !== undefined && { notVillageId: village }),
    after: null,
    limit: READ,
  });
  const since = deps.now().getTime() - DAYS * DAY;
  const goods = goodsKey(terms);
  const said = rows
    .filter((row) => row.checked_at.getTime() >= since && goodsKey(namingTerms(row.name)) === goods)
    .flatMap(saidIn);
  const own = sizeOf({ unit, packSize: null });
  const per = own === null ? usualPer(said.filter((one) => one.unit === unit)) : baseOf(own.kind);
  const villages = Map.groupBy(
    said.filter((one) => one.per === per),
    (one) => one.villageId,
  );
  if (per === null || villages.size < VILLAGES_MIN) return null;
  const each = [...villages.values()];
  const middle = median(each.map((prices) => median(prices.map(({ price }) => price))));
  const oldest = Math.min(...each.map((prices) => Math.max(...prices.map(({ at }) => at.getTime()))));
  const { shown, times } = shownPer(per, unit);
  const price = Math.round(middle * times);
  if (price < 1) return null;
  return { price, per: shown, villages: villages.size, since: new Date(oldest).toISOString() };
}

/** Prices are laid beside each other per ons, litre, piece or sheet; of what has no size, per unit. */
function baseOf(kind: NonNullable<ReturnType<typeof sizeOf>>['kind']): Compared {
  return comparedPer({ kind, amount: 1 }).per;
}

function saidIn(row: CardRow): Said[] {
  const packSize = packSizeOf(row);
  const size = sizeOf({ unit: row.unit, unitWord: row.unit_word, packSize });
  if (row.unit_word !== null && size === null) return [];
  const one = { villageId: row.v_id, unit: row.unit, at: row.checked_at };
  if (size === null) return [{ ...one, per: row.unit, price: row.price }];
  return [{ ...one, per: baseOf(size.kind), price: row.price / partsOf(size) }];
}

function partsOf({ kind, amount }: NonNullable<ReturnType<typeof sizeOf>>): number {
  return kind === 'mass' ? amount / 100 : amount;
}

/** By what most villages sell in this unit: "bungkus" is mostly of some grams. */
function usualPer(said: readonly Said[]): string | null {
  const villages = [...Map.groupBy(said, ({ per }) => per)].map(
    ([per, prices]) => [per, new Set(prices.map(({ villageId }) => villageId)).size] as const,
  );
  return villages.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** Who sells by the kilogram thinks in kilograms. */
function shownPer(per: string, unit: PriceQuery['unit']): { shown: string; times: number } {
  return per === 'ons' && unit === 'kg' ? { shown: 'kg', times: 10 } : { shown: per, times: 1 };
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? 0;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
}
