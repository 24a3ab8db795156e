import type { Photo } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { SELLS } from './directory.ts';
import { placeOf, storedProfile } from './profile.ts';

/** A village as anybody may see it. */
export interface PublicVillage {
  id: string;
  slug: string;
  name: string;
  code: string | null;
  district: string | null;
  regency: string | null;
  /** The village's sites, the main one first; never empty. */
  sites: string[];
  /** Address of the village's page on the marketplace. */
  url: string;
}

function toPublicVillage(deps: Deps, row: VillageTables['villages']): PublicVillage {
  const { id, slug, code, sites } = row;
  return { id, slug, code, sites, ...maskPlace(row), url: villageUrl(deps, slug) };
}

export function villageUrl(deps: Deps, slug: string): string {
  return `${deps.config.baseUrl}/desa/${slug}`;
}

/**
 * The characters of a slug (`create.ts` makes no others). Others are not asked for, because the database refuses some
 * of them, such as the zero byte.
 */
const SLUG = /^[0-9a-z-]+$/;

/** An approved real village by its slug, else null. */
export async function findBySlug(deps: Deps, slug: string): Promise<PublicVillage | null> {
  if (!SLUG.test(slug)) return null;
  const row = await deps.db
    .selectFrom('villages')
    .selectAll()
    .where('slug', '=', slug)
    .where('status', '=', 'approved')
    .where('practice_room', 'is', null)
    .executeTakeFirst();
  return row ? toPublicVillage(deps, row) : null;
}

/** A village's profile as anybody may see it. */
export interface PublicProfile {
  photo: Photo | null;
  about: string | null;
  hours: string | null;
  head: string | null;
  place: { lat: number; lng: number } | null;
}

/** What a village says of itself; null for a village that has said nothing. */
export async function publicProfile(deps: Deps, villageId: string): Promise<PublicProfile | null> {
  const row = await storedProfile(deps.db, villageId);
  if (row === undefined) return null;
  const masked = (text: string | null) => text && maskPhones(text);
  const { photo, about, hours, head } = row;
  return { photo, about: masked(about), hours: masked(hours), head: masked(head), place: placeOf(row) };
}

/**
 * All approved villages that sell something, by slug, in parts. To go on, pass the last slug as `afterSlug`; an `afterSlug` that is no slug
 * gives no villages.
 */
export async function approvedVillages(
  deps: Deps,
  { afterSlug = '', limit }: { afterSlug?: string; limit: number },
): Promise<PublicVillage[]> {
  if (afterSlug !== '' && !SLUG.test(afterSlug)) return [];
  const rows = await deps.db
    .selectFrom('villages as v')
    .selectAll('v')
    .where('v.status', '=', 'approved')
    .where('v.slug', '>', afterSlug)
    .where(SELLS)
    .orderBy('v.slug')
    .limit(limit)
    .execute();
  return rows.map((row) => toPublicVillage(deps, row));
}
