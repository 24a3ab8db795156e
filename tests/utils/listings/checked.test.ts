import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY } from '#contract/time.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { AppError } from '#utils/appError.ts';
import { sayOwed } from '#utils/background/sayOwed.ts';
import { createDb } from '#utils/db/db.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { hasUnchecked, sayChecks, sayStillThere } from '#utils/listings/checked.ts';
import { syncListings } from '#utils/listings/sync.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';

const DAY_0 = Date.parse('2026-03-01T03:00:00.000Z');
const LATER = DAY_0 + 61 * DAY;

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.village = await laptop.market.village('Desa Dagan', [laptop.site.url]);
  laptop.reset();
  await laptop.know();
  at(DAY_0);
});

const clock = () => ({ now: laptop.now, random: 0.5 });
/** The clocks of laptop and marketplace. */
function at(ms: number): void {
  laptop.now = ms;
  laptop.market.clock.set(new Date(ms).toISOString());
}
const view = async (id: string) => (await listViews(laptop.db)).find((one) => one.id === id);
const onMarket = async (id: string) => Date.parse((await laptop.onMarket(id))?.checkedAt ?? '');
const say = (...ids: string[]) => sayStillThere(laptop.db, ids, laptop.now);
const market = async (): Promise<Marketplace> => {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  return marketplace;
};
const pull = async (changes: Partial<Marketplace> = {}): Promise<void> =>
  void (await syncListings(laptop.db, { ...(await market()), ...changes }, laptop.key));

async function sell(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, { ...draft, siteUrl: null }, clock());
  await laptop.drain();
  return draft.id;
}

async function onAnother(work: () => Promise<void>): Promise<void> {
  const here = { disk: globalThis.indexedDB, db: laptop.db, village: laptop.village };
  globalThis.indexedDB = new IDBFactory();
  laptop.db = createDb();
  laptop.village = { ...here.village, ...(await laptop.market.device(here.village.id)) };
  await laptop.know();
  await work();
  globalThis.indexedDB = here.disk;
  Object.assign(laptop, { db: here.db, village: here.village });
}

test('a product was last checked with its revision; "still there" goes to the marketplace without one', async () => {
  const id = await sell();
  expect(await view(id)).toMatchObject({ checkedAt: DAY_0, checkOwed: false });
  at(LATER);
  await say(id);
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: true });
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests).toContain('POST /v1/listings/checked');
  expect(laptop.requests.filter((request) => request.includes('/listings/'))).toHaveLength(1);
  expect(await onMarket(id)).toBe(LATER);
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: false });
  expect((await laptop.onMarket(id))?.input.rev).toBe(1);
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests).toEqual([]);
});

test('without a signal it is owed, with the moment at which it was said; a lost answer does no harm', async () => {
  const id = await sell();
  at(LATER);
  await say(id);
  at(LATER + 3 * DAY);
  laptop.faults = ['cut'];
  await sayOwed(laptop.deps());
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: true });
  // What the marketplace tells meanwhile takes nothing back.
  await pull();
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: true });
  laptop.faults = ['cutAfter'];
  await sayOwed(laptop.deps());
  expect(await view(id)).toMatchObject({ checkOwed: true });
  await sayOwed(laptop.deps());
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: false });
  expect(await onMarket(id)).toBe(LATER);
});

test('the village’s other laptop hears of it', async () => {
  const id = await sell();
  await onAnother(() => pull());
  at(LATER);
  await say(id);
  await sayOwed(laptop.deps());
  await onAnother(async () => {
    await pull();
    expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: false });
  });
});

test('a clock that runs ahead comes to rest at the marketplace’s', async () => {
  const id = await sell();
  laptop.now = LATER;
  await say(id);
  await sayOwed(laptop.deps());
  expect(await view(id)).toMatchObject({ checkedAt: DAY_0, checkOwed: false });
});

test('a marketplace that keeps no checks is not asked again, and hears of them once it does', async () => {
  const id = await sell();
  at(LATER);
  await say(id);
  const older = { checkListings: () => Promise.reject(new AppError('not_found')) };
  await sayChecks(laptop.db, { ...(await market()), ...older }, laptop.key);
  const answers = async () => (await (await market()).listings()).map(({ checkedAt: _, ...answer }) => answer);
  await pull({ listings: answers });
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: false });
  await pull();
  expect(await view(id)).toMatchObject({ checkedAt: LATER, checkOwed: true });
});

test('nothing is asked of what is sold out, withdrawn, hidden, not said yet, or of a village that is gone', async () => {
  const id = await sell();
  const checkedAt = async () => (await view(id))?.checkedAt;
  const change = (changes: object) =>
    laptop.db.change(['listings'], async (tx) => {
      const listing = await tx.get('listings', id);
      if (listing) await tx.put('listings', { ...listing, ...changes });
    });
  const stored = await laptop.db.read(['listings'], (tx) => tx.get('listings', id));
  for (const input of [{ availability: 'habis' }, { stock: 0 }, { state: 'withdrawn' }]) {
    await change({ input: { ...stored?.input, ...input } });
    expect(await checkedAt()).toBeUndefined();
  }
  await change({ input: stored?.input, hidden: 'palsu' });
  expect(await checkedAt()).toBeUndefined();
  await change({ hidden: null });
  expect(await checkedAt()).toBe(DAY_0);
  await revise(laptop.db, id, { availability: 'terbatas' }, clock());
  expect(await checkedAt()).toBeUndefined();
  await laptop.drain();
  expect(await checkedAt()).toBe(DAY_0);
  await laptop.db.change(['villages'], async (tx) => {
    const village = await tx.get('villages', laptop.key);
    if (village) await tx.put('villages', { ...village, revoked: true });
  });
  expect(await checkedAt()).toBeUndefined();
});

test('one question is open once a product was untouched for long, and none when it was answered', async () => {
  const id = await sell();
  expect(await hasUnchecked(laptop.db, DAY_0 + 59 * DAY)).toBe(false);
  expect(await hasUnchecked(laptop.db, DAY_0 + 61 * DAY)).toBe(true);
  at(DAY_0 + 61 * DAY);
  await say(id);
  expect(await hasUnchecked(laptop.db, laptop.now)).toBe(false);
});
