import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { rememberDefaults } from '#utils/drafts/defaults.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { restore } from '#utils/drafts/followMaker.ts';
import { changeMaker, removeMaker, sayContact, withdrawConsent } from '#utils/drafts/makers.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { listMakers } from '#utils/makers/book.ts';
import { withoutWithdrawn } from '#utils/makers/consent.ts';
import type { DraftForm } from '#utils/model/draft.ts';

const SITI = { name: 'Bu Siti', phone: '+6281234567890' };
const DESA = { name: 'Desa Dagan', phone: '+6281999999999' };

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
const lineOf = async (name: string) => (await book()).find((line) => line.name === name);
const listing = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));
const page = async (id: string) => (await laptop.market.app.request((await laptop.onMarket(id))?.url ?? '')).text();
const withdraw = () => {
  laptop.now += 1000;
  return withdrawConsent(laptop.db, laptop.key, SITI, clock());
};

async function sell(form: Partial<DraftForm> = {}): Promise<string> {
  const draft = await laptop.draft(form);
  const { issues } = await publish(laptop.db, draft, clock());
  expect(issues).toEqual([]);
  await laptop.live();
  return draft.id;
}

test('where the village has no number, her product and its article come down; nobody else’s does', async () => {
  const [hers, his] = [
    await sell(),
    await sell({ name: 'Kopi', producerName: 'Pak Budi', producerPhone: '081234567891' }),
  ];
  expect(await page(hers)).toContain('Bu Siti');
  await withdraw();
  expect(await lineOf('Bu Siti')).toMatchObject({ consent: 'withdrawn', products: 0, listings: 1, owed: 1 });
  await laptop.live();
  expect(await page(hers)).not.toContain('Bu Siti');
  expect(await page(hers)).not.toContain('Tanya');
  expect(laptop.site.posts.filter(({ isPublic }) => isPublic)).toHaveLength(1);
  expect((await listing(his))?.input.state).toBe('live');
  expect(await lineOf('Bu Siti')).toMatchObject({ owed: 0 });
});

test('where it has one, they are sold in the village’s name, and the page and the shown number follow', async () => {
  const id = await sell();
  await sayContact(laptop.db, laptop.key, DESA, clock());
  await withdraw();
  await laptop.live();
  expect((await laptop.onMarket(id))?.input).toMatchObject({ state: 'live', producer: { ...DESA, consent: true } });
  expect(await page(id)).not.toContain('Bu Siti');
  expect(await lineOf('Desa Dagan')).toMatchObject({ isVillage: true, products: 1 });
  expect(await lineOf('Bu Siti')).toMatchObject({ consent: 'withdrawn', products: 0 });
});

test('offline it is owed, and said how many', async () => {
  await sell();
  await sell({ name: 'Kopi bubuk' });
  laptop.faults = ['cut', 'cut', 'cut', 'cut'];
  await withdraw();
  await laptop.drain();
  expect(await lineOf('Bu Siti')).toMatchObject({ products: 0, owed: 2, isOwed: true });
  laptop.faults = [];
  await laptop.live();
  expect(await lineOf('Bu Siti')).toMatchObject({ owed: 0 });
});

test('her product comes back only in the village’s name, or with a consent of its own', async () => {
  const id = await sell();
  await withdraw();
  await laptop.live();
  await expect(restore(laptop.db, id, clock())).rejects.toThrow('consent_withdrawn');
  const opened = withoutWithdrawn(await openDraft(laptop.db, id, laptop.site.url, laptop.now), await book());
  expect(opened.form.consent).toBe(false);
  expect((await publish(laptop.db, opened, clock())).issues).toMatchObject([{ code: 'consent_missing' }]);
  await sayContact(laptop.db, laptop.key, DESA, clock());
  await restore(laptop.db, id, clock());
  expect((await listing(id))?.input).toMatchObject({ state: 'live', producer: DESA });
});

test('asked again and agreed, she is as any other', async () => {
  await sell();
  await withdraw();
  laptop.now += 1000;
  await sell({ name: 'Kopi bubuk' });
  expect(await lineOf('Bu Siti')).toMatchObject({ consent: 'given', consentAt: laptop.now, products: 1 });
});

test('a product that was off sale stays so, and is restored as ever where nobody withdrew', async () => {
  const id = await sell();
  await revise(laptop.db, id, { state: 'withdrawn' }, clock());
  await laptop.live();
  await restore(laptop.db, id, clock());
  expect((await listing(id))?.input).toMatchObject({ state: 'live', producer: SITI });
});

test('a maker of a time before the book withdraws as well', async () => {
  const id = await sell();
  await laptop.db.change(['makers'], async (tx) => {
    for (const key of await tx.keys('makers')) await tx.delete('makers', key);
  });
  await withdraw();
  expect((await listing(id))?.input.state).toBe('withdrawn');
  expect(await lineOf('Bu Siti')).toMatchObject({ consent: 'withdrawn' });
});

test('a new number needs a yes, a new name does not; the products follow', async () => {
  const id = await sell();
  const changed = (to: object, agreed = false) =>
    changeMaker(laptop.db, laptop.key, SITI, { ...SITI, ...to }, agreed, clock());
  await expect(changed({ phone: '+6281234567899' })).rejects.toThrow('consent_missing');
  await changed({ name: 'Bu Siti Aminah' });
  expect((await listing(id))?.input.producer.name).toBe('Bu Siti Aminah');
  expect(await book()).toMatchObject([{ name: 'Bu Siti Aminah', consent: 'given', products: 1 }]);
});

test('two are made one: the products of both, the later consent, one row', async () => {
  const one = await sell();
  laptop.now += 1000;
  const other = { name: 'Siti', phone: '+6281234567891' };
  await sell({ name: 'Kopi', producerName: other.name, producerPhone: '081234567891' });
  await changeMaker(laptop.db, laptop.key, SITI, other, false, clock());
  expect(await book()).toMatchObject([{ ...other, consent: 'given', consentAt: laptop.now, products: 2 }]);
  expect((await listing(one))?.input.producer).toMatchObject(other);
});

test('made one with a maker who withdrew since, the withdrawal counts, and the products follow', async () => {
  const id = await sell({ producerName: 'Siti', producerPhone: '081234567891' });
  await sell({ name: 'Kopi' });
  await withdraw();
  await changeMaker(laptop.db, laptop.key, { name: 'Siti', phone: '+6281234567891' }, SITI, true, {
    ...clock(),
    now: laptop.now - 500,
  });
  expect(await book()).toMatchObject([{ ...SITI, consent: 'withdrawn', products: 0 }]);
  expect((await listing(id))?.input.state).toBe('withdrawn');
});

test('nobody is deleted whose name stands on products, while the village has no number for them', async () => {
  await sell();
  await expect(removeMaker(laptop.db, laptop.key, SITI, clock())).rejects.toThrow('contact_missing');
  await sayContact(laptop.db, laptop.key, DESA, clock());
  await expect(removeMaker(laptop.db, laptop.key, DESA, clock())).resolves.toBeUndefined();
});

test('new products do not start with a maker who withdrew or was deleted, and start with the new name of one', async () => {
  const starts = async () => (await openDraft(laptop.db, null, laptop.site.url, laptop.now, true)).form.producerName;
  const clear = () =>
    laptop.db.change(['drafts'], async (tx) => {
      for (const key of await tx.keys('drafts')) await tx.delete('drafts', key);
    });
  const draft = await laptop.draft();
  await rememberDefaults(laptop.db, draft.form, laptop.key);
  await publish(laptop.db, draft, clock());
  await changeMaker(laptop.db, laptop.key, SITI, { ...SITI, name: 'Bu Siti Aminah' }, false, clock());
  expect(await starts()).toBe('Bu Siti Aminah');
  await clear();
  await withdrawConsent(laptop.db, laptop.key, { ...SITI, name: 'Bu Siti Aminah' }, clock());
  expect(await starts()).toBe('');
});
