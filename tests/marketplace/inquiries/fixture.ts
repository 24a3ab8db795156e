import type { BuyerInquiry, Inquiry, ListingInput } from '../../../marketplace/contract/index.ts';
import { openInquiry } from '../../../marketplace/inquiries/open.ts';
import { findPublic } from '../../../marketplace/listings/service.ts';
import { newId } from '../../../utils/ids.ts';
import type { Marketplace, TestVillage } from '../harness.ts';

export const PRODUCER_PHONE = '+6281234567890';
export const BUYER_PHONE = '+6285711122233';

/** A live listing of the village, straight into its table: these tests are about what happens after. */
export async function addListing(
  { deps }: Marketplace,
  village: TestVillage,
  wanted: Partial<Pick<ListingInput, 'price' | 'stock' | 'floor' | 'state'>> & { hidden?: string } = {},
): Promise<{ id: string; slug: string }> {
  const { price = 25_000, stock = null, floor = null, state = 'live', hidden = null } = wanted;
  const id = newId();
  const slug = `gula-semut-${id}`;
  await deps.db.insertInto('listing_ids').values({ id, village_id: village.id }).execute();
  await deps.db
    .insertInto('listings')
    .values({
      village_id: village.id,
      id,
      rev: 1,
      slug,
      name: 'Gula semut',
      price,
      unit: 'bungkus',
      pack_amount: 250,
      pack_measure: 'gram',
      availability: 'ada',
      stock,
      category: 'makanan',
      description: 'Dari nira kelapa.',
      photos: JSON.stringify([{ hash: 'a'.repeat(64), width: 640, height: 480 }]),
      producer_name: 'Ibu Sari',
      producer_phone: PRODUCER_PHONE,
      flagship: false,
      terms: '',
      floor_price: floor?.price ?? null,
      floor_below: floor?.below ?? null,
      site_url: null,
      state,
      hidden,
      listed: state === 'live' && hidden === null,
      rank: 1,
      search_extra: '',
      backlink_url: null,
      backlink_checked_at: null,
      backlink_reason: null,
      created_at: deps.now(),
      updated_at: deps.now(),
    })
    .execute();
  return { id, slug };
}

/** A buyer opens a thread; throws the refusal. */
export async function openThread(
  market: Marketplace,
  listing: { id: string },
  input: Partial<BuyerInquiry> = { text: 'Masih ada?' },
  form: string = newId(),
): Promise<{ id: string; secret: string }> {
  const found = await findPublic(market.deps, listing.id);
  if (!found) throw new Error('no such listing');
  const whole: BuyerInquiry = { text: '', terms: null, name: null, phone: null, consent: true, ...input };
  const opened = await openInquiry(market.deps, { listing: found, input: whole, locale: 'id', form });
  if (opened.refusal !== null) throw new Error(opened.refusal);
  return opened;
}

/** The village's side, through the API. */
export function villageSide(market: Marketplace, { token }: TestVillage) {
  return {
    list: async (after?: string) =>
      (await market.call('GET', `/v1/inquiries${after === undefined ? '' : `?after=${after}`}`, { token })).json(),
    inquiry: async (id: string): Promise<Inquiry> =>
      (await market.call('GET', `/v1/inquiries/${id}`, { token })).json(),
    send: (id: string, message: object, messageId: string = newId()) =>
      market.call('PUT', `/v1/inquiries/${id}/messages/${messageId}`, { token, body: message }),
  };
}
