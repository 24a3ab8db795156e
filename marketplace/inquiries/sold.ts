import { sql } from 'kysely';
import type { Deps } from '#marketplace/deps.ts';
import { keyedHash } from './secret.ts';

/** Fewer buyers than this are no recommendation, and might be told apart. */
const LEAST_BUYERS = 3;
/** More deals than this are not read: "or more" says enough. */
export const SOLD_MOST = 200;

/**
 * How often a product was sold; null while that is too little to say. The rule: a deal counts when the village has marked
 * it as sold and nobody has reported or held it, and the number is said once there were three different buyers. A
 * buyer is a WhatsApp number. All who left none count as one buyer a day, and the producer's own number counts as
 * none, so that a village cannot praise itself by talking to itself. Who was the buyer of a deal from before the retention
 * is not known any more: all of these count as one. Only a number leaves here, never who or when.
 */
export async function soldTimes(deps: Deps, villageId: string, listingId: string): Promise<number | null> {
  const { rows } = await sql<{ buyers: number; deals: number }>`/* prepared */
    select count(distinct buyer)::int as buyers, count(*)::int as deals from (
      select case when i.pseudonymised_at is not null then 'old' else
        coalesce(i.phone_key, to_char(i.agreed_at at time zone '+07:00'::interval, 'YYYY-MM-DD')) end as buyer
      from inquiries i
      where i.village_id = ${villageId} and i.listing_id = ${listingId}
        and i.state = 'fulfilled' and not i.flagged
        and i.phone_key is distinct from ${await producersKey(deps, villageId, listingId)}
      limit ${SOLD_MOST}
    ) as sold`.execute(deps.db);
  const { buyers = 0, deals = 0 } = rows[0] ?? {};
  return buyers < LEAST_BUYERS ? null : deals;
}

async function producersKey(deps: Deps, villageId: string, listingId: string): Promise<string> {
  const row = await deps.db
    .selectFrom('listings')
    .select('producer_phone')
    .where('village_id', '=', villageId)
    .where('id', '=', listingId)
    .executeTakeFirst();
  return keyedHash(deps, 'phone', row?.producer_phone ?? '');
}
