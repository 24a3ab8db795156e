import { sql } from 'kysely';
import { DAY } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import type { Rules } from '#marketplace/inquiries/rules.ts';

/** After this many days, or after a purchase, a buyer may bargain for the same product afresh. */
const COUNTED_DAYS = 30;

type Buyer = Pick<InquiryTables['inquiries'], 'village_id' | 'id' | 'listing_id' | 'phone_key'>;

/**
 * What the same number has offered on the same product in other threads. Holds a lock on number and product until the
 * transaction ends, so that two threads cannot both find that the other has not offered yet.
 */
export async function offersElsewhere(db: Db, buyer: Buyer, now: Date): Promise<Rules['elsewhere']> {
  if (buyer.phone_key === null) return { offers: 0, open: false };
  await sql`select pg_advisory_xact_lock(hashtextextended(${buyer.phone_key + buyer.listing_id}, 0))`.execute(db);
  const { offers, open } = await db
    .selectFrom('inquiries')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<string>('offers_made'), sql<string>`0`).as('offers'),
      eb.fn
        .coalesce(sql<boolean>`bool_or(state in ('offered', 'countered') and expires_at > ${now})`, sql<boolean>`false`)
        .as('open'),
    ])
    .where('village_id', '=', buyer.village_id)
    .where('listing_id', '=', buyer.listing_id)
    .where('phone_key', '=', buyer.phone_key)
    .where('id', '!=', buyer.id)
    .where('state', '!=', 'fulfilled')
    .where('created_at', '>', new Date(now.getTime() - COUNTED_DAYS * DAY))
    .executeTakeFirstOrThrow();
  return { offers: Number(offers), open };
}
