import { sql } from 'kysely';
import type { OpenReports } from '#contract/report.ts';
import type { Db } from '#marketplace/db/open.ts';

/** What buyers reported of the village's listings and no operator has looked at yet, by the listing's id. */
export async function openReportsOf(db: Db, villageId: string, listingId?: string): Promise<Map<string, OpenReports>> {
  let query = db
    .selectFrom('reports')
    .select([
      'listing_id',
      sql<string>`count(*)`.as('people'),
      sql<string[]>`array_agg(distinct reason order by reason)`.as('reasons'),
      sql<Date>`max(created_at)`.as('latest'),
    ])
    .where('village_id', '=', villageId)
    .where('handled_at', 'is', null)
    .groupBy('listing_id');
  if (listingId !== undefined) query = query.where('listing_id', '=', listingId);
  const rows = await query.execute();
  return new Map(
    rows.map(({ listing_id, people, reasons, latest }) => [
      listing_id,
      { people: Number(people), reasons, latest: latest.toISOString() },
    ]),
  );
}
