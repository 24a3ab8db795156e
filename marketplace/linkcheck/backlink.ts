import { setTimeout as wait } from 'node:timers/promises';
import { type BacklinkInput, type Listing, siteOf } from '#contract';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ownRow } from '#marketplace/listings/own.ts';
import { rankOf } from '#marketplace/listings/rank.ts';
import { type ListingRow, toListing } from '#marketplace/listings/rows.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { checkStored } from './due.ts';

/**
 * Most village pages answer within this time; for the others the answer is `checking`, and the popup gets the result
 * later.
 */
const PATIENCE_MS = 2000;
/** After this time the job makes sure that the check was done; it is longer than a check may take. */
const SAFETY_MS = MINUTE;

/**
 * Records the page on which the village links back, and checks it at once. Sending it again checks again. Throws
 * `backlink_foreign_host` for a page outside the village's sites.
 */
export async function putBacklink(deps: Deps, actor: Actor, id: string, input: BacklinkInput): Promise<Listing> {
  await ownRow(deps.db, actor, id);
  const { sites } = actor.village;
  if (input.state !== 'gone' && !siteOf(new URL(input.url), sites)) {
    throw new ProblemError('backlink_foreign_host', { issues: [{ path: 'url', code: 'backlink_foreign_host' }] });
  }
  await store(deps, actor, id, input);
  if (input.state === 'published') {
    const link = { villageId: actor.villageId, id, url: input.url };
    await deps.jobs.send('linkcheck', link, { after: new Date(deps.now().getTime() + SAFETY_MS), key: id });
    const check = checkStored(deps, { id, village_id: actor.villageId, backlink_url: input.url, sites });
    const patience = new AbortController();
    await Promise.race([check, wait(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
  }
  return toListing(deps, await ownRow(deps.db, actor, id));
}

/** A page that waits for an editor is remembered but not checked; one that was taken down is forgotten. */
async function store(deps: Deps, actor: Actor, id: string, input: BacklinkInput): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('listings')
      .selectAll()
      .where('village_id', '=', actor.villageId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('listings')
      .set(verificationBefore(row, input))
      .where('village_id', '=', actor.villageId)
      .where('id', '=', id)
      .execute();
  });
}

/** What is known before the check: a page that was verified stays verified while it is checked again. */
function verificationBefore(row: ListingRow, { url, state }: BacklinkInput) {
  const again = state === 'published' && row.backlink_url === url;
  const verified = again && row.backlink_state === 'verified';
  return {
    backlink_url: state === 'gone' ? null : url,
    backlink_state: verified
      ? ('verified' as const)
      : state === 'published'
        ? ('checking' as const)
        : ('none' as const),
    backlink_reason: null,
    backlink_failures: again ? row.backlink_failures : 0,
    backlink_checked_at: again ? row.backlink_checked_at : null,
    rank: rankOf({ ...row, createdAt: row.created_at, verified }),
  };
}
