import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { medianAnswerMinutes } from '#marketplace/inquiries/quality.ts';
import { soldTimes } from '#marketplace/inquiries/sold.ts';

/** What buyers before had of this village and of this product. */
export interface Trust {
  /** Milliseconds; null until there were enough questions to say. */
  medianAnswer: number | null;
  /** How often this product was sold; null while that is too little to say. */
  sold: number | null;
}

const KEPT_MS = 10 * MINUTE;
const MOST_KEPT = 1000;

/** No product page is kept by a cache, so the sums that it shows are: they change by the day, and nobody waits for one. */
const kept = new WeakMap<Deps['db'], Map<string, { trust: Trust; until: number }>>();

export async function trustIn(deps: Deps, villageId: string, listingId: string): Promise<Trust> {
  const here = kept.get(deps.db) ?? new Map();
  kept.set(deps.db, here);
  const known = here.get(listingId);
  if (known && known.until > performance.now()) return known.trust;
  const [minutes, sold] = await Promise.all([
    medianAnswerMinutes(deps, villageId),
    soldTimes(deps, villageId, listingId),
  ]);
  const trust: Trust = { medianAnswer: minutes === null ? null : minutes * MINUTE, sold };
  if (deps.config.sharedCacheSeconds > 0) {
    here.delete(listingId);
    here.set(listingId, { trust, until: performance.now() + KEPT_MS });
    const [oldest] = here.keys();
    if (here.size > MOST_KEPT && oldest !== undefined) here.delete(oldest);
  }
  return trust;
}
