import type { Selectable } from 'kysely';
import { DAY, HOUR, MINUTE } from '#contract/time.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { ListingTables } from '#marketplace/db/tables/listings.ts';
import type { Deps } from '#marketplace/deps.ts';
import { rankOf } from '#marketplace/listings/rank.ts';
import type { LinkResult, LinkToCheck } from './check.ts';
import { type LinkReason, meaningOf } from './failure.ts';

/** After so many looks in a row that could not see the page, the link counts as broken. */
const PATIENCE = 3;
/** A guard in front of a site keeps us out for as long as it stands, while every reader sees the page. */
const PATIENCE_WITH_GUARDS = 14;
/** When a link that could not be looked at is looked at again, by how often that has failed (ms). */
const AGAIN_AFTER = [5 * MINUTE, HOUR];

type Row = Pick<Selectable<ListingTables['listings']>, 'backlink_state' | 'backlink_reason' | 'backlink_failures'>;

/**
 * What a look means for the stored row. Only a page that was seen and does not hold our link breaks it at once. Where we
 * could not look, a verified link stays so for some days and a new one stays `checking`, each with the reason.
 */
export function afterLook(row: Row, result: LinkResult) {
  if (result.state === 'verified') return { state: 'verified', reason: null, failures: 0 } as const;
  const { reason } = result;
  const failures = row.backlink_failures + 1;
  const meaning = meaningOf(reason);
  const isPatient = failures < (reason === 'kept_out' ? PATIENCE_WITH_GUARDS : PATIENCE);
  if (meaning === 'absent') return { state: 'broken' as const, reason, failures };
  if (row.backlink_state === 'verified' && isPatient) return { state: 'verified' as const, reason, failures };
  // A page that was seen without our link stays told as that, until it is seen again.
  if (row.backlink_state === 'broken' && isAbsence(row.backlink_reason))
    return { state: 'broken' as const, reason: row.backlink_reason, failures };
  const isNew = row.backlink_state === 'checking' && meaning === 'passing' && failures < PATIENCE;
  return { state: isNew ? ('checking' as const) : ('broken' as const), reason, failures };
}

function isAbsence(reason: string | null): boolean {
  return reason !== null && meaningOf(reason as LinkReason) === 'absent';
}

/** Stores a result, unless the village named another page meanwhile, and tells the village's popups. */
export async function recordCheck(
  deps: Deps,
  link: LinkToCheck & { villageId: string },
  result: LinkResult,
): Promise<void> {
  const after = await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('listings')
      .selectAll()
      .where('village_id', '=', link.villageId)
      .where('id', '=', link.id)
      .where('backlink_url', '=', link.url)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    const { state, reason, failures } = afterLook(row, result);
    const rank = rankOf({ ...row, createdAt: row.created_at, verified: state === 'verified' });
    await trx
      .updateTable('listings')
      .set({
        ...{ backlink_state: state, backlink_reason: reason, backlink_failures: failures, rank },
        backlink_checked_at: deps.now(),
      })
      .where('village_id', '=', link.villageId)
      .where('id', '=', link.id)
      .execute();
    if (state !== row.backlink_state || reason !== row.backlink_reason)
      await notifyLive(trx, link.villageId, { kind: 'listing', id: link.id });
    return { state, failures };
  });
  if (after?.state !== 'checking') return;
  const { villageId, id, url } = link;
  const wait = AGAIN_AFTER[after.failures - 1] ?? DAY;
  await deps.jobs.send('linkcheck', { villageId, id, url }, { after: new Date(deps.now().getTime() + wait), key: id });
}
