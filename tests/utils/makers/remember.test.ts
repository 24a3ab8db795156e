import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { duplicateDraft, openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { sayContact } from '#utils/drafts/makers.ts';
import { publish } from '#utils/drafts/publish.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { DraftForm } from '#utils/model/draft.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  await laptop.know();
});

const clock = () => ({ now: laptop.now, random: 0.5 });
const book = () => listMakers(laptop.db, laptop.key);
const rows = () => laptop.db.read(['makers'], (tx) => tx.all('makers'));

async function sell(form: Partial<DraftForm>) {
  const draft = await laptop.draft(form);
  return { id: draft.id, ...(await publish(laptop.db, draft, clock())) };
}

test('the maker of a product that was published with the tick is kept, with the day and the device', async () => {
  expect((await sell({})).issues).toEqual([]);
  expect(await book()).toEqual([
    {
      name: 'Bu Siti',
      phone: '+6281234567890',
      consent: 'given',
      consentAt: laptop.now,
      consentDevice: 'Laptop',
      withdrawnAt: null,
      isVillage: false,
      products: 1,
      listings: 1,
      isOwed: true,
      owed: 0,
    },
  ]);
});

test('her next product needs no tick, and keeps the first day; another name or number is asked', async () => {
  const first = laptop.now;
  await sell({});
  laptop.now += 1000;
  expect((await sell({ consent: false, producerName: ' bu  siti' })).issues).toEqual([]);
  expect(await book()).toMatchObject([{ name: 'Bu Siti', consentAt: first, products: 2 }]);
  const asked = [{ path: 'producer.consent', code: 'consent_missing' }];
  expect((await sell({ consent: false, producerName: 'Bu Sri' })).issues).toEqual(asked);
  expect((await sell({ consent: false, producerPhone: '081234567891' })).issues).toEqual(asked);
  expect(await rows()).toHaveLength(1);
});

test('a save that comes late does not bring back the draft of a product that needed no tick', async () => {
  await sell({});
  const draft = await laptop.draft({ consent: false });
  await publish(laptop.db, draft, clock());
  await saveDraft(laptop.db, draft, laptop.now);
  expect(await laptop.db.read(['drafts'], (tx) => tx.keys('drafts'))).toEqual([]);
});

test('a product that names nobody is the village’s own, where it has said its name and number', async () => {
  const nobody = { producerName: ' ', producerPhone: '', consent: false };
  expect((await sell(nobody)).issues.map(({ code }) => code)).toEqual([
    'producer_name_missing',
    'phone_missing',
    'consent_missing',
  ]);
  await sayContact(laptop.db, laptop.key, { name: 'Desa Dagan', phone: '+6281999999999' }, clock());
  const draft = await laptop.draft(nobody);
  expect((await publish(laptop.db, draft, clock())).issues).toEqual([]);
  await saveDraft(laptop.db, draft, laptop.now);
  const listing = await laptop.db.read(['listings'], (tx) => tx.get('listings', draft.id));
  expect(listing?.input.producer).toEqual({ name: 'Desa Dagan', phone: '+6281999999999', consent: true });
  expect(await laptop.db.read(['drafts'], (tx) => tx.get('drafts', draft.id))).toBeUndefined();
});

test('a copy of her product needs no tick either', async () => {
  const { id } = await sell({});
  const copy = await duplicateDraft(laptop.db, id, laptop.now);
  expect((await publish(laptop.db, copy, clock())).issues).toEqual([]);
});

test('a product of before the book makes its maker known, and asks; saved again it tells the day it was last said', async () => {
  const { id } = await sell({});
  await laptop.db.change(['makers'], async (tx) => {
    for (const key of await tx.keys('makers')) await tx.delete('makers', key);
  });
  const said = laptop.now;
  laptop.now += 1000;
  expect(await book()).toMatchObject([{ name: 'Bu Siti', consent: 'unasked', consentAt: null, products: 1 }]);
  const draft = await openDraft(laptop.db, id, laptop.site.url, laptop.now);
  await publish(laptop.db, { ...draft, form: { ...draft.form, description: 'baru' } }, clock());
  expect(await book()).toMatchObject([{ consent: 'given', consentAt: said }]);
});

test('two devices that hear of the same maker make the same row', async () => {
  await sell({});
  const [here] = await rows();
  laptop.reset();
  await laptop.know();
  await sell({ producerName: 'BU SITI' });
  expect((await rows()).map(({ id }) => id)).toEqual([here?.id]);
});
