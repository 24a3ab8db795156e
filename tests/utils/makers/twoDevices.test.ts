import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { sayOwed } from '#utils/background/sayOwed.ts';
import { createDb } from '#utils/db/db.ts';
import { changeMaker, removeMaker, sayContact, withdrawConsent } from '#utils/drafts/makers.ts';
import { publish } from '#utils/drafts/publish.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { DraftForm } from '#utils/model/draft.ts';

const SITI = { name: 'Bu Siti', phone: '+6281234567890' };
const DESA = { name: 'Desa Dagan', phone: '+6281999999999' };

let laptop: Laptop;
let old: Laptop['village'];
beforeAll(async () => {
  laptop = await Laptop.start();
  old = laptop.village;
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  // A village of its own for each test, because makers stay on the marketplace.
  laptop.village = await laptop.market.village('Desa Dagan', [laptop.site.url]);
  laptop.reset();
  await laptop.know();
});

const clock = () => ({ now: laptop.now, random: 0.5 });
const book = () => listMakers(laptop.db, laptop.key);
const rows = () => laptop.db.read(['makers'], (tx) => tx.all('makers'));
const deps = () => {
  const nothing = () => undefined;
  return { ...laptop.deps(), fetch: globalThis.fetch, trigger: nothing, broadcast: nothing };
};
const sync = () => refreshShared(deps(), laptop.key);

async function pullListings(): Promise<void> {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace) await syncListings(laptop.db, marketplace, laptop.key);
}

async function sell(form: Partial<DraftForm> = {}): Promise<string> {
  const draft = await laptop.draft(form);
  const { issues } = await publish(laptop.db, { ...draft, siteUrl: null }, clock());
  expect(issues).toEqual([]);
  return draft.id;
}

/** Goes over to the village's other laptop, which has a disk and a token of its own; calling it again comes back. */
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

test('who agreed on one laptop has agreed on the other, and is not asked there', async () => {
  await sell();
  await sync();
  await onAnother(async () => {
    await sync();
    expect(await book()).toMatchObject([{ ...SITI, consent: 'given', consentAt: laptop.now, isOwed: false }]);
    await sell({ consent: false });
  });
});

test('without a signal the maker is owed and said so; with one it goes by itself', async () => {
  await sell();
  laptop.faults = ['cut'];
  await sayOwed(laptop.deps());
  expect(await book()).toMatchObject([{ isOwed: true }]);
  laptop.faults = ['cutAfter'];
  await sayOwed(laptop.deps());
  expect(await book()).toMatchObject([{ isOwed: true }]);
  await sayOwed(laptop.deps());
  expect(await book()).toMatchObject([{ isOwed: false }]);
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests).toEqual([]);
});

test('a marketplace that knows no makers is left alone, and the maker stays owed', async () => {
  await sell();
  const marketplace = await laptop.deps().marketplace(laptop.key);
  let asked = 0;
  const older = {
    ...laptop.deps(),
    clock: () => ({ now: laptop.now + asked, random: 0 }),
    marketplace: async () =>
      marketplace && {
        ...marketplace,
        putMaker: (id: string, input: object) => {
          asked += 1;
          return marketplace.putMaker(`${id}/x`, input as never);
        },
      },
  };
  for (let times = 0; times < 3; times += 1) await sayOwed(older);
  expect(asked).toBe(1);
  expect(await book()).toMatchObject([{ isOwed: true }]);
});

test('a new name here and a new number there are put together; the later of two consents counts', async () => {
  await sell();
  await sync();
  await onAnother(async () => {
    await sync();
    laptop.now += 1000;
    await changeMaker(laptop.db, laptop.key, SITI, { ...SITI, phone: '+6281234567899' }, true, clock());
    await sync();
  });
  await changeMaker(laptop.db, laptop.key, SITI, { ...SITI, name: 'Bu Siti Aminah' }, false, clock());
  await sync();
  const both = { name: 'Bu Siti Aminah', phone: '+6281234567899', consentAt: laptop.now, isOwed: false };
  expect((await book()).filter(({ consent }) => consent === 'given')).toMatchObject([both]);
  await onAnother(async () => {
    await sync();
    expect(await book()).toMatchObject([both]);
  });
});

test('withdrawn on one laptop is withdrawn on the other, and its products follow at once', async () => {
  const id = await sell();
  await laptop.drain();
  await sync();
  await onAnother(async () => {
    await sync();
    laptop.now += 1000;
    await withdrawConsent(laptop.db, laptop.key, SITI, clock());
    await sync();
  });
  await sync();
  expect((await laptop.db.read(['listings'], (tx) => tx.get('listings', id)))?.input.state).toBe('withdrawn');
  await laptop.drain();
  expect((await laptop.onMarket(id))?.input.state).toBe('withdrawn');
});

test('deleted on one laptop is deleted on the other; nothing of her stays on the marketplace', async () => {
  const id = await sell();
  await sayContact(laptop.db, laptop.key, DESA, clock());
  await laptop.drain();
  await sync();
  await onAnother(async () => {
    await pullListings();
    await sync();
    await removeMaker(laptop.db, laptop.key, SITI, clock());
    await laptop.drain();
    await sync();
    expect((await rows()).map(({ name }) => name)).toEqual(['Desa Dagan']);
  });
  await pullListings();
  await sync();
  expect(await book()).toMatchObject([{ ...DESA, isVillage: true, products: 1 }]);
  expect((await laptop.onMarket(id))?.input.producer).toEqual({ ...DESA, consent: true });
  const left = await laptop.market.deps.db.selectFrom('makers').selectAll().where('phone', '=', SITI.phone).execute();
  expect(left.filter(({ village_id }) => village_id === laptop.village.id)).toEqual([]);
});

test('deleted there and edited here: gone; but a maker who agreed here since stays', async () => {
  await sell();
  await sync();
  const gone = () =>
    onAnother(async () => {
      await sync();
      const [row] = await rows();
      const marketplace = await laptop.deps().marketplace(laptop.key);
      await marketplace?.deleteMaker(row?.id ?? '');
    });
  await gone();
  await changeMaker(laptop.db, laptop.key, SITI, { ...SITI, name: 'Bu Sita' }, false, clock());
  await sync();
  expect(await rows()).toEqual([]);
  laptop.now += 1000;
  await sell({ name: 'Kopi' });
  await sync();
  await gone();
  laptop.now += 1000;
  await changeMaker(laptop.db, laptop.key, SITI, { ...SITI, name: 'Bu Sita' }, true, clock());
  await sync();
  expect(await rows()).toMatchObject([{ name: 'Bu Sita', consentAt: laptop.now }]);
  expect(old.id).not.toBe(laptop.village.id);
});
