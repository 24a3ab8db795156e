import { sql } from 'kysely';
import type { ListingChecks, ListingsChecked } from '#contract';
import { STALE_AFTER_DAYS } from '#contract/stale.ts';
import { DAY } from '#contract/time.ts';
import { startOfWibDay } from '#contract/wib.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { rankOf } from './rank.ts';
import type { ListingRow } from './rows.ts';

/** How many rows are written in one transaction, so that no village waits long for its own. */
const BATCH = 200;

/** What was last said before this moment is stale: the day is over in Java, and so are those after it. */
function staleBefore(now: Date): Date {
  return new Date(startOfWibDay(now).getTime() - (STALE_AFTER_DAYS - 1) * DAY);
}

/**
 * Stores that the village still has these products. A moment that is yet to come counts as now, and an older one than is
 * known changes nothing, so that the same may be said twice. Ids that are not the village's own are passed over.
 */
export async function checkListings(deps: Deps, actor: Actor, { checks }: ListingChecks): Promise<ListingsChecked> {
  const now = deps.now();
  const said = new Map(checks.map(({ id, at }) => [id, new Date(Math.min(Date.parse(at), now.getTime()))]));
  return deps.db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('listings')
      .selectAll()
      .where('village_id', '=', actor.villageId)
      .where('id', 'in', [...said.keys()])
      .orderBy('id')
      .forUpdate()
      .execute();
    const listings: ListingsChecked['listings'] = [];
    for (const row of rows) {
      const at = said.get(row.id) ?? row.checked_at;
      const isNews = at > row.checked_at;
      if (isNews) await write(trx, { ...row, checked_at: at }, at < staleBefore(now));
      listings.push({ id: row.id, checkedAt: (isNews ? at : row.checked_at).toISOString() });
    }
    return { listings };
  });
}

/** Marks the listings that nobody has spoken of for long, and lowers them in every list. */
export async function markStale(deps: Deps): Promise<void> {
  const before = staleBefore(deps.now());
  for (let written = BATCH; written === BATCH && !deps.stopping.aborted; ) {
    written = await deps.db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('listings')
        .selectAll()
        .where(sql<boolean>`not stale`)
        .where('checked_at', '<', before)
        .orderBy('checked_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const row of rows) await write(trx, row, true);
      return rows.length;
    });
  }
}

async function write(trx: Db, row: ListingRow, stale: boolean): Promise<void> {
  const verified = row.backlink_state === 'verified';
  await trx
    .updateTable('listings')
    .set({ checked_at: row.checked_at, stale, rank: rankOf({ ...row, createdAt: row.created_at, verified, stale }) })
    .where('village_id', '=', row.village_id)
    .where('id', '=', row.id)
    .execute();
}
