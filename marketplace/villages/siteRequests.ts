import { type SiteRequest, siteOf } from '#contract';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { normalSite } from './create.ts';

/** A village has a handful of sites; more open requests than this are a mistake or an attack. */
const OPEN_MAX = 20;
const PRACTICE_SITES = 5;

/** A request that waits for an operator, with the village that asked. */
export interface OpenRequest {
  village: Pick<VillageTables['villages'], 'slug' | 'name' | 'sites'>;
  site: string;
  askedAt: Date;
}

/**
 * Remembers that the village says that a site is its own; asking twice is the same as once. Adds nothing to the village's
 * sites: that is an operator's, but for a village for practice. Throws `too_many` while many wait already.
 */
export async function askForSite(
  deps: Deps,
  { villageId, village, practice }: Actor,
  named: string,
): Promise<SiteRequest> {
  const site = normalSite(named);
  if (siteOf(new URL(site), village.sites) !== null) return { site, isListed: true, isRefused: false };
  if (practice !== null) {
    // Nobody is deceived by a village that says of itself that it is made up; a handful of sites is enough for it.
    if (village.sites.length >= PRACTICE_SITES) throw new ProblemError('too_many');
    const sites = [...village.sites, site];
    await deps.db.updateTable('villages').set({ sites }).where('id', '=', villageId).execute();
    return { site, isListed: true, isRefused: false };
  }
  const own = deps.db.selectFrom('site_requests').where('village_id', '=', villageId);
  const known = await own.select('refused_at').where('site', '=', site).executeTakeFirst();
  if (known !== undefined) return { site, isListed: false, isRefused: known.refused_at !== null };
  const { open } = await own.select((eb) => eb.fn.countAll<string>().as('open')).executeTakeFirstOrThrow();
  if (Number(open) >= OPEN_MAX) throw new ProblemError('too_many');
  await deps.db
    .insertInto('site_requests')
    .values({ village_id: villageId, site, asked_at: deps.now(), refused_at: null })
    .onConflict((oc) => oc.doNothing())
    .execute();
  deps.log('info', 'a village asks for a site', { village: village.slug, site });
  return { site, isListed: false, isRefused: false };
}

/** What waits for an operator, the oldest first. */
export async function openSiteRequests(deps: Deps): Promise<OpenRequest[]> {
  const rows = await deps.db
    .selectFrom('site_requests as r')
    .innerJoin('villages as v', 'v.id', 'r.village_id')
    .select(['v.slug', 'v.name', 'v.sites', 'r.site', 'r.asked_at'])
    .where('r.refused_at', 'is', null)
    .where('v.status', '!=', 'blocked')
    .orderBy('r.asked_at')
    .orderBy('r.site')
    .execute();
  return rows.map(({ slug, name, sites, site, asked_at }) => ({
    village: { slug, name, sites },
    site,
    askedAt: asked_at,
  }));
}

/** A site that a village has asked for, and whether an operator has said no. */
export interface AskedSite {
  site: string;
  isRefused: boolean;
}

/** What one village has asked for and has not got, the oldest first. */
export async function sitesAsked(deps: Deps, villageId: string): Promise<AskedSite[]> {
  const rows = await deps.db
    .selectFrom('site_requests')
    .select(['site', 'refused_at'])
    .where('village_id', '=', villageId)
    .orderBy('asked_at')
    .orderBy('site')
    .execute();
  return rows.map(({ site, refused_at }) => ({ site, isRefused: refused_at !== null }));
}

/** Ends the requests for a site that is the village's now. */
export async function endSiteRequest(deps: Deps, villageId: string, site: string): Promise<void> {
  await deps.db.deleteFrom('site_requests').where('village_id', '=', villageId).where('site', '=', site).execute();
}

/** An operator says no; false when the village has asked for no such site. */
export async function refuseSite(deps: Deps, villageId: string, site: string): Promise<boolean> {
  const { numUpdatedRows } = await deps.db
    .updateTable('site_requests')
    .set({ refused_at: deps.now() })
    .where('village_id', '=', villageId)
    .where('site', '=', site)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
