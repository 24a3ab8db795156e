import { sql } from 'kysely';
import type { Availability, Category } from '#contract';
import type { PermitKind } from '#contract/permits.ts';
import type { selectCards } from './public.ts';

/** What a buyer narrows a list to; what is absent narrows nothing. */
export interface Filters {
  category?: Category | undefined;
  villageId?: string | undefined;
  /** The villages of a place, in no order. */
  villageIds?: readonly string[] | undefined;
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
  const { category, villageId, villageIds, priceMin, priceMax, availability, flagship, verified, permit } = filters;
  let rows = cards;
  if (category) rows = rows.where('l.category', '=', category);
  if (villageId) rows = rows.where('l.village_id', '=', villageId);
  if (villageIds) rows = rows.where(sql<boolean>`l.village_id = any(${[...villageIds]}::text[])`);
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
  villageIds,
  priceMin,
  priceMax,
  availability,
  flagship,
  verified,
  permit,
}: Filters) {
  const values = [villageId, villageIds, priceMin, priceMax, availability, permit];
  return values.some((value) => value !== undefined) || Boolean(flagship || verified);
}
