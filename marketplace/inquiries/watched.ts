import { sql } from 'kysely';
import { maskPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';
import { publicSlug } from '#marketplace/listings/slug.ts';
import { type Key, loadEvents, type StoredEvent } from './store/events.ts';

/** Why an operator looks at a conversation: each is true of it by itself. */
export type WatchReason = 'held' | 'unproven' | 'by_village' | 'by_buyer';

/** A conversation that is held or was reported, and that no operator has looked at since. It holds no text and no person. */
export interface WatchedThread extends Key {
  village: { slug: string; name: string };
  product: { slug: string; name: string };
  reasons: WatchReason[];
  seq: number;
  updatedAt: Date;
}

/** More are not shown at once. */
export const WATCHED_SHOWN = 100;

function watched({ db }: Deps) {
  return (
    db
      .selectFrom('inquiries as i')
      .innerJoin('villages as v', 'v.id', 'i.village_id')
      // What is asked and answered for practice is nobody's business.
      .where('v.practice_room', 'is', null)
      .where('i.erased', '=', false)
      .whereRef('i.looked_seq', '<', 'i.seq')
      .where((eb) =>
        eb.or([
          eb('i.flagged', '=', true),
          sql<boolean>`(i.village_id, i.id) in (select village_id, inquiry_id from inquiry_events where kind = 'reported')`,
        ]),
      )
  );
}

const reportedBy = (party: 'buyer' | 'village') =>
  sql<boolean>`exists (select from inquiry_events e where e.village_id = i.village_id and e.inquiry_id = i.id
    and e.kind = 'reported' and e.by = ${party})`;

/** Conversations to look at, the newest first: those that are shown and one more. */
export async function watchedThreads(deps: Deps): Promise<WatchedThread[]> {
  const rows = await watched(deps)
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .select(['i.village_id', 'i.id', 'i.seq', 'i.flagged', 'i.unproven', 'i.updated_at'])
    .select(['l.id as listing_id', 'l.slug', 'l.name', 'v.slug as village_slug', 'v.name as village_name'])
    .select([reportedBy('buyer').as('by_buyer'), reportedBy('village').as('by_village')])
    .orderBy('i.updated_at', 'desc')
    .orderBy('i.id')
    .limit(WATCHED_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    villageId: row.village_id,
    id: row.id,
    village: { slug: row.village_slug, name: maskPhones(row.village_name) },
    product: { slug: publicSlug({ ...row, id: row.listing_id }), name: maskPhones(row.name) },
    reasons: reasonsOf(row),
    seq: row.seq,
    updatedAt: row.updated_at,
  }));
}

function reasonsOf(row: {
  flagged: boolean;
  unproven: boolean;
  by_buyer: boolean;
  by_village: boolean;
}): WatchReason[] {
  return [
    ...(row.by_village ? (['by_village'] as const) : []),
    ...(row.by_buyer ? (['by_buyer'] as const) : []),
    ...(row.unproven ? (['unproven'] as const) : []),
    ...(row.flagged && !row.unproven && !row.by_village ? (['held'] as const) : []),
  ];
}

/** How many there are. */
export async function countWatched(deps: Deps): Promise<number> {
  const { n } = await watched(deps)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** One of them as it is read, texts and all; null when there is none, or when it is neither held nor reported. */
export interface ReadThread extends Key {
  village: { slug: string; name: string };
  product: { slug: string; name: string };
  buyer: { name: string | null; phone: string | null };
  events: StoredEvent[];
  seq: number;
}

/** Reads a conversation that is held or was reported, also once it was looked at; no other can be read by an operator. */
export async function readWatched(deps: Deps, key: Key): Promise<ReadThread | null> {
  const row = await deps.db
    .selectFrom('inquiries as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .where('v.practice_room', 'is', null)
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .select(['i.flagged', 'i.seq', 'i.buyer_name', 'i.buyer_phone', 'l.id', 'l.slug', 'l.name'])
    .select(['v.slug as village_slug', 'v.name as village_name'])
    .where('i.village_id', '=', key.villageId)
    .where('i.id', '=', key.id)
    .where('i.erased', '=', false)
    .executeTakeFirst();
  if (!row) return null;
  const events = await loadEvents(deps.db, key);
  if (!row.flagged && !events.some(({ kind }) => kind === 'reported')) return null;
  return {
    ...key,
    village: { slug: row.village_slug, name: maskPhones(row.village_name) },
    product: { slug: publicSlug(row), name: maskPhones(row.name) },
    buyer: { name: row.buyer_name, phone: row.buyer_phone },
    events,
    seq: row.seq,
  };
}

/**
 * An operator has looked at everything up to event `seq`; what comes later is to be looked at anew. `isNew`: nobody had said
 * so; `hasNewer`: something has come since.
 */
export async function markLooked(
  { db }: Deps,
  { villageId, id }: Key,
  seq: number,
): Promise<{ isNew: boolean; hasNewer: boolean }> {
  const own = { village_id: villageId, id };
  const marked = await db
    .updateTable('inquiries')
    .set({ looked_seq: seq })
    .where((eb) => eb.and(own))
    .where('looked_seq', '<', seq)
    .where('seq', '>=', seq)
    .executeTakeFirst();
  const newer = await db
    .selectFrom('inquiries')
    .select('id')
    .where((eb) => eb.and(own))
    .where('seq', '>', seq)
    .executeTakeFirst();
  return { isNew: marked.numUpdatedRows > 0n, hasNewer: newer !== undefined };
}
