import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { CommandError } from './commandError.ts';

// What an operator asks, as data: the command line prints it, and the console in the browser asks the same.

type Village = VillageTables['villages'];

export interface VillageSummary extends Pick<Village, 'slug' | 'name' | 'status' | 'sites'> {
  /** Live listings. */
  listings: number;
}

/** A device that has not been revoked; `lastSeenAt` is null while it has never asked for anything. */
export interface DeviceSummary {
  id: string;
  name: string;
  /** A phone answers buyers on the marketplace's own pages. */
  kind: 'office' | 'phone';
  lastSeenAt: Date | null;
}

/** The village that its address names so. */
export async function findVillage({ db }: Pick<Deps, 'db'>, slug: string): Promise<Village | undefined> {
  return db.selectFrom('villages').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** The same. Throws CommandError when there is none. */
export async function villageBySlug(deps: Deps, slug: string): Promise<Village> {
  const village = await findVillage(deps, slug);
  if (!village) throw new CommandError((t) => t('unknownVillage', slug));
  return village;
}

/** The real village that names this site in its list. */
export async function villageOfSite(deps: Deps, site: string): Promise<Village | undefined> {
  return (
    deps.db
      .selectFrom('villages')
      .selectAll()
      .where((eb) => eb(eb.val(site), '=', eb.fn.any('sites')))
      // Practice goes on in the sites of real villages.
      .where('practice_room', 'is', null)
      .executeTakeFirst()
  );
}

/** The village's devices, the oldest first. */
export async function devicesOf(deps: Deps, villageId: string): Promise<DeviceSummary[]> {
  const rows = await deps.db
    .selectFrom('devices')
    .select(['id', 'name', 'kind', 'last_seen_at'])
    .where('village_id', '=', villageId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, name, kind, last_seen_at }) => ({ id, name, kind, lastSeenAt: last_seen_at }));
}
