import { expect } from 'vitest';
import type { Product } from '#tests/cms/doubles/opensid/state.ts';
import type { ShopItem, ShopRef, ShopSynced } from '#utils/cms/shop.ts';
import { pictureOf } from './post.ts';

export const LINK = 'https://pasar.example/p/abcdefghij000001';
/** The line of the description by which our product is found again. */
export const LINE = `Lihat, tanya, atau tawar: ${LINK}`;

export const picture = (seed: number) => ({
  blob: pictureOf('image/jpeg', 64, seed),
  fileName: 'gula.jpg',
  alt: 'Gula',
});

/** A listing as the background would hand it over for the shop. */
export function itemOf(over: Partial<ShopItem> = {}): ShopItem {
  return {
    link: LINK,
    name: 'Gula Semut & "Kelapa"',
    price: 25_500,
    unit: 'bungkus (250 g)',
    description: 'Dari nira <b>asli</b> & manis.\nTahan lama.',
    category: 'Makanan',
    producer: { name: 'Bu Sri', phone: '+6281234567890' },
    images: [picture(1), picture(2)],
    onSale: true,
    known: null,
    ...over,
  };
}

/** What a person put into the shop with their own hands. */
export function productOf(over: Partial<Product> = {}): Product {
  return {
    id: 900,
    nama: 'Keripik',
    harga: 10_000,
    satuan: 'pcs',
    tipe_potongan: 1,
    potongan: 0,
    deskripsi: 'Renyah',
    foto: null,
    status: 1,
    id_pelapak: 1,
    id_produk_kategori: 1,
    pelapak: 'Bu Sri',
    telepon: '081234567890',
    ...over,
  };
}

export function refOf(shelved: ShopSynced | null | undefined): ShopRef {
  expect(shelved).toMatchObject({ ref: { productId: expect.any(String) } });
  if (!shelved || !('ref' in shelved) || !shelved.ref) throw new Error('nothing was shelved');
  return shelved.ref;
}
