import type { Selectable } from 'kysely';
import type { Device, Me, Village, VillageProfile } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { readProfile } from './profile.ts';
import { villageUrl } from './service.ts';

/** A village as its own devices see it. */
export function toVillage(deps: Deps, row: VillageTables['villages'], profile: VillageProfile): Village {
  const { id, slug, code, sites, status } = row;
  // Its devices write the name into the village's own pages.
  return { id, slug, code, sites, status, ...maskPlace(row), url: villageUrl(deps, slug), profile };
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
  const profile = await readProfile(deps.db, villageId);
  return { village: toVillage(deps, village, profile), devices: devices.map((device) => toDevice(device, deviceId)) };
}
