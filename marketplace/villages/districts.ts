import { sql } from 'kysely';
import { maskPlace } from '#contract/maskPlace.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { DistrictKeys } from '#marketplace/listings/filters.ts';
import { SELLS } from './directory.ts';

/** A kecamatan with something on sale, and the middle of its villages' places. */
export interface District extends DistrictKeys {
  district: string;
  regency: string | null;
  centre: { lat: number; lng: number } | null;
}

/** A kabupaten or a city in which something is on sale. */
export type Regency = Pick<District, 'regencyKey' | 'regency'>;

/** The ways to say where one is: kecamatan, and where there are too many for one page the kabupaten that have them. */
export interface DistrictChoices {
  districts: District[];
  regencies: Regency[];
}

/** About what a thumb still scrolls through; a page of all of Java's kecamatan would weigh as much as ten others. */
const LISTED_MAX = 150;
/** Indonesia has 514 kabupaten and cities. */
const REGENCIES_MAX = 2000;

/**
 * Every kecamatan with something on sale, by kabupaten and name. Where they are more than a page lists: those of the
 * kabupaten that was chosen, and every kabupaten.
 */
export async function districtChoices(deps: Deps, regencyKey: string | null): Promise<DistrictChoices> {
  const districts = await readDistricts(deps, {}, LISTED_MAX + 1);
  if (districts.length <= LISTED_MAX) return { districts, regencies: [] };
  const [own, regencies] = await Promise.all([
    regencyKey === null ? [] : readDistricts(deps, { regencyKey }, REGENCIES_MAX),
    readRegencies(deps),
  ]);
  return { districts: own, regencies };
}

/** The kecamatan of these keys; null when nothing is on sale there. */
export const districtOf = async (deps: Deps, keys: DistrictKeys): Promise<District | null> =>
  (await readDistricts(deps, keys, 1))[0] ?? null;

const sellingIn = (deps: Deps) =>
  deps.db
    .selectFrom('villages as v')
    .leftJoin('village_profiles as p', 'p.village_id', 'v.id')
    .where('v.status', '=', 'approved')
    .where(sql<boolean>`v.district_key <> ''`)
    .where(SELLS);

async function readDistricts(deps: Deps, keys: Partial<DistrictKeys>, max: number): Promise<District[]> {
  let query = sellingIn(deps).select([
    sql<string>`v.regency_key`.as('regencyKey'),
    sql<string>`v.district_key`.as('districtKey'),
    sql<string>`min(v.district)`.as('district'),
    sql<string | null>`min(v.regency)`.as('regency'),
    sql<number | null>`avg(p.lat)`.as('lat'),
    sql<number | null>`avg(p.lng)`.as('lng'),
  ]);
  if (keys.regencyKey !== undefined) query = query.where(sql<boolean>`v.regency_key = ${keys.regencyKey}`);
  if (keys.districtKey !== undefined) query = query.where(sql<boolean>`v.district_key = ${keys.districtKey}`);
  const rows = await query
    .groupBy([sql`v.regency_key`, sql`v.district_key`])
    .orderBy(sql`v.regency_key`)
    .orderBy(sql`v.district_key`)
    .limit(max)
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

async function readRegencies(deps: Deps): Promise<Regency[]> {
  const rows = await sellingIn(deps)
    .select([sql<string>`v.regency_key`.as('regencyKey'), sql<string | null>`min(v.regency)`.as('regency')])
    .groupBy(sql`v.regency_key`)
    .orderBy(sql`v.regency_key`)
    .limit(REGENCIES_MAX)
    .execute();
  return rows.map(({ regencyKey, regency }) => ({
    regencyKey,
    regency: maskPlace({ name: '', district: null, regency }).regency,
  }));
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
