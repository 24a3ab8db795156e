import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sentListing } from '#tests/marketplace/samples.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { priceHint } from '#utils/drafts/priceHint.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
  const villages = [
    laptop.village,
    ...(await Promise.all(['Lamuk', 'Serang', 'Bobotsari'].map((name) => laptop.market.village(name)))),
  ];
  const prices = [1_000_000, 24_000, 25_000, 30_000];
  for (const [at, village] of villages.entries())
    await sentListing(laptop.market, village, { name: 'Gula semut', price: prices[at] ?? 0, floor: null });
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

/** What went out, in full. */
const out: { url: string; init: RequestInit | undefined }[] = [];
const ask = async (id = 'b'.repeat(16)) => {
  out.length = 0;
  const fetch = laptop.fetch({ step: async () => undefined } as Parameters<Laptop['fetch']>[0]);
  const listening: typeof fetch = (url, init) => {
    out.push({ url, init });
    return fetch(url, init);
  };
  return priceHint(laptop.db, listening, { id, name: 'Gula semut', unit: 'bungkus' });
};

test('is that of other villages, and neither token nor anything else of the draft is told', async () => {
  await laptop.know();
  expect(await ask()).toMatchObject({ price: 10_000, per: 'ons', villages: 3 });
  const [{ url, init } = { url: '', init: undefined }] = out;
  expect([...new URL(url).searchParams.keys()].sort()).toEqual(['name', 'unit', 'village']);
  expect(new Headers(init?.headers).has('authorization')).toBe(false);
  expect(init?.body ?? null).toBeNull();
});

test('is none without a village, without a signal, and from a marketplace that does not know of it', async () => {
  expect(await ask()).toBeNull();
  expect(out).toEqual([]);
  await laptop.know();
  for (const fault of ['cut', 404, 500] as const) {
    laptop.faults = [fault];
    expect(await ask()).toBeNull();
  }
});
