import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY } from '#contract/time.ts';
import { usualGoods } from '#marketplace/goods/usual.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { leave } from '#tests/utils/villages/bareDevice.ts';
import { AppError } from '#utils/appError.ts';
import { saveDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { syncUsualGoods, usualTemplates } from '#utils/drafts/usualGoods.ts';
import { toListingInput } from '#utils/listing/form.ts';
import { withoutTemplate, withTemplate } from '#utils/listing/template.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';

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
async function sync(over: Partial<Marketplace> = {}): Promise<void> {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace !== null) await syncUsualGoods(laptop.db, { ...marketplace, ...over }, laptop.key, laptop.now);
}
const templates = () => usualTemplates(laptop.db, laptop.key);
const older = { usualGoods: () => Promise.reject(new AppError('not_found')) };

test('are asked for once a day, kept without a signal, and gone with the village', async () => {
  expect(await templates()).toEqual([]);
  await sync(older);
  expect(await templates()).toEqual([]);
  await sync();
  expect((await templates()).map(({ title }) => title)).toEqual(usualGoods(null).map(({ name }) => name));
  laptop.requests = [];
  await sync();
  expect(laptop.requests).toEqual([]);
  laptop.now += DAY;
  laptop.faults = ['cut'];
  await sync();
  expect(await templates()).not.toEqual([]);
  await sync();
  expect(laptop.requests).toEqual(['GET /v1/goods']);
  expect(await usualTemplates(laptop.db, 'another')).toEqual([]);
  const village = await laptop.db.read(['villages'], (tx) => tx.get('villages', laptop.key));
  if (village === undefined) throw new Error('a village');
  await leave(laptop.db, village);
  expect(await templates()).toEqual([]);
});

test('each is a form that lacks nothing but what is the product’s own', async () => {
  await sync();
  const { form, photos } = await laptop.draft({ unit: '', category: '' });
  for (const template of await templates()) {
    const read = toListingInput({ ...form, ...template.form }, photos, { rev: 1, siteUrl: null, state: 'live' });
    expect('issues' in read ? read.issues : []).toEqual([]);
  }
});

test('a question of the text that nobody answered is not published, and the draft does not come back', async () => {
  await sync();
  const [gula] = await templates();
  if (gula === undefined) throw new Error('goods');
  const began = withTemplate(await laptop.draft({ name: '', description: '' }), gula);
  expect(withoutTemplate(began).form.description).toBe('');
  const description = began.form.description.replace('Bahan:', 'Bahan: nira kelapa');
  const draft = { ...began, siteUrl: null, form: { ...began.form, description } };
  const { issues } = await publish(laptop.db, draft, clock());
  expect(issues).toEqual([]);
  const said = await laptop.db.read(['listings'], (tx) => tx.get('listings', draft.id));
  expect(said?.input.description).toBe('Bahan: nira kelapa');
  await saveDraft(laptop.db, draft, laptop.now);
  expect(await laptop.db.read(['drafts'], (tx) => tx.keys('drafts'))).toEqual([]);
});
