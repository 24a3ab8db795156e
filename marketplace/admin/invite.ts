import { line, WebUrl } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { createVillage, normalSite } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { endSiteRequest, refuseSite } from '#marketplace/villages/siteRequests.ts';
import { CommandError } from './commandError.ts';
import { villageOfSite } from './queries.ts';

type Village = VillageTables['villages'];

/** The address as it is stored. Throws CommandError when it is no web address. */
export function readSite(site: string): string {
  if (!WebUrl.safeParse(site).success) throw new CommandError((t) => t('badSite', site));
  return normalSite(site);
}

const VillageName = line('village_name', { min: 1, max: 120 });

export interface Invitation {
  name: string;
  sites: string[];
  waiting?: boolean;
  district?: string;
  regency?: string;
}

/** The name of a village as it is stored: one line, 120 letters at most. */
export const readVillageName = (name: string): string | undefined => VillageName.safeParse(name).data;

/**
 * The village that has the first of these sites, or else a new one. Throws CommandError without a name or a site, for a
 * site that is no web address, and for a telephone number in what everybody reads.
 */
export async function villageFor(
  deps: Deps,
  { sites, waiting = false, district, regency, ...given }: Invitation,
): Promise<Village> {
  const name = readVillageName(given.name);
  if (name === undefined || sites.length === 0) throw new CommandError((t) => t('usage'));
  const numbered = [name, district ?? '', regency ?? ''].find(holdsPhone);
  if (numbered !== undefined) throw new CommandError((t) => t('nameHoldsPhone', numbered));
  const normal = sites.map(readSite);
  const status = waiting ? 'waiting' : 'approved';
  const place = { district: district ?? null, regency: regency ?? null };
  return (
    (await villageOfSite(deps, normal[0] ?? '')) ??
    (await createVillage(deps, { name, sites: normal, status, ...place }))
  );
}

/**
 * An invite for the village that has the first of these sites (for a second device or a new laptop), or else for a new
 * village. Throws as `villageFor`.
 */
export async function inviteVillage(deps: Deps, given: Invitation): Promise<{ village: Village; url: string }> {
  const village = await villageFor(deps, given);
  const { url } = await createInvite(deps, village.id);
  return { village, url };
}

/** The village's sites with one more; adding it twice is the same as once. Throws CommandError for what is no web address. */
export async function addSite(deps: Deps, village: Village, site: string): Promise<string[]> {
  const added = readSite(site);
  const sites = [...new Set([...village.sites, added])];
  await deps.db.updateTable('villages').set({ sites }).where('id', '=', village.id).execute();
  await endSiteRequest(deps, village.id, added);
  return sites;
}

/** Says no to a site that the village has asked for; answers the site. Throws CommandError when it has not. */
export async function refuseAskedSite(deps: Deps, village: Village, named: string): Promise<string> {
  const site = readSite(named);
  if (!(await refuseSite(deps, village.id, site))) throw new CommandError((t) => t('notAsked', village.name, site));
  return site;
}
