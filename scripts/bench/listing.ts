import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { texture } from './texture.ts';

/** A photo as the panel sends one: WebP, 1280 px, with the detail and grain of a real one. */
async function photo(): Promise<Buffer> {
  return sharp(await texture(1280, 960))
    .webp({ quality: 70 })
    .toBuffer();
}

async function put(url: string, token: string, type: string, body: string | Buffer<ArrayBuffer>): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const response = await fetch(url, { method: 'PUT', headers, body });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}

/** Lists one product with that many photos through the public API; answers its id and its photos' hashes. */
export async function listProduct(
  baseUrl: string,
  token: string,
  photoCount: number,
  changes: Partial<ListingInput> = {},
): Promise<{ id: string; photos: string[] }> {
  const photos: string[] = [];
  for (let index = 0; index < photoCount; index++) {
    const bytes = await photo();
    const hash = createHash('sha256').update(bytes).digest('hex');
    await put(`${baseUrl}/v1/photos/${hash}`, token, 'image/webp', Buffer.from(bytes));
    photos.push(hash);
  }
  const id = newId();
  const input: ListingInput = {
    rev: 1,
    name: 'Gula semut organik',
    price: 25_000,
    unit: 'bungkus',
    packSize: { amount: 250, measure: 'gram' },
    availability: 'ada',
    stock: 40,
    category: 'makanan',
    description:
      'Dari nira kelapa pilihan, disangrai pelan, butirannya halus dan harum. Tahan enam bulan di tempat kering.',
    photos,
    producer: { name: 'Bu Siti', phone: '+6281200000001', consent: true },
    flagship: true,
    terms: 'Ambil di balai desa, atau COD sekitar kecamatan.',
    floor: null,
    siteUrl: null,
    state: 'live',
    ...changes,
  };
  await put(`${baseUrl}/v1/listings/${id}`, token, 'application/json', JSON.stringify(input));
  return { id, photos };
}
