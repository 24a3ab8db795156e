import { sql } from 'kysely';
import { maskPlace } from '#contract/maskPlace.ts';
import type { Deps } from '#marketplace/deps.ts';
import { type DistrictKeys, SELLS } from './directory.ts';

/** A kecamatan with something on sale, and the middle of its villages' places. */
export interface District extends DistrictKeys {
  district: string;
  regency: string | null;
  centre: { lat: number; lng: number } | null;
}

/** Java has about 1,500 kecamatan with villages; more are not listed on one page. */
const DISTRICTS_MAX = 1000;

/** Every kecamatan with something on sale, by kabupaten and name; or the one that is named. */
export async function districts(deps: Deps, only?: DistrictKeys): Promise<District[]> {
  let query = deps.db
    .selectFrom('villages as v')
    .leftJoin('village_profiles as p', 'p.village_id', 'v.id')
    .select([
      sql<string>`v.regency_key`.as('regencyKey'),
      sql<string>`v.district_key`.as('districtKey'),
      sql<string>`min(v.district)`.as('district'),
      sql<string | null>`min(v.regency)`.as('regency'),
      sql<number | null>`avg(p.lat)`.as('lat'),
      sql<number | null>`avg(p.lng)`.as('lng'),
    ])
    .where('v.status', '=', 'approved')
    .where(sql<boolean>`v.district_key <> ''`)
    .where(SELLS);
  if (only) {
    query = query.where(sql<boolean>`v.regency_key = ${only.regencyKey} and v.district_key = ${only.districtKey}`);
  }
  const rows = await query
    .groupBy([sql`v.regency_key`, sql`v.district_key`])
    .orderBy(sql`v.regency_key`)
    .orderBy(sql`v.district_key`)
    .limit(DISTRICTS_MAX)
    .execute();
  return rows.map(({ regencyKey, districtKey, lat, lng, ...named }) => {
    const { district, regency } = maskPlace({ name: '', ...named });
    return {
      regencyKey,
      districtKey,
      district: district ?? '',
      regency,
      centre: lat === null || lng === null ? null : { lat, lng },
    };
  });
}

/** A dot of the map. */
export interface PlacedVillage {
  district: string | null;
  districtKey: string;
  lat: number;
  lng: number;
}

/** More than a small map can tell apart. */
const DOTS_MAX = 2000;

/** Where the villages that sell lie, without their names. */
export async function placedVillages(deps: Deps): Promise<PlacedVillage[]> {
  const rows = await deps.db
    .selectFrom('villages as v')
    .innerJoin('village_profiles as p', 'p.village_id', 'v.id')
    .select(['v.district', 'p.lat', 'p.lng', sql<string>`v.district_key`.as('districtKey')])
    .where('v.status', '=', 'approved')
    .where('p.lat', 'is not', null)
    .where(SELLS)
    .orderBy('v.slug')
    .limit(DOTS_MAX)
    .execute();
  return rows.flatMap(({ lat, lng, district, districtKey }) =>
    lat === null || lng === null
      ? []
      : [{ lat, lng, districtKey, district: maskPlace({ name: '', district, regency: null }).district }],
  );
}
