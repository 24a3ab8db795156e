import { type BuyerInquiry, type Inquiry, Listing, type ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import type { Marketplace, TestVillage } from '#tests/marketplace/harness.ts';

export const PRODUCER_PHONE = '+6281234567890';
export const BUYER_PHONE = '+6285711122233';

const PHOTO = 'a'.repeat(64);

/** A listing of the village, put through the API; its photo's bytes are not looked at here. */
export async function addListing(
  market: Marketplace,
  village: TestVillage,
  wanted: Partial<ListingInput> = {},
): Promise<{ id: string; slug: string; input: ListingInput }> {
  const photo = { hash: PHOTO, width: 640, height: 480, created_at: market.clock.now() };
  await market.deps.db
    .insertInto('photos')
    .values(photo)
    .onConflict((oc) => oc.doNothing())
    .execute();
  const id = newId();
  const input: ListingInput = {
    rev: 1,
    name: 'Gula semut',
    price: 25_000,
    unit: 'bungkus',
    packSize: { amount: 250, measure: 'gram' },
    availability: 'ada',
    stock: null,
    category: 'makanan',
    description: 'Dari nira kelapa.',
    photos: [PHOTO],
    producer: { name: 'Ibu Sari', phone: PRODUCER_PHONE, consent: true },
    flagship: false,
    terms: '',
    floor: null,
    siteUrl: null,
    state: 'live',
    ...wanted,
  };
  const answer = await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: input });
  const listing = Listing.parse(await answer.json());
  return { id, slug: listing.url.split('/p/')[1] ?? '', input };
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
