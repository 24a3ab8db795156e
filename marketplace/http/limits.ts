import { createHmac } from 'node:crypto';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { ProblemError } from '#marketplace/problem.ts';

export interface LimitRule {
  name: string;
  max: number;
  /** Length of the window. */
  seconds: number;
}

/** Keyed hash: the table holds no address or number of a person. */
function hashedKey(deps: Deps, rule: LimitRule, who: string): string {
  return createHmac('sha256', deps.secret).update(`${rule.name}\n${who}`).digest('base64url').slice(0, 22);
}

/**
 * Counts one hit of `who` in the current window, over all processes (one upsert). Throws `too_many` with `retryAfter`
 * (seconds) when it is more than the rule allows.
 */
export async function limit(deps: Deps, rule: LimitRule, who: string): Promise<void> {
  const now = deps.now().getTime();
  const length = rule.seconds * 1000;
  const start = Math.floor(now / length) * length;
  const { hits } = await deps.db
    .insertInto('rate_hits')
    .values({ key: hashedKey(deps, rule, who), window_start: new Date(start), hits: 1 })
    .onConflict((oc) =>
      oc.columns(['key', 'window_start']).doUpdateSet((eb) => ({ hits: eb('rate_hits.hits', '+', 1) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  if (hits > rule.max) throw new ProblemError('too_many', { retryAfter: Math.ceil((start + length - now) / 1000) });
}

/** Forgets windows that no rule can still ask for (the longest is a day). */
export async function forgetOldHits(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - 2 * DAY);
  await deps.db.deleteFrom('rate_hits').where('window_start', '<', before).execute();
}
