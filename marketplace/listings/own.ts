import type { Listing } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { viewsThisMonth } from '#marketplace/views/read.ts';
import { openReportsOf } from './openReports.ts';
import { type ListingRow, toListing } from './rows.ts';

const MOST_OWN = 2000;

/**
 * The village's own row. Throws `listing_foreign` when the listing is another village's, `listing_unknown` when there
 * is none.
 */
export async function ownRow(db: Db, actor: Actor, id: string): Promise<ListingRow> {
  const row = await db
    .selectFrom('listings')
    .selectAll()
    .where('village_id', '=', actor.villageId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row) return row;
  const owner = await db.selectFrom('listing_ids').select('village_id').where('id', '=', id).executeTakeFirst();
  throw new ProblemError(owner && owner.village_id !== actor.villageId ? 'listing_foreign' : 'listing_unknown');
}

/** All of the village's listings, the last changed first; withdrawn ones too. */
export async function ownListings(deps: Deps, actor: Actor): Promise<Listing[]> {
  const rows = await deps.db
    .selectFrom('listings')
    .selectAll()
    .where('village_id', '=', actor.villageId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(MOST_OWN)
    .execute();
  const { month, of } = await viewsThisMonth(deps, actor.villageId);
  const reports = await openReportsOf(deps.db, actor.villageId);
  return rows.map((row) => {
    const count = of.get(row.id);
    const views = count === undefined ? {} : { views: { month, count } };
    return { ...toListing(deps, row), ...views, reports: reports.get(row.id) ?? null };
  });
}

/** One listing of the village's own, with what was reported of it. Throws as `ownRow`. */
export async function ownListing(deps: Deps, actor: Actor, id: string): Promise<Listing> {
  const row = await ownRow(deps.db, actor, id);
  const reports = await openReportsOf(deps.db, actor.villageId, id);
  return { ...toListing(deps, row), reports: reports.get(id) ?? null };
}
