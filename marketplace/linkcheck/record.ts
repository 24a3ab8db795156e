import type { Selectable } from 'kysely';
import { notifyLive } from '#marketplace/db/live.ts';
import type { ListingTables } from '#marketplace/db/tables/listings.ts';
import type { Deps } from '#marketplace/deps.ts';
import { rankOf } from '#marketplace/listings/rank.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import type { LinkResult, LinkToCheck } from './check.ts';
import { isVillageDomain } from './sites.ts';

/** A verified link of a site that is down counts as broken after this many failed checks in a row, one a day. */
const PATIENCE = 3;

type Row = Selectable<ListingTables['listings']>;

/** What a check means for the stored row. */
function changes(row: Row, result: LinkResult) {
  if (result.state === 'verified') return { state: 'verified', reason: null, failures: 0 } as const;
  const failures = row.backlink_failures + 1;
  const patient = row.backlink_state === 'verified' && result.passing && failures < PATIENCE;
  return { state: patient ? ('verified' as const) : ('broken' as const), reason: result.reason, failures };
}

/**
 * Stores a result, unless the village named another page meanwhile; tells the village's popups; approves a waiting
 * village whose own `*.desa.id` site holds our link.
 */
export async function recordCheck(
  deps: Deps,
  link: LinkToCheck & { villageId: string },
  result: LinkResult,
): Promise<void> {
  const isCurrent = await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('listings')
      .selectAll()
      .where('village_id', '=', link.villageId)
      .where('id', '=', link.id)
      .where('backlink_url', '=', link.url)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    const { state, reason, failures } = changes(row, result);
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
    if (state !== row.backlink_state) await notifyLive(trx, link.villageId, { kind: 'listing', id: link.id });
    return true;
  });
  if (isCurrent && result.state === 'verified' && deps.config.trustDesaId && isVillageDomain(result.site)) {
    await admitIfWaiting(deps, link.villageId);
  }
}

async function admitIfWaiting(deps: Deps, villageId: string): Promise<void> {
  const village = await deps.db
    .selectFrom('villages')
    .select('status')
    .where('id', '=', villageId)
    .executeTakeFirstOrThrow();
  if (village.status === 'waiting') await setVillageStatus(deps, villageId, 'approved', 'waiting');
}
