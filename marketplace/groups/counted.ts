import { sql } from 'kysely';
import { prepare } from '#marketplace/db/prepared.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { ListingCard, Place } from '#marketplace/listings/service.ts';
import { keepAnswers } from '#marketplace/search/kept.ts';
import { type GroupName, groupNameOf } from './name.ts';
import { readGroup } from './read.ts';

/** A group as it is linked: how many villages it had when it was last counted. */
export interface CountedGroup extends GroupName {
  villages: number;
  /** They are those of this place, and so is the page that is linked. */
  place?: Place | null;
}

/** Two villages make a group that is worth a page to compare. */
const LINKED_FROM = 2;

/** The groups of the most villages, of at least `least`. */
export function largestGroups(
  { db }: Deps,
  { least, limit }: { least: number; limit: number },
): Promise<CountedGroup[]> {
  return db
    .selectFrom('product_groups')
    .select(['slug', 'label', 'villages'])
    .where('villages', '>=', least)
    .orderBy('villages', 'desc')
    .orderBy('slug')
    .limit(limit)
    .execute();
}

/**
 * The group of a product's name or of a search for one, for a link to it. `seen` are listings that stand on the same
 * page: a product that a second village has just begun to sell is a group before the job has counted it. Null where
 * fewer than two villages are known to sell it.
 */
export async function linkedGroup(
  { db }: Deps,
  name: string,
  seen: readonly Pick<ListingCard, 'name' | 'village'>[],
): Promise<CountedGroup | null> {
  const group = groupNameOf(name);
  if (group === null) return null;
  const counted = (await villagesOf(db, [group.slug])).get(group.slug) ?? 0;
  const here = seen.filter((listing) => groupNameOf(listing.name)?.slug === group.slug);
  const villages = Math.max(counted, new Set(here.map(({ village }) => village.id)).size);
  return villages < LINKED_FROM ? null : { ...group, villages };
}

const counts = prepare((db, asked: { slugs: string[] }) =>
  db
    .selectFrom('product_groups')
    .select(['slug', 'villages'])
    .where(sql<boolean>`slug = any(${sql.val(asked.slugs)}::text[])`),
);

const villagesOf = keepAnswers<number>(async (db, slugs) => {
  const rows = await counts(db, { slugs });
  return new Map([...slugs.map((slug) => [slug, 0] as const), ...rows.map((row) => [row.slug, row.villages] as const)]);
});

/** The same for who looks in one place: its villages alone are counted, and read as the linked page will read them. */
export async function linkedGroupIn(deps: Deps, name: string, place: Place): Promise<CountedGroup | null> {
  const group = groupNameOf(name);
  if (group === null) return null;
  const { offers } = await readGroup(deps, group, place);
  return offers.length < LINKED_FROM ? null : { ...group, villages: offers.length, place };
}
