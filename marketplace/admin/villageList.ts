import { sql } from 'kysely';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { VillageSummary } from './queries.ts';

export type VillageStatus = VillageTables['villages']['status'];

export interface VillageSearch {
  /** A part of a name, site, kecamatan or kabupaten; empty for all. */
  words?: string;
  status?: VillageStatus | null;
  /** The slug of the last village of the page before. */
  after?: string | null;
  limit: number;
}

/** What `words` are to LIKE: a part of the text, and none of its signs means anything. */
export const partOf = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** Villages in the order of their slugs, those that are asked for. */
export async function searchVillages(
  deps: Deps,
  { words = '', status = null, after = null, limit }: VillageSearch,
): Promise<VillageSummary[]> {
  const like = partOf(words);
  const rows = await deps.db
    .selectFrom('villages as v')
    .where('v.practice_room', 'is', null)
    .select(['v.slug', 'v.name', 'v.status', 'v.sites'])
    .select((eb) =>
      eb
        .selectFrom('listings as l')
        .select((of) => of.fn.countAll<string>().as('n'))
        .whereRef('l.village_id', '=', 'v.id')
        .where('l.state', '=', 'live')
        .as('listings'),
    )
    .$if(words.trim() !== '', (query) =>
      query.where(
        sql<boolean>`concat_ws(' ', v.name, v.slug, v.district, v.regency, array_to_string(v.sites, ' ')) ilike ${like}`,
      ),
    )
    .$if(status !== null, (query) => query.where('v.status', '=', status ?? 'waiting'))
    .$if(after !== null, (query) => query.where('v.slug', '>', after ?? ''))
    .orderBy('v.slug')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, listings: Number(row.listings) }));
}
