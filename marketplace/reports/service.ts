import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { PublicListing } from '#contract';
import type { OpenReports, ReportReason } from '#contract/report.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { limitSender } from '#marketplace/http/limits.ts';

const PER_ADDRESS = { name: 'lapor-address', max: 20, seconds: 3600 };

/** What a buyer reports, and the request that brought it. */
export interface Report {
  reason: ReportReason;
  words: string;
  c: AppContext;
}

/** Tells one person from another without keeping who it is. Whole villages share an address, so the browser counts too. */
function reporterOf(deps: Deps, c: AppContext): string {
  const who = `${clientIp(c, deps.config)}\n${c.req.header('user-agent') ?? ''}`;
  return createHmac('sha256', deps.secret).update(`reporter\n${who}`).digest('base64url').slice(0, 22);
}

/** A second report replaces the first; one without words leaves the words that were there. */
const newer = ({ words, ...said }: { reason: ReportReason; words: string; created_at: Date; handled_at: null }) =>
  words === '' ? said : { ...said, words };

/**
 * Keeps a buyer's report of a listing for the operator, and tells the village that there is one. When the same browser
 * reports the listing again, the newer words replace the older.
 */
export async function reportListing(
  deps: Deps,
  listing: Pick<PublicListing, 'id' | 'village'>,
  { reason, words, c }: Report,
): Promise<void> {
  await limitSender(deps, PER_ADDRESS, c);
  const said = { reason, words, created_at: deps.now(), handled_at: null };
  const key = { village_id: listing.village.id, listing_id: listing.id, reporter: reporterOf(deps, c) };
  await deps.db.transaction().execute(async (db) => {
    await db
      .insertInto('reports')
      .values({ ...key, ...said })
      .onConflict((oc) => oc.columns(['village_id', 'listing_id', 'reporter']).doUpdateSet(newer(said)))
      .execute();
    await notifyLive(db, key.village_id, { kind: 'listing', id: listing.id });
  });
  deps.log('warn', 'report', { of: 'listing', id: listing.id, reason });
}

/** The same of a village as a whole. */
export async function reportVillage(
  deps: Deps,
  village: { id: string; slug: string },
  { reason, words, c }: Report,
): Promise<void> {
  await limitSender(deps, PER_ADDRESS, c);
  const said = { reason, words, created_at: deps.now(), handled_at: null };
  await deps.db
    .insertInto('village_reports')
    .values({ village_id: village.id, reporter: reporterOf(deps, c), ...said })
    .onConflict((oc) => oc.columns(['village_id', 'reporter']).doUpdateSet(newer(said)))
    .execute();
  deps.log('warn', 'report', { of: 'village', id: village.slug, reason });
}

/** As many fit on a screen or two; the most reported come first. */
export const REPORTS_SHOWN = 50;

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

/** Listings with reports nobody looked at yet, the most reported first: for the operator, who reads as many as `limit`. */
export async function openReports(deps: Deps, { limit: most = REPORTS_SHOWN } = {}): Promise<ReportedListing[]> {
  const rows = await deps.db
    .selectFrom('reports as r')
    .innerJoin('listings as l', (join) =>
      join.onRef('l.village_id', '=', 'r.village_id').onRef('l.id', '=', 'r.listing_id'),
    )
    .innerJoin('villages as v', 'v.id', 'r.village_id')
    .where('v.practice_room', 'is', null)
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

/** The operator has looked: the reports so far no longer count as open, and the village is told. False when none was open. */
export function closeReports(deps: Deps, listingId: string): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    const closed = await db
      .updateTable('reports')
      .set({ handled_at: deps.now() })
      .where('listing_id', '=', listingId)
      .where('handled_at', 'is', null)
      .returning('village_id')
      .execute();
    const [one] = closed;
    if (one) await notifyLive(db, one.village_id, { kind: 'listing', id: listingId });
    return one !== undefined;
  });
}

export interface ReportedVillage extends Omit<ReportedListing, 'listing' | 'village'> {
  village: { slug: string; name: string };
}

/** Villages with reports nobody looked at yet, the most reported first: for the operator. */
export async function openVillageReports(deps: Deps, { limit: most = REPORTS_SHOWN } = {}): Promise<ReportedVillage[]> {
  const rows = await deps.db
    .selectFrom('village_reports as r')
    .innerJoin('villages as v', 'v.id', 'r.village_id')
    .where('v.practice_room', 'is', null)
    .select([
      'v.slug',
      'v.name',
      sql<string>`count(*)`.as('reports'),
      sql<ReportReason[]>`array_agg(distinct r.reason)`.as('reasons'),
      sql<string[]>`array_agg(r.words order by r.created_at desc) filter (where r.words <> '')`.as('words'),
      sql<Date>`max(r.created_at)`.as('latest'),
    ])
    .where('r.handled_at', 'is', null)
    .groupBy(['v.slug', 'v.name'])
    .orderBy('reports', 'desc')
    .orderBy('latest', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ slug, name, reports, words, ...row }) => ({
    ...row,
    village: { slug, name },
    reports: Number(reports),
    words: words ?? [],
  }));
}

/** The operator has looked at what was told of the village itself. False when nothing was open. */
export async function closeVillageReports(deps: Deps, villageId: string): Promise<boolean> {
  const { numUpdatedRows } = await deps.db
    .updateTable('village_reports')
    .set({ handled_at: deps.now() })
    .where('village_id', '=', villageId)
    .where('handled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The same as its village is told of it: no name and no words. Null for nothing. */
export async function ownVillageReports(deps: Deps, villageId: string): Promise<OpenReports | null> {
  const row = await deps.db
    .selectFrom('village_reports')
    .select([
      sql<string>`count(*)`.as('people'),
      sql<string[]>`array_agg(distinct reason order by reason)`.as('reasons'),
      sql<Date>`max(created_at)`.as('latest'),
    ])
    .where('village_id', '=', villageId)
    .where('handled_at', 'is', null)
    .having(sql<boolean>`count(*) > 0`)
    .executeTakeFirst();
  return row ? { people: Number(row.people), reasons: row.reasons, latest: row.latest.toISOString() } : null;
}
