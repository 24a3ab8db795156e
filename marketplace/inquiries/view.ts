import type { Selectable } from 'kysely';
import type { Inquiry, InquiryEvent, Unit } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import type { ListingTables } from '#marketplace/db/tables/listings.ts';
import type { Deps } from '#marketplace/deps.ts';
import { publicSlug } from '#marketplace/listings/slug.ts';
import type { InquiryRow } from './act.ts';
import { offersLeft } from './machine.ts';
import { maskPhone } from './phone.ts';
import { eventsOf, type StoredEvent } from './store/events.ts';

type ListingColumns = Selectable<ListingTables['listings']>;
/** An inquiry with what is shown of its listing. */
export type ViewRow = InquiryRow & {
  name: string;
  slug: string;
  list_price: number;
  unit: Unit;
  unit_word: string | null;
  photos: ListingColumns['photos'];
};

export function selectViews(db: Db, villageId: string) {
  return db
    .selectFrom('inquiries as i')
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .selectAll('i')
    .select(['l.name', 'l.slug', 'l.price as list_price', 'l.unit', 'l.unit_word', 'l.photos'])
    .where('i.village_id', '=', villageId);
}

/** An event as one side may see it. What a side wrote when it reported the other is for the operator's eyes only. */
export function eventView(
  { id, seq, at, by, kind, text, terms }: StoredEvent,
  viewer: 'buyer' | 'village',
): InquiryEvent {
  const isHidden = kind === 'reported' && by !== viewer;
  return {
    id,
    seq,
    at: new Date(at).toISOString(),
    by,
    kind: kind === 'unproven' ? 'held' : kind,
    text: isHidden ? null : text,
    terms,
  };
}

/** An inquiry as the village sees it: the buyer's number is masked, and the link's secret is left out. */
export function toInquiry(deps: Deps, row: ViewRow, events: StoredEvent[]): Inquiry {
  return {
    id: row.id,
    listing: {
      id: row.listing_id,
      name: row.name,
      price: row.list_price,
      unit: row.unit,
      unitWord: row.unit_word,
      photo: row.photos[0]?.hash ?? null,
      url: `${deps.config.baseUrl}/p/${publicSlug({ ...row, id: row.listing_id })}`,
    },
    buyer: { name: row.buyer_name, phoneMasked: row.buyer_phone === null ? null : maskPhone(row.buyer_phone) },
    state: row.state,
    terms: row.price !== null && row.quantity !== null ? { price: row.price, quantity: row.quantity } : null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    offersLeft: offersLeft({ offersMade: row.offers_made }),
    unanswered: row.unanswered,
    flagged: row.flagged,
    ...(row.asked_elsewhere > 0 && { askedElsewhere: row.asked_elsewhere }),
    events: events.map((event) => eventView(event, 'village')),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Several inquiries at once, with one more query for all their events. */
export async function withEvents(deps: Deps, villageId: string, rows: ViewRow[]): Promise<Inquiry[]> {
  if (rows.length === 0) return [];
  const histories = await eventsOf(
    deps.db,
    villageId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toInquiry(deps, row, histories.get(row.id) ?? []));
}

/** One inquiry; null when this village has no inquiry of this id. */
export async function findInquiry(deps: Deps, villageId: string, id: string): Promise<Inquiry | null> {
  const row = await selectViews(deps.db, villageId).where('i.id', '=', id).executeTakeFirst();
  const [inquiry] = row ? await withEvents(deps, villageId, [row]) : [];
  return inquiry ?? null;
}
