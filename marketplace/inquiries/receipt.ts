import { Receipt, receiptNumber } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { Deps } from '#marketplace/deps.ts';

/**
 * The receipt of what was agreed, without telephone numbers; null while nothing is agreed. It has the product and price of that moment, whatever
 * the listing says now.
 */
export async function receiptOf(deps: Deps, villageId: string, id: string): Promise<Receipt | null> {
  const row = await deps.db
    .selectFrom('inquiries as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .select(['i.state', 'i.buyer_name', 'i.price', 'i.quantity', 'i.agreed_at', 'i.agreed_listing', 'i.listing_id'])
    .select(['v.name', 'v.district', 'v.regency', 'v.sites'])
    .where('i.village_id', '=', villageId)
    .where('i.id', '=', id)
    .where('i.agreed_at', 'is not', null)
    .executeTakeFirst();
  if (!row?.agreed_listing) return null;
  const { name, unit, unitWord, packSize, producerName } = row.agreed_listing;
  return Receipt.parse({
    number: receiptNumber(id),
    state: row.state,
    village: { ...maskPlace(row), siteUrl: row.sites[0] },
    producerName: maskPhones(producerName),
    buyerName: row.buyer_name,
    product: { name: maskPhones(name), unit, unitWord, packSize, url: `${deps.config.baseUrl}/p/${row.listing_id}` },
    terms: { price: row.price, quantity: row.quantity },
    total: (row.price ?? 0) * (row.quantity ?? 0),
    agreedAt: row.agreed_at?.toISOString(),
  });
}
