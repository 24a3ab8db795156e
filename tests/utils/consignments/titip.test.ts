import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formPath, photo, type Typed, villagerIn } from '#tests/marketplace/consignments/villager.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { leave } from '#tests/utils/villages/bareDevice.ts';
import { AppError } from '#utils/appError.ts';
import { sayOwed } from '#utils/background/sayOwed.ts';
import {
  consignmentsOf,
  forgetElsewhere,
  refuseConsignments,
  takeRefusalsBack,
} from '#utils/consignments/consignments.ts';
import { listConsignments } from '#utils/consignments/list.ts';
import { refreshConsignments, refreshQuietly } from '#utils/consignments/refresh.ts';
import { sayOutcomes, syncConsignments } from '#utils/consignments/sync.ts';
import { takeConsignment } from '#utils/consignments/take.ts';
import { createDb } from '#utils/db/db.ts';
import { saveDraft } from '#utils/drafts/drafts.ts';
import { withdrawConsent } from '#utils/drafts/makers.ts';
import { publish } from '#utils/drafts/publish.ts';
import { readBadge } from '#utils/inbox/inbox.ts';
import { listMakers } from '#utils/makers/book.ts';
import { UNDO_MS } from '#utils/model/outbox.ts';
import { sweepPhotos } from '#utils/photos/store.ts';

const SITI = { name: 'Bu Siti', phone: '+6281299988877' };
const DAY = 24 * 3_600_000;

let laptop: Laptop;
let path: string;
let address = 0;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.village = await laptop.market.village('Desa Dagan', [laptop.site.url]);
  laptop.reset();
  await laptop.know();
  laptop.market.clock.advance(DAY);
  laptop.now = laptop.market.clock.now().getTime() + 60_000;
  path = await formPath(laptop.market, laptop.village);
});

const clock = () => ({ now: laptop.now, random: 0.5 });
const deps = () => ({ ...laptop.deps(), broadcast: () => undefined });
const sync = () => refreshConsignments(deps(), laptop.key);
const waiting = async () => (await listConsignments(laptop.db)).waiting;
const draft = (id: string) => laptop.db.read(['drafts'], (tx) => tx.get('drafts', id));
const kept = () => laptop.db.read(['values'], (tx) => consignmentsOf(tx, laptop.key));

/** A villager sends something; its id. */
async function sent(typed: Typed = {}): Promise<string> {
  const one = villagerIn(laptop.market, path, `203.0.113.${++address % 250}`);
  expect((await one.send(typed, { photos: [await photo()] })).status).toBe(303);
  const rows = await laptop.market.deps.db
    .selectFrom('consignments')
    .select('id')
    .where('village_id', '=', laptop.village.id)
    .orderBy('sent_at', 'desc')
    .execute();
  return rows[0]?.id ?? '';
}

test('her own word for the unit is read as any that is typed', async () => {
  const own = await sent({ price: '85rb/ekor', unit: '' });
  laptop.market.clock.advance(1000);
  const known = await sent({ unit: '', unitWord: 'kilo' });
  await sync();
  await takeConsignment(laptop.db, own, laptop.now);
  await takeConsignment(laptop.db, known, laptop.now);
  expect((await draft(own))?.form).toMatchObject({ price: '85.000', unit: 'biji', unitWord: 'ekor' });
  expect((await draft(known))?.form).toMatchObject({ unit: 'kg' });
  expect((await draft(known))?.form.unitWord).toBeUndefined();
});

/** Goes over to the village's other laptop, and comes back. */
async function onAnother<T>(work: () => Promise<T>): Promise<T> {
  const here = { disk: globalThis.indexedDB, db: laptop.db, village: laptop.village };
  globalThis.indexedDB = new IDBFactory();
  laptop.db = createDb();
  laptop.village = { ...here.village, ...(await laptop.market.device(here.village.id)) };
  await laptop.know();
  try {
    return await work();
  } finally {
    globalThis.indexedDB = here.disk;
    Object.assign(laptop, { db: here.db, village: here.village });
  }
}

test('what a villager sent waits here with its photo, and becomes a filled draft with her own yes and its day', async () => {
  const at = laptop.market.clock.now().getTime();
  const id = await sent();
  await sync();
  expect(await waiting()).toMatchObject([
    { id, name: 'Keripik singkong pedas', price: 10_000, maker: SITI, sentAt: at },
  ]);
  expect((await readBadge(laptop.db, laptop.now)).text).toBe('1');
  await takeConsignment(laptop.db, id, laptop.now);
  expect(await draft(id)).toMatchObject({
    id,
    baseRev: 0,
    form: {
      name: 'Keripik singkong pedas',
      price: '10.000',
      unit: 'bungkus',
      category: 'makanan',
      description: 'Digoreng pagi, tahan sebulan.',
      producerName: 'Bu Siti',
      producerPhone: '0812-9998-8877',
      consent: false,
    },
    photos: [{ type: 'image/jpeg' }],
  });
  expect(await listMakers(laptop.db, laptop.key)).toMatchObject([
    { ...SITI, consent: 'given', consentAt: at, consentDevice: 'Titip jual' },
  ]);
  expect(await waiting()).toEqual([]);
  expect((await readBadge(laptop.db, laptop.now)).text).toBe('');
});

test('nothing is public before it is published, and publishing asks no tick', async () => {
  const id = await sent();
  await sync();
  await takeConsignment(laptop.db, id, laptop.now);
  await sayOwed(laptop.deps());
  await expect(laptop.onMarket(id)).rejects.toMatchObject({ code: 'listing_unknown' });
  const open = await draft(id);
  if (open === undefined) throw new Error('no draft');
  expect((await publish(laptop.db, { ...open, form: { ...open.form, category: 'makanan' } }, clock())).issues).toEqual(
    [],
  );
  await laptop.drain();
  const listing = await laptop.onMarket(id);
  expect(listing?.input).toMatchObject({ name: 'Keripik singkong pedas', producer: { ...SITI, consent: true } });
  expect(listing?.photos).toHaveLength(1);
});

test('without a signal it is taken all the same; the marketplace hears of it once', async () => {
  const id = await sent();
  await sync();
  await takeConsignment(laptop.db, id, laptop.now);
  for (const fault of ['cut', 502, 'cutAfter'] as const) {
    laptop.faults = [fault];
    const marketplace = await laptop.deps().marketplace(laptop.key);
    if (marketplace === null) throw new Error('not connected');
    await expect(sayOutcomes(laptop.db, marketplace, laptop.key, laptop.now)).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect((await kept()).owed).toHaveLength(1);
  }
  await sayOwed(laptop.deps());
  expect((await kept()).owed).toEqual([]);
  await sync();
  expect((await kept()).owed).toEqual([]);
  expect(await waiting()).toEqual([]);
  expect(await draft(id)).toBeDefined();
  expect((await kept()).elsewhere).toEqual([]);
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests.filter((request) => request.includes('consignments'))).toEqual([]);
});

test('of two laptops that take it at once the first has it; the other one’s person is told, and keeps the draft', async () => {
  const id = await sent();
  await sync();
  await onAnother(async () => {
    await sync();
    await takeConsignment(laptop.db, id, laptop.now);
    await sync();
  });
  await takeConsignment(laptop.db, id, laptop.now);
  await sync();
  // Gone may also mean too old, so the words stay; published twice it would be one product, because the id is the same.
  expect(await draft(id)).toBeDefined();
  expect((await listConsignments(laptop.db)).elsewhere).toEqual([{ id, name: 'Keripik singkong pedas' }]);
  await forgetElsewhere(laptop.db);
  expect((await listConsignments(laptop.db)).elsewhere).toEqual([]);
});

test('what was written in that draft stays, and what was published is one product', async () => {
  const id = await sent();
  await sync();
  await onAnother(async () => {
    await sync();
    await refuseConsignments(laptop.db, [id], laptop.now);
    laptop.now += UNDO_MS;
    await sync();
  });
  await takeConsignment(laptop.db, id, laptop.now);
  const open = await draft(id);
  if (open === undefined) throw new Error('no draft');
  await saveDraft(laptop.db, { ...open, form: { ...open.form, terms: 'COD' } }, laptop.now + 1);
  await sync();
  expect((await draft(id))?.form.terms).toBe('COD');
  expect((await listConsignments(laptop.db)).elsewhere).toHaveLength(1);
});

test('taken on one laptop, it is gone on the other', async () => {
  const id = await sent();
  await onAnother(sync);
  await sync();
  await takeConsignment(laptop.db, id, laptop.now);
  await sync();
  await onAnother(async () => {
    await sync();
    expect(await waiting()).toEqual([]);
  });
  await expect(takeConsignment(laptop.db, id, laptop.now)).rejects.toMatchObject({ code: 'consignment_gone' });
});

test('a refusal can be taken back until the marketplace hears of it, and nothing of it is left afterwards', async () => {
  const id = await sent();
  await sync();
  await refuseConsignments(laptop.db, [id], laptop.now);
  await sync();
  expect(await waiting()).toEqual([]);
  expect(await takeRefusalsBack(laptop.db, [id], laptop.now)).toBe(true);
  expect(await waiting()).toMatchObject([{ id }]);
  await refuseConsignments(laptop.db, [id], laptop.now);
  laptop.now += UNDO_MS;
  expect(await takeRefusalsBack(laptop.db, [id], laptop.now)).toBe(false);
  await sync();
  expect(JSON.stringify(await kept())).not.toContain('Siti');
  expect(await listMakers(laptop.db, laptop.key)).toEqual([]);
  laptop.now += 2 * DAY;
  await sweepPhotos(laptop.db, laptop.now);
  expect(await laptop.db.read(['photos'], (tx) => tx.all('photos'))).toEqual([]);
});

test('a consent that stands keeps its day; one that was withdrawn is not given again by a form', async () => {
  const first = await sent();
  await sync();
  await takeConsignment(laptop.db, first, laptop.now);
  const [agreed] = await listMakers(laptop.db, laptop.key);
  laptop.market.clock.advance(DAY);
  laptop.now += DAY;
  const second = await sent({ name: 'Wajik' });
  await sync();
  await takeConsignment(laptop.db, second, laptop.now);
  expect(await listMakers(laptop.db, laptop.key)).toMatchObject([{ consentAt: agreed?.consentAt }]);
  await withdrawConsent(laptop.db, laptop.key, SITI, clock());
  laptop.market.clock.advance(2 * DAY);
  laptop.now += 2 * DAY;
  const third = await sent({ name: 'Jenang' });
  await sync();
  await takeConsignment(laptop.db, third, laptop.now);
  expect(await listMakers(laptop.db, laptop.key)).toMatchObject([{ consent: 'withdrawn' }]);
});

test('photos that wait are not swept; one that cannot be had leaves the row, and comes later', async () => {
  const id = await sent();
  const marketplace = await laptop.deps().marketplace(laptop.key);
  const torn = {
    ...deps(),
    marketplace: async () =>
      marketplace && { ...marketplace, consignmentPhoto: () => Promise.reject(new TypeError('Failed to fetch')) },
  };
  await refreshConsignments(torn, laptop.key);
  expect(await waiting()).toMatchObject([{ id }]);
  await expect(takeConsignment(laptop.db, id, laptop.now)).rejects.toMatchObject({ code: 'photo_unknown' });
  await sync();
  laptop.now += 3 * DAY;
  await sweepPhotos(laptop.db, laptop.now);
  await takeConsignment(laptop.db, id, laptop.now);
  expect((await draft(id))?.photos).toHaveLength(1);
});

test('an older marketplace has none, and is asked seldom while nobody looks on', async () => {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  let asked = 0;
  const older = {
    ...deps(),
    clock,
    marketplace: async () =>
      marketplace && {
        ...marketplace,
        consignments: () => {
          asked += 1;
          return Promise.reject(new AppError('not_found'));
        },
      },
  };
  for (let minutes = 0; minutes < 10; minutes += 1) {
    await refreshQuietly(older);
    laptop.now += 60_000;
  }
  expect(asked).toBe(1);
  expect(await waiting()).toEqual([]);
});

test('what came since the last look is news, once; what was there at the first is not', async () => {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('not connected');
  const look = async () =>
    (await syncConsignments(laptop.db, marketplace, laptop.key, laptop.now)).fresh.map(({ name }) => name);
  await sent({ name: 'Yang lama' });
  expect(await look()).toEqual([]);
  await sent({ name: 'Yang baru' });
  expect(await look()).toEqual(['Yang baru']);
  expect(await look()).toEqual([]);
});

test('no marketplace speaks of what is written here under the same id', async () => {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('not connected');
  const written = await laptop.draft({ name: 'Ditulis di sini' });
  await laptop.db.change(['drafts'], (tx) => tx.put('drafts', written));
  await sent();
  const hostile = {
    ...marketplace,
    consignments: async () => {
      const answer = await marketplace.consignments();
      return { ...answer, consignments: answer.consignments.map((one) => ({ ...one, id: written.id })) };
    },
  };
  await syncConsignments(laptop.db, hostile, laptop.key, laptop.now);
  expect(await waiting()).toEqual([]);
  await expect(takeConsignment(laptop.db, written.id, laptop.now)).rejects.toMatchObject({ code: 'consignment_gone' });
  expect((await draft(written.id))?.form.name).toBe('Ditulis di sini');
});

test('a village that is taken off the device takes along what its villagers sent', async () => {
  await sent();
  await sync();
  const village = await laptop.db.read(['villages'], (tx) => tx.get('villages', laptop.key));
  if (village !== undefined) await leave(laptop.db, village);
  expect(await waiting()).toEqual([]);
});
