import { wibDay, wibMonth } from '#contract/wib.ts';
import type { Deps } from '#marketplace/deps.ts';

/** How often each product of a village was seen this month; those that nobody saw are not there. */
export async function viewsThisMonth(
  deps: Pick<Deps, 'db' | 'now'>,
  villageId: string,
): Promise<{ month: string; of: Map<string, number> }> {
  const month = wibMonth(deps.now());
  const rows = await deps.db
    .selectFrom('listing_views')
    .select(['listing_id', 'views'])
    .where('village_id', '=', villageId)
    .where('month', '=', month)
    .execute();
  return { month, of: new Map(rows.map(({ listing_id, views }) => [listing_id, views])) };
}

/** Months that are kept, this one among them: as many as it takes to compare a season with the last one. */
const KEPT_MONTHS = 13;

/** Forgets who was counted on days that are over, and months that nobody compares with any more. */
export async function forgetViews({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('views_seen').where('day', '<', wibDay(now())).execute();
  const first = new Date(now());
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() - (KEPT_MONTHS - 1));
  await db.deleteFrom('listing_views').where('month', '<', wibMonth(first)).execute();
}
