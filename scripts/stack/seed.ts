import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { DeviceToken, type ListingInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { type PictureName, picture } from './pictures.ts';

type Goods = Pick<
  ListingInput,
  'name' | 'price' | 'unit' | 'packSize' | 'category' | 'description' | 'availability'
> & {
  pictures: [PictureName, string][];
  producer: string;
  flagship?: boolean;
} & Partial<Pick<ListingInput, 'exchange' | 'permits'>>;

/** What a fictitious neighbour village sells; prices in rupiah. */
export const GOODS: Record<string, Goods[]> = {
  'Desa Kedungmulya': [
    {
      name: 'Gula kelapa cetak',
      price: 22_000,
      unit: 'kg',
      packSize: null,
      category: 'makanan',
      availability: 'ada',
      description:
        'Gula kelapa asli dari nira pagi, dimasak dengan kayu, tanpa campuran. Tahan tiga bulan di tempat kering.',
      pictures: [
        ['gula-kelapa', '#cfd8c2'],
        ['gula-kelapa', '#e6d3b3'],
      ],
      producer: 'Kelompok Nira Lestari',
      flagship: true,
    },
    {
      name: 'Sapu glagah halus',
      price: 18_000,
      unit: 'biji',
      packSize: null,
      category: 'kerajinan',
      availability: 'terbatas',
      description: 'Sapu dari bunga glagah pilihan, ikatan rotan, gagang kayu jati.',
      pictures: [['sapu-glagah', '#d7cdbd']],
      producer: 'Bu Sumarni',
    },
    {
      name: 'Madu hutan 350 ml',
      price: 75_000,
      unit: 'botol',
      packSize: { amount: 350, measure: 'ml' },
      category: 'minuman',
      availability: 'musiman',
      description: 'Madu lebah liar, disaring dingin. Panen September sampai Desember.',
      pictures: [['madu', '#dfe3cf']],
      producer: 'Pak Tarno',
    },
  ],
  'Desa Karangsari': [
    {
      name: 'Kopi robusta sangrai',
      price: 35_000,
      unit: 'bungkus',
      packSize: { amount: 250, measure: 'gram' },
      category: 'minuman',
      availability: 'ada',
      description: 'Kopi petik merah dari lereng timur, disangrai sedang tiap Senin dan Kamis.',
      pictures: [['kopi', '#d9cbb8']],
      producer: 'Karya Tani Muda',
      flagship: true,
    },
    {
      name: 'Batik tulis motif lumbon',
      price: 350_000,
      unit: 'biji',
      packSize: null,
      category: 'batik',
      availability: 'pesan',
      description: 'Kain 2 meter, pewarna alam. Pesanan selesai dalam tiga minggu.',
      pictures: [['batik', '#d6cfc4']],
      producer: 'Sanggar Wening',
    },
    {
      name: 'Keripik pisang manis',
      price: 12_000,
      unit: 'bungkus',
      packSize: { amount: 200, measure: 'gram' },
      category: 'makanan',
      availability: 'ada',
      description: 'Pisang kepok, gula kelapa, digoreng pagi hari.',
      pictures: [['keripik', '#e8ddc6']],
      producer: 'Bu Warsini',
    },
    {
      name: 'Nanas madu',
      price: 8_000,
      unit: 'biji',
      packSize: null,
      category: 'hasil-tani',
      availability: 'habis',
      description: 'Manis, sekitar satu kilo per buah. Panen berikutnya bulan depan.',
      pictures: [['nanas', '#d5dfc3']],
      producer: 'Gapoktan Karangsari',
    },
  ],
};

/** Connects a device with an invite code; returns its bearer token. Throws on any answer but 200/201. */
export async function connectDevice(baseUrl: string, invite: string, name = 'Laptop balai desa'): Promise<string> {
  const body = JSON.stringify({ invite, id: newId(), name });
  const answer = await call(`${baseUrl}/v1/devices`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return z.parse(DeviceToken, answer).token;
}

/** Lists `goods` for the village of `token` through the public API, as the extension does; returns the listing ids. */
export async function listGoods(baseUrl: string, token: string, siteUrl: string, goods: Goods[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { pictures, producer, flagship = false, ...product }] of goods.entries()) {
    const photos: string[] = [];
    for (const [name, tint] of pictures) photos.push(await sendPhoto(baseUrl, token, await picture(name, tint)));
    const input: ListingInput = {
      ...product,
      rev: 1,
      stock: product.availability === 'terbatas' ? 6 : null,
      photos,
      producer: { name: producer, phone: `+62812000010${index}0`, consent: true },
      flagship,
      terms: 'Ambil di balai desa, atau COD sekitar kecamatan.',
      exchange: product.exchange ?? { pickup: true, cod: true, transfer: index % 2 === 0 },
      floor: null,
      siteUrl,
      state: 'live',
    };
    const id = newId();
    await call(`${baseUrl}/v1/listings/${id}`, {
      method: 'PUT',
      body: JSON.stringify(input),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    ids.push(id);
  }
  return ids;
}

async function sendPhoto(baseUrl: string, token: string, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await call(`${baseUrl}/v1/photos/${hash}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
  });
  return hash;
}

/** Asks the public API; answers its JSON. Throws with the answer where it says no. */
export async function call(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const answer = await response.text();
  if (!response.ok) throw new Error(`${init.method} ${url}: ${response.status} ${answer}`);
  return answer === '' ? null : JSON.parse(answer);
}
