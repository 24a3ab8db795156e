import { WebUrl } from '#contract';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { createVillage, normalSite } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import type { AdminWords } from '#marketplace/words/index.ts';
import { CommandError } from './commandError.ts';

type Village = VillageTables['villages'];

function siteOrRefusal(site: string, t: AdminWords): string {
  if (!WebUrl.safeParse(site).success) throw new CommandError(t('badSite', site));
  return normalSite(site);
}

export interface Invitation {
  name: string;
  sites: string[];
  waiting?: boolean;
  district?: string;
  regency?: string;
}

/** An invite for the village that has this site (a second device, a new laptop), or for a new village. */
export async function inviteVillage(
  deps: Deps,
  { name, sites, waiting = false, district, regency }: Invitation,
  t: AdminWords,
): Promise<{ village: Village; url: string }> {
  if (!name.trim() || sites.length === 0) throw new CommandError(t('usage'));
  const normal = sites.map((site) => siteOrRefusal(site, t));
  const village =
    (await villageOfSite(deps, normal)) ??
    (await createVillage(deps, {
      name: name.trim(),
      sites: normal,
      status: waiting ? 'waiting' : 'approved',
      district: district ?? null,
      regency: regency ?? null,
    }));
  const { url } = await createInvite(deps, village.id);
  return { village, url };
}

async function villageOfSite(deps: Deps, sites: string[]): Promise<Village | undefined> {
  return deps.db
    .selectFrom('villages')
    .selectAll()
    .where((eb) => eb(eb.val(sites[0] ?? ''), '=', eb.fn.any('sites')))
    .executeTakeFirst();
}

/** The village's sites with one more; adding it twice is the same as once. */
export async function addSite(deps: Deps, village: Village, site: string, t: AdminWords): Promise<string[]> {
  const sites = [...new Set([...village.sites, siteOrRefusal(site, t)])];
  await deps.db.updateTable('villages').set({ sites }).where('id', '=', village.id).execute();
  return sites;
}
