import { type RawBuilder, sql } from 'kysely';
import type { Photo } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { DistrictKeys } from '#marketplace/listings/filters.ts';
import { flagshipsOf } from '#marketplace/listings/ofVillage.ts';
import type { ListingCard } from '#marketplace/listings/public.ts';

/** A village that sells something, with the product that stands for it. */
export interface DirectoryVillage {
  slug: string;
  name: string;
  district: string | null;
  regency: string | null;
  /** Kecamatan and kabupaten as they are compared. */
  districtKey: string;
  regencyKey: string;
  place: { lat: number; lng: number } | null;
  photo: Photo | null;
  flagship: ListingCard | null;
  /** Metres from where was asked; null where nobody asked, or the village has no place. */
  metres: number | null;
}

/** What a village has on sale; an empty one is shown in no list. */
export const SELLS = sql<boolean>`exists (select from listings as on_sale where on_sale.village_id = v.id and on_sale.listed)`;

/** Where a list is: a village without a place stands behind the others, then by kabupaten, kecamatan and name. */
const ORDER = sql`(p.lat is null), v.regency_key, v.district_key, v.slug`;

/** The characters of a slug; see `service.ts`. */
const SLUG = /^[0-9a-z-]+$/;

interface Options {
  /** The slug of the last village of the page before; one that is none begins anew. */
  afterSlug?: string;
  limit: number;
  /** Only the villages of one kecamatan that have no place. */
  unplacedIn?: DistrictKeys;
}

/** Every village that sells, with its flagship, in parts. */
export async function directory(
  deps: Deps,
  { afterSlug = '', limit, unplacedIn }: Options,
): Promise<DirectoryVillage[]> {
  const rest = SLUG.test(afterSlug)
    ? sql<boolean>`coalesce((${ORDER}) > (select ${ORDER} from villages as v
        left join village_profiles as p on p.village_id = v.id where v.slug = ${afterSlug}), true)`
    : sql<boolean>`true`;
  const wanted = unplacedIn
    ? sql<boolean>`p.lat is null and v.regency_key = ${unplacedIn.regencyKey} and v.district_key = ${unplacedIn.districtKey}`
    : sql<boolean>`true`;
  const rows = await selectVillages(deps, sql<number | null>`null::int`)
    .where(rest)
    .where(wanted)
    .orderBy(sql`p.lat is null`)
    .orderBy(sql`v.regency_key`)
    .orderBy(sql`v.district_key`)
    .orderBy('v.slug')
    .limit(limit)
    .execute();
  return withFlagships(deps, rows);
}

/** Approved villages that sell, each with how far it is. */
export function selectVillages(deps: Deps, metres: RawBuilder<number | null>) {
  return deps.db
    .selectFrom('villages as v')
    .leftJoin('village_profiles as p', 'p.village_id', 'v.id')
    .select(['v.id', 'v.slug', 'v.name', 'v.district', 'v.regency', 'p.photo', 'p.lat', 'p.lng'])
    .select([
      sql<string>`v.district_key`.as('districtKey'),
      sql<string>`v.regency_key`.as('regencyKey'),
      metres.as('metres'),
    ])
    .where('v.status', '=', 'approved')
    .where(SELLS);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVillages>['execute']>>[number];

export async function withFlagships(deps: Deps, rows: Row[]): Promise<DirectoryVillage[]> {
  const flagships = await flagshipsOf(
    deps,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, slug, name, district, regency, lat, lng, photo, ...row }) => ({
    slug,
    ...maskPlace({ name, district, regency }),
    districtKey: row.districtKey,
    regencyKey: row.regencyKey,
    metres: row.metres,
    place: lat === null || lng === null ? null : { lat, lng },
    photo,
    flagship: flagships.get(id) ?? null,
  }));
}
