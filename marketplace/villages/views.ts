import type { Selectable } from 'kysely';
import type { Device, Me, Village, VillageProfile } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import type { Practice } from '#contract/practice.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { roomOf } from './practice.ts';
import { readProfile } from './profile.ts';
import { villageUrl } from './service.ts';

/** What is known of a village beside its row. Throws `practice_over`. */
export async function knownOf(deps: Pick<Deps, 'now'>, db: Db, villageId: string) {
  return { profile: await readProfile(db, villageId), practice: await roomOf(db, villageId, deps.now()) };
}

/** A village as its own devices see it. */
export function toVillage(
  deps: Deps,
  row: VillageTables['villages'],
  { profile, practice }: { profile: VillageProfile; practice: Practice | null },
): Village {
  const { id, slug, code, sites, status } = row;
  // Its devices write the name into the village's own pages.
  const village = { id, slug, code, sites, status, ...maskPlace(row), url: villageUrl(deps, slug), profile };
  return practice === null ? village : { ...village, practice: { endsAt: practice.endsAt, phones: practice.phones } };
}

export function toDevice(row: Selectable<VillageTables['devices']>, currentId: string): Device {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    current: row.id === currentId,
    kind: row.kind,
  };
}

/** The village and its devices that are not revoked, the oldest first. */
export async function readMe(deps: Deps, villageId: string, deviceId: string): Promise<Me> {
  const village = await deps.db
    .selectFrom('villages')
    .selectAll()
    .where('id', '=', villageId)
    .executeTakeFirstOrThrow();
  const devices = await deps.db
    .selectFrom('devices')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const known = await knownOf(deps, deps.db, villageId);
  return { village: toVillage(deps, village, known), devices: devices.map((device) => toDevice(device, deviceId)) };
}
