import { sql } from 'kysely';
import type { Category, PublicListing } from '#contract';
import { prepared } from '#marketplace/db/prepared.ts';
import type { Deps } from '#marketplace/deps.ts';
import { type CardPage, readCursor, writeCursor } from './cursor.ts';
import { type Filters, narrow } from './filters.ts';
import { type ListingCard, selectCards, selectPublic, TAKES_QUESTIONS, toCard, toPublic } from './public.ts';
import { idOfSlug, publicSlug } from './slug.ts';
import { keyOf, type Sort, sorted } from './sort.ts';

/**
 * A listing for its page: live, or withdrawn (`state`, so that the page can say so). Null when there is none, when an
 * operator hid it, or when its village is not approved. The caller compares `slug` with what was asked for, and
 * redirects when it differs.
 */
export async function findPublic(deps: Deps, idOrSlug: string): Promise<PublicListing | null> {
  const id = idOfSlug(idOrSlug);
  if (id === null) return null;
  const row = await selectPublic(deps.db)
    .modifyFront(prepared)
    .where('l.id', '=', id)
    .where('l.hidden', 'is', null)
    .where('v.status', '=', 'approved')
    .executeTakeFirst();
  return row ? toPublic(row) : null;
}

export interface ListOptions extends Filters {
  /** The highest rank first unless given. */
  sort?: Sort | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

/** Listings of all villages, or of those that the filters leave. */
export async function newestListings(deps: Deps, options: ListOptions): Promise<CardPage> {
  const { sort = 'best', after, limit } = options;
  const cards = narrow(selectCards(deps.db), options).where('l.listed', '=', true);
  const rows = await sorted(cards, sort, readCursor(after, sort))
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor({ tier: 0, key: keyOf(last, sort), id: last.id }) : null;
  return { listings: shown.map(toCard), next };
}

export function villageListings(deps: Deps, villageId: string, options: ListOptions): Promise<CardPage> {
  return newestListings(deps, { ...options, villageId });
}

/** The newest listings in full, of all villages or of one, for feeds. */
export async function newestInFull(
  deps: Deps,
  { villageId, category, limit }: { villageId?: string; category?: Category; limit: number },
): Promise<PublicListing[]> {
  let query = selectPublic(deps.db).where('l.listed', '=', true);
  if (category) query = query.where('l.category', '=', category);
  if (villageId) query = query.where('l.village_id', '=', villageId);
  const rows = await query.orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').limit(limit).execute();
  return rows.map(toPublic);
}

/** Slugs of everything public, by id, for a sitemap or a feed in parts. To go on, pass the last id as `afterId`. */
export async function listedSlugs(
  deps: Deps,
  { afterId = '', limit }: { afterId?: string; limit: number },
): Promise<{ id: string; slug: string; updatedAt: Date }[]> {
  const rows = await deps.db
    .selectFrom('listings as l')
    .select(['l.id', 'l.slug', 'l.name', 'l.updated_at as updatedAt'])
    .where(sql<boolean>`l.listed`)
    .where('l.id', '>', afterId)
    .orderBy('l.id')
    .limit(limit)
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, slug: publicSlug({ ...row, name }) }));
}

/** Whole public listings by id, for product feeds. To go on, pass the last id as `afterId`. */
export async function listedInFull(
  deps: Deps,
  { afterId = '', limit }: { afterId?: string; limit: number },
): Promise<PublicListing[]> {
  const rows = await selectPublic(deps.db)
    .where(sql<boolean>`l.listed`)
    .where('l.id', '>', afterId)
    .orderBy('l.id')
    .limit(limit)
    .execute();
  return rows.map(toPublic);
}

/** What the villages of a room for practice offer, the newest first. */
export async function roomListings({ db }: Deps, room: string): Promise<ListingCard[]> {
  const rows = await selectCards(db)
    .where('v.practice_room', '=', room)
    .where(TAKES_QUESTIONS)
    .orderBy('l.created_at', 'desc')
    .limit(ROOM_MAX)
    .execute();
  return rows.map(toCard);
}

/** Sixty villages with five products each. */
const ROOM_MAX = 300;
