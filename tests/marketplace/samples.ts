import type { ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { type Marketplace, sha256, type TestVillage } from './harness.ts';
import { jpeg } from './pictures.ts';

export function listingInput(photos: string[], changes: Partial<ListingInput> = {}): ListingInput {
  return {
    rev: 1,
    name: 'Gula semut organik',
    price: 25_000,
    unit: 'bungkus',
    packSize: { amount: 250, measure: 'gram' },
    availability: 'ada',
    stock: 40,
    category: 'makanan',
    description: 'Dari nira kelapa, disangrai pelan.',
    photos,
    producer: { name: 'Bu Siti', phone: '+6281234567890', consent: true },
    flagship: false,
    terms: 'COD di balai desa',
    floor: { price: 20_000, below: 'ask' },
    siteUrl: null,
    state: 'live',
    ...changes,
  };
}

/** A small photo, large enough for the catalogues, of this village in the marketplace; its hash. */
export async function sentPhoto(market: Marketplace, village: TestVillage, seed = 1): Promise<string> {
  const bytes = await jpeg({ width: 120, height: 100, seed });
  const hash = sha256(bytes);
  const response = await market.call('PUT', `/v1/photos/${hash}`, { token: village.token, raw: bytes });
  if (!response.ok) throw new Error(`photo: ${response.status} ${await response.text()}`);
  return hash;
}

/** A listing that is stored; its id and what was sent. */
export async function sentListing(market: Marketplace, village: TestVillage, changes: Partial<ListingInput> = {}) {
  const id = newId();
  const input = listingInput([await sentPhoto(market, village)], changes);
  const response = await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: input });
  if (!response.ok) throw new Error(`listing: ${response.status} ${await response.text()}`);
  return { id, input };
}
