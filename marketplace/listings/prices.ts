import type { PriceHint, PriceQuery } from '#contract';
import { sizeOf } from '#contract/measure.ts';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { baseOf, median, saidIn, usualPer } from './compared.ts';
import { goodsKey, namingLexemes, namingTerms } from './naming.ts';
import { searchByName } from './searchByName.ts';

const VILLAGES_MIN = 3;
const DAYS = 180;
/** How many listings are read at most, the best rank first. */
const READ = 300;

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

/** Who sells by the kilogram thinks in kilograms. */
function shownPer(per: string, unit: PriceQuery['unit']): { shown: string; times: number } {
  return per === 'ons' && unit === 'kg' ? { shown: 'kg', times: 10 } : { shown: per, times: 1 };
}
