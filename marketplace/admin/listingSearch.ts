import { maskPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import { idOfSlug, publicSlug } from '#marketplace/listings/slug.ts';
import { partOf } from './villageList.ts';

/** How a product stands: `quiet` is live, and nobody sees it because its village is not approved. */
export type ListingStanding = 'listed' | 'quiet' | 'hidden' | 'withdrawn';

/** A product as an operator finds it; numbers in its name are masked, as for everybody. */
export interface FoundListing {
  id: string;
  slug: string;
  name: string;
  village: { slug: string; name: string };
  standing: ListingStanding;
  /** An operator's reason for hiding it. */
  hidden: string | null;
  updatedAt: Date;
}

export interface ListingSearch {
  /** A part of its or its village's name, or its address or id. */
  words: string;
  standing?: ListingStanding | null;
  /** Only of this village; only this product. */
  villageId?: string;
  id?: string;
  /** The id of the last one of the page before. */
  after?: string | null;
  limit: number;
}

/** Products that are asked for, in the order of their ids, whether buyers see them or not. */
export async function searchListings(
  deps: Deps,
  { words, standing = null, after = null, limit, ...only }: ListingSearch,
): Promise<FoundListing[]> {
  const id = idOfSlug(
    words
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, ''),
  );
  const like = partOf(words);
  const rows = await deps.db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .where('v.practice_room', 'is', null)
    .select(['l.id', 'l.slug', 'l.name', 'l.state', 'l.hidden', 'l.listed', 'l.updated_at'])
    .select(['v.slug as village_slug', 'v.name as village_name'])
    .$if(words.trim() !== '', (query) =>
      query.where((eb) => eb.or([eb('l.name', 'ilike', like), eb('v.name', 'ilike', like), eb('l.id', '=', id ?? '')])),
    )
    .$if(only.villageId !== undefined, (query) => query.where('l.village_id', '=', only.villageId ?? ''))
    .$if(only.id !== undefined, (query) => query.where('l.id', '=', only.id ?? ''))
    .$if(standing === 'listed', (query) => query.where('l.listed', '=', true))
    .$if(standing === 'quiet', (query) =>
      query.where('l.state', '=', 'live').where('l.hidden', 'is', null).where('l.listed', '=', false),
    )
    .$if(standing === 'hidden', (query) => query.where('l.hidden', 'is not', null))
    .$if(standing === 'withdrawn', (query) => query.where('l.state', '=', 'withdrawn').where('l.hidden', 'is', null))
    .$if(after !== null, (query) => query.where('l.id', '>', after ?? ''))
    .orderBy('l.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: publicSlug(row),
    name: maskPhones(row.name),
    village: { slug: row.village_slug, name: maskPhones(row.village_name) },
    standing: standingOf(row),
    hidden: row.hidden,
    updatedAt: row.updated_at,
  }));
}

function standingOf(row: { state: string; hidden: string | null; listed: boolean }): ListingStanding {
  if (row.hidden !== null) return 'hidden';
  if (row.state === 'withdrawn') return 'withdrawn';
  return row.listed ? 'listed' : 'quiet';
}
