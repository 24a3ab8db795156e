import { type RawBuilder, sql } from 'kysely';
import type { Deps } from '#marketplace/deps.ts';
import { type DirectoryVillage, selectVillages, withFlagships } from './directory.ts';

export interface Point {
  lat: number;
  lng: number;
}

/** Mean radius of the earth (m). */
const EARTH = 6_371_008.8;

/** Metres between a village and a point along the earth's surface, by the haversine formula. */
function metresFrom({ lat, lng }: Point): RawBuilder<number> {
  return sql<number>`round(2 * ${EARTH}::float8 * asin(sqrt(least(1,
    power(sin(radians(p.lat - ${lat}::float8) / 2), 2)
    + cos(radians(p.lat)) * cos(radians(${lat}::float8)) * power(sin(radians(p.lng - ${lng}::float8) / 2), 2)))))::int`;
}

/** Where the list goes on. */
interface After {
  metres: number;
  slug: string;
}

/** Null for no cursor and for a malformed one: the list then begins anew. */
export function readAfter(text: string): After | null {
  const parts = /^(\d{1,8})\.([0-9a-z-]{1,200})$/.exec(text);
  return parts ? { metres: Number(parts[1]), slug: String(parts[2]) } : null;
}

/** Villages that sell and have a place, the nearest first, in parts; `next` asks for the part after it. */
export async function nearestVillages(
  deps: Deps,
  from: Point,
  { after, limit }: { after: After | null; limit: number },
): Promise<{ villages: DirectoryVillage[]; next: string | null }> {
  const metres = metresFrom(from);
  let query = selectVillages(deps, metres).where('p.lat', 'is not', null);
  if (after) query = query.where(sql<boolean>`(${metres}, v.slug) > (${after.metres}::int, ${after.slug})`);
  const rows = await query
    .orderBy(metres)
    .orderBy('v.slug')
    .limit(limit + 1)
    .execute();
  const villages = await withFlagships(deps, rows.slice(0, limit));
  const last = villages.at(-1);
  return { villages, next: rows.length > limit && last ? `${last.metres}.${last.slug}` : null };
}
