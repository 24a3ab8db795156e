import { sql } from 'kysely';
import { Deal, type DealMonth, type DealPage } from '#contract';
import { wibMonthBounds } from '#contract/wib.ts';
import type { Deps } from '#marketplace/deps.ts';
import { maskPhone } from './phone.ts';

const MONTHS_SHOWN = 12;

/** What was agreed in one month (WIB), newest first, with the sums of the last twelve months that had any. */
export async function dealsOf(deps: Deps, villageId: string, month: string): Promise<DealPage> {
  const [deals, months] = await Promise.all([dealsIn(deps, villageId, month), monthSums(deps, villageId)]);
  return { month, deals, months };
}

async function dealsIn(deps: Deps, villageId: string, month: string): Promise<Deal[]> {
  const { from, to } = wibMonthBounds(month);
  const rows = await deps.db
    .selectFrom('inquiries')
    .select([
      'id',
      'listing_id',
      'buyer_name',
      'buyer_phone',
      'state',
      'price',
      'quantity',
      'agreed_at',
      'agreed_listing',
    ])
    .where('village_id', '=', villageId)
    .where('agreed_at', '>=', from)
    .where('agreed_at', '<', to)
    .where('flagged', '=', false)
    .orderBy('agreed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    // What is read back from a row is validated too: an agreed thread without terms or product would be a broken
    // projection.
    Deal.parse({
      inquiryId: row.id,
      listing: {
        id: row.listing_id,
        name: row.agreed_listing?.name,
        unit: row.agreed_listing?.unit,
        unitWord: row.agreed_listing?.unitWord,
      },
      buyer: { name: row.buyer_name, phoneMasked: row.buyer_phone === null ? null : maskPhone(row.buyer_phone) },
      state: row.state,
      terms: { price: row.price, quantity: row.quantity },
      total: (row.price ?? 0) * (row.quantity ?? 0),
      agreedAt: row.agreed_at?.toISOString(),
    }),
  );
}

async function monthSums(deps: Deps, villageId: string): Promise<DealMonth[]> {
  const total = sql`price::bigint * quantity`;
  const rows = await deps.db
    .selectFrom('inquiries')
    .select([
      sql<string>`to_char(agreed_at at time zone '+07:00'::interval, 'YYYY-MM')`.as('month'),
      sql<string>`count(*)`.as('count'),
      sql<string>`count(*) filter (where state = 'cancelled')`.as('cancelled'),
      sql<string>`coalesce(sum(${total}) filter (where state <> 'cancelled'), 0)`.as('total'),
      sql<string>`coalesce(sum(${total}) filter (where state = 'fulfilled'), 0)`.as('fulfilled_total'),
    ])
    .where('village_id', '=', villageId)
    .where('agreed_at', 'is not', null)
    .where('flagged', '=', false)
    .groupBy('month')
    .orderBy('month', 'desc')
    .limit(MONTHS_SHOWN)
    .execute();
  return rows.map((row) => ({
    month: row.month,
    count: Number(row.count),
    cancelled: Number(row.cancelled),
    total: Number(row.total),
    fulfilledTotal: Number(row.fulfilled_total),
  }));
}
