import { sql } from 'kysely';
import type { Availability, Category } from '#contract';
import type { PermitKind } from '#contract/permits.ts';
import type { selectCards } from './public.ts';

/** A kecamatan in its kabupaten, both as they are compared. */
export interface DistrictKeys {
  regencyKey: string;
  districtKey: string;
}

/** What a buyer narrows a list to; what is absent narrows nothing. */
export interface Filters {
  category?: Category | undefined;
  villageId?: string | undefined;
  /** The kecamatan that it may come from. */
  within?: readonly DistrictKeys[] | undefined;
  priceMin?: number | undefined;
  priceMax?: number | undefined;
  availability?: readonly Availability[] | undefined;
  flagship?: boolean | undefined;
  verified?: boolean | undefined;
  /** A permit that has not run out on `today`. */
  permit?: { kind: PermitKind; today: string } | undefined;
}

type Cards = ReturnType<typeof selectCards>;

/** The cards that pass every filter. */
export function narrow(cards: Cards, filters: Filters): Cards {
  const { category, villageId, within, priceMin, priceMax, availability, flagship, verified, permit } = filters;
  let rows = cards;
  if (category) rows = rows.where('l.category', '=', category);
  if (villageId) rows = rows.where('l.village_id', '=', villageId);
  if (within) {
    const [regencies, districts] = [within.map((one) => one.regencyKey), within.map((one) => one.districtKey)];
    rows = rows.where(
      sql<boolean>`l.village_id in (select place.id from villages place where place.status = 'approved' and
        (place.regency_key, place.district_key) in (select * from unnest(${regencies}::text[], ${districts}::text[])))`,
    );
  }
  if (priceMin !== undefined) rows = rows.where('l.price', '>=', priceMin);
  if (priceMax !== undefined) rows = rows.where('l.price', '<=', priceMax);
  if (availability) rows = rows.where(sql<boolean>`l.availability = any(${[...availability]}::text[])`);
  if (flagship) rows = rows.where('l.flagship', '=', true);
  if (verified) rows = rows.where('l.backlink_state', '=', 'verified');
  if (permit) {
    const until = sql`l.permits -> ${permit.kind}::text ->> 'until'`;
    rows = rows.where(
      sql<boolean>`jsonb_typeof(l.permits -> ${permit.kind}::text) = 'object' and coalesce(${until} >= ${permit.today}, true)`,
    );
  }
  return rows;
}

/** False when nothing but a category narrows the list: then an index alone gives the page. */
export function isNarrowed({
  villageId,
  within,
  priceMin,
  priceMax,
  availability,
  flagship,
  verified,
  permit,
}: Filters) {
  const values = [villageId, within, priceMin, priceMax, availability, permit];
  return values.some((value) => value !== undefined) || Boolean(flagship || verified);
}
