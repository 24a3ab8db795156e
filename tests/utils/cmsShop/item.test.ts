import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { ListingInput } from '#contract';
import { toItem } from '#utils/cmsShop/item.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { blankListing } from '#utils/listings/sync.ts';
import type { Connection } from '#utils/model/site.ts';
import { toPost } from '#utils/outbox/post.ts';

const HASHES = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64));
const LINK = 'https://pasar.example/p/abcdefghij000001';

let db: Db;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  await db.change(['photos'], async (tx) => {
    for (const [at, hash] of HASHES.entries()) {
      const photo = { hash, type: 'image/webp' as const, width: 1, height: 1, bytes: 1 };
      await tx.put('photos', { hash, photo, bytes: new Uint8Array([at]).buffer, sentTo: [], keptAt: 1 });
    }
  });
});

const offline = () => Promise.reject(new TypeError('offline'));
function listing(over: Partial<ListingInput> = {}) {
  const input: ListingInput = {
    ...{ rev: 1, name: 'Gula semut', description: 'Manis', price: 25_000, unit: 'bungkus', availability: 'ada' },
    ...{ packSize: { amount: 250, measure: 'gram' }, stock: null, category: 'hasil-tani', photos: HASHES },
    producer: { name: 'Bu Sri', phone: '+6281234567890', consent: true },
    ...{ flagship: false, terms: '', floor: null, siteUrl: 'https://dagan.desa.id', state: 'live' },
    ...over,
  };
  return { ...blankListing('abcdefghij000001', input, 1), shortUrl: LINK };
}

test('the item says what buyers read, and brings the first photos along', async () => {
  const { images, ...words } = await toItem(db, offline, listing());
  expect(words).toEqual({
    link: LINK,
    name: 'Gula semut',
    price: 25_000,
    stock: null,
    unit: 'bungkus (250 g)',
    description: 'Manis',
    category: 'Hasil tani',
    producer: { name: 'Bu Sri', phone: '+6281234567890' },
    onSale: true,
  });
  expect(await Promise.all(images.map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())[0]))).toEqual([
    0, 1, 2,
  ]);
});

test('a telephone number in public words stands masked on the village’s own site too', async () => {
  const input = { name: 'Gula 0813 5555 7777', description: 'WA nol delapan satu tiga 5555 7777' };
  const { name, description, images } = await toItem(db, offline, listing(input));
  expect([name, description, images[0]?.alt].join(' ')).not.toMatch(/5555|delapan/);
  const connection = { marketplaceUrl: 'https://pasar.example', village: { name: 'Desa Dagan' } } as Connection;
  const post = await toPost({ db, fetch: offline, connection }, listing(input));
  expect([post.title, post.html, post.image?.alt, post.image?.fileName].join(' ')).not.toMatch(/5555|delapan/);
});

test('a photo that is nowhere to be had now makes it wait rather than stand there without', async () => {
  await expect(toItem(db, offline, listing({ photos: ['e'.repeat(64)] }))).rejects.toMatchObject({
    code: 'unreachable',
  });
});

test.each([{ state: 'withdrawn' as const }, { availability: 'habis' as const }, { stock: 0 }])(
  'off the shelf, no photo is needed: %o',
  async (over) => {
    expect(await toItem(db, offline, listing({ ...over, photos: ['e'.repeat(64)] }))).toMatchObject({
      onSale: false,
      images: [],
    });
  },
);
