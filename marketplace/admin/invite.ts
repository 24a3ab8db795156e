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
function readSite(site: string): string {
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

/**
 * An invite for the village that has the first of these sites (for a second device or a new laptop), or else for a new
 * village. Throws CommandError without a name or a site, for a site that is no web address, and for a telephone number in
 * what everybody reads.
 */
export async function inviteVillage(
  deps: Deps,
  { sites, waiting = false, district, regency, ...given }: Invitation,
): Promise<{ village: Village; url: string }> {
  const name = VillageName.safeParse(given.name);
  if (!name.success || sites.length === 0) throw new CommandError((t) => t('usage'));
  const numbered = [name.data, district ?? '', regency ?? ''].find(holdsPhone);
  if (numbered !== undefined) throw new CommandError((t) => t('nameHoldsPhone', numbered));
  const normal = sites.map(readSite);
  const village =
    (await villageOfSite(deps, normal[0] ?? '')) ??
    (await createVillage(deps, {
      name: name.data,
      sites: normal,
      status: waiting ? 'waiting' : 'approved',
      district: district ?? null,
      regency: regency ?? null,
    }));
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
