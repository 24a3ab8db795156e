import { createHmac } from 'node:crypto';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { AppContext } from './appTypes.ts';
import { clientNetworks } from './clientIp.ts';

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

/** The window of now, and how long it still lasts. */
function windowOf(deps: Deps, rule: LimitRule): { start: Date; secondsLeft: number } {
  const now = deps.now().getTime();
  const length = rule.seconds * 1000;
  const start = Math.floor(now / length) * length;
  return { start: new Date(start), secondsLeft: Math.ceil((start + length - now) / 1000) };
}

interface Count {
  hits: number;
  /** Until the window ends. */
  secondsLeft: number;
}

/** Counts a hit of `who` (or as many as `by`) in the current window, over all processes (one upsert). */
export async function countHit(deps: Deps, rule: LimitRule, who: string, by = 1): Promise<Count> {
  const { start, secondsLeft } = windowOf(deps, rule);
  const { hits } = await deps.db
    .insertInto('rate_hits')
    .values({ key: hashedKey(deps, rule, who), window_start: start, hits: by })
    .onConflict((oc) =>
      oc.columns(['key', 'window_start']).doUpdateSet((eb) => ({ hits: eb('rate_hits.hits', '+', by) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return { hits, secondsLeft };
}

/** What a limit refused. */
export class TooMany extends ProblemError {
  constructor(
    /** How many hits still fit into the window, and how long it lasts. */
    readonly left: number,
    readonly secondsLeft: number,
  ) {
    super('too_many', { retryAfter: secondsLeft });
  }
}

/**
 * Counts a hit of `who` (or as many as `by`) where it fits into the rule, in one statement. Throws `too_many` with
 * `retryAfter` (seconds) where it does not; nothing is counted then, so that asking for less may still fit.
 */
export async function limit(deps: Deps, rule: LimitRule, who: string, by = 1): Promise<void> {
  const { start, secondsLeft } = windowOf(deps, rule);
  const key = hashedKey(deps, rule, who);
  const counted =
    by <= rule.max &&
    (await deps.db
      .insertInto('rate_hits')
      .values({ key, window_start: start, hits: by })
      .onConflict((oc) =>
        oc
          .columns(['key', 'window_start'])
          .doUpdateSet((eb) => ({ hits: eb('rate_hits.hits', '+', by) }))
          .where('rate_hits.hits', '<=', rule.max - by),
      )
      .returning('hits')
      .executeTakeFirst());
  if (counted) return;
  const before = await deps.db
    .selectFrom('rate_hits')
    .select('hits')
    .where('key', '=', key)
    .where('window_start', '=', start)
    .executeTakeFirst();
  throw new TooMany(Math.max(0, rule.max - (before?.hits ?? 0)), secondsLeft);
}

/**
 * Counts one hit of whoever sent the request, in each of its networks; `about` keeps the counts of different things
 * apart. Throws like `limit`. What the smallest network refuses is not counted in the larger ones, so that one visitor
 * cannot use up what its neighbours have.
 */
export async function limitSender(deps: Deps, rule: LimitRule, c: AppContext, about = '', by = 1): Promise<void> {
  for (const { name, times } of clientNetworks(c, deps.config)) {
    await limit(deps, { ...rule, max: rule.max * times }, about === '' ? name : `${name} ${about}`, by);
  }
}

/** Takes a hit of `limitSender` back: it was none that the rule is about. */
export async function giveBackSender(deps: Deps, rule: LimitRule, c: AppContext): Promise<void> {
  const { start } = windowOf(deps, rule);
  for (const { name } of clientNetworks(c, deps.config)) {
    await deps.db
      .updateTable('rate_hits')
      .set((eb) => ({ hits: eb('hits', '-', 1) }))
      .where('key', '=', hashedKey(deps, rule, name))
      .where('window_start', '=', start)
      .where('hits', '>', 0)
      .execute();
  }
}

/** Forgets windows that no rule can still ask for (the longest is a day). */
export async function forgetOldHits(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - 2 * DAY);
  await deps.db.deleteFrom('rate_hits').where('window_start', '<', before).execute();
}
