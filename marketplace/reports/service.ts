import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { PublicListing } from '#contract';
import type { ReportReason } from '#marketplace/db/tables/reports.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limitSender } from '#marketplace/http/limits.ts';

const PER_ADDRESS = { name: 'lapor-address', max: 20, seconds: 3600 };

export interface Report {
  listing: Pick<PublicListing, 'id' | 'village'>;
  reason: ReportReason;
  words: string;
  /** The request that brought it. */
  c: AppContext;
}

/**
 * Keeps a buyer's report for the operator. When the same address reports the listing again, the newer words replace the
 * older.
 */
export async function reportListing(deps: Deps, { listing, reason, words, c }: Report): Promise<void> {
  await limitSender(deps, PER_ADDRESS, c);
  const ip = clientIp(c, deps.config);
  const reporter = createHmac('sha256', deps.secret).update(`reporter\n${ip}`).digest('base64url').slice(0, 22);
  const said = { reason, words, created_at: deps.now(), handled_at: null };
  await deps.db
    .insertInto('reports')
    .values({ village_id: listing.village.id, listing_id: listing.id, reporter, ...said })
    .onConflict((oc) => oc.columns(['village_id', 'listing_id', 'reporter']).doUpdateSet(said))
    .execute();
}

export interface ReportedListing {
  listing: { id: string; slug: string; name: string };
  village: string;
  /** How many different people reported it. */
  reports: number;
  reasons: ReportReason[];
  /** The reporters' own words, newest first; a page or terminal that shows them must treat them as hostile text. */
  words: string[];
  latest: Date;
}

/** Listings with reports nobody looked at yet, the most reported first: for the operator. */
export async function openReports(deps: Deps, { limit: most = 50 } = {}): Promise<ReportedListing[]> {
  const rows = await deps.db
    .selectFrom('reports as r')
    .innerJoin('listings as l', (join) =>
      join.onRef('l.village_id', '=', 'r.village_id').onRef('l.id', '=', 'r.listing_id'),
    )
    .innerJoin('villages as v', 'v.id', 'r.village_id')
    .select([
      'l.id',
      'l.slug',
      'l.name',
      'v.name as village',
      sql<string>`count(*)`.as('reports'),
      sql<ReportReason[]>`array_agg(distinct r.reason)`.as('reasons'),
      sql<string[]>`array_agg(r.words order by r.created_at desc) filter (where r.words <> '')`.as('words'),
      sql<Date>`max(r.created_at)`.as('latest'),
    ])
    .where('r.handled_at', 'is', null)
    .groupBy(['l.id', 'l.slug', 'l.name', 'v.name'])
    .orderBy('reports', 'desc')
    .orderBy('latest', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id, slug, name, reports, words, ...row }) => ({
    ...row,
    listing: { id, slug, name },
    reports: Number(reports),
    words: words ?? [],
  }));
}

/** The operator has looked: the reports so far no longer count as open. */
export async function closeReports(deps: Deps, listingId: string): Promise<void> {
  await deps.db
    .updateTable('reports')
    .set({ handled_at: deps.now() })
    .where('listing_id', '=', listingId)
    .where('handled_at', 'is', null)
    .execute();
}
