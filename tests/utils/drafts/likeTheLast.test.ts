import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { likeTheLast } from '#utils/drafts/likeTheLast.ts';
import { publish } from '#utils/drafts/publish.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import { withoutTemplate, withTemplate } from '#utils/listing/template.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { Draft } from '#utils/model/draft.ts';

const PHOTO = { hash: 'a'.repeat(64), type: 'image/jpeg' as const, width: 64, height: 48, bytes: 5 };
const GULA = {
  name: 'Gula semut',
  price: '25rb',
  unit: 'bungkus',
  packAmount: '250',
  category: 'makanan',
  stock: '40',
  description: 'Dari nira.',
  terms: 'COD di balai desa',
  producerName: 'Bu Siti',
  producerPhone: '081234567890',
  consent: true,
};

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

const at = (now: number) => ({ now, random: 0.5 });
async function sell(now: number, changes: Partial<Draft['form']> = {}): Promise<void> {
  const draft = await openDraft(db, null, null, now);
  const { issues } = await publish(
    db,
    { ...draft, form: { ...draft.form, ...GULA, ...changes }, photos: [PHOTO] },
    at(now),
  );
  expect(issues).toEqual([]);
}
const last = async () => likeTheLast(db, null, await listMakers(db, null), 'id');
const blank = (): Draft => {
  const form = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: 'kg' });
  return { id: 'b'.repeat(16), siteUrl: null, form, photos: [], baseRev: 0, prefilled: null, issues: [], updatedAt: 0 };
};

test('a village without a product has none to go on from', async () => {
  expect(await last()).toBeNull();
});

test('what goes over is what products have in common: no name, price, stock, words or tick', async () => {
  await sell(1);
  await sell(2, { name: 'Gula kelapa cetak', unit: 'kg', packAmount: '' });
  await sell(3);
  expect(await last()).toEqual({
    title: 'Gula semut 250 g',
    form: {
      unit: 'bungkus',
      unitWord: undefined,
      packAmount: '250',
      packMeasure: 'gram',
      category: 'makanan',
      terms: 'COD di balai desa',
      producerName: 'Bu Siti',
      producerPhone: '0812-3456-7890',
    },
  });
});

test('of another village nothing goes over', async () => {
  await sell(1);
  await db.change(['listings'], async (tx) => {
    for (const listing of await tx.all('listings')) await tx.put('listings', { ...listing, village: 'other' });
  });
  expect(await last()).toBeNull();
});

test('a maker who withdrew is not named again', async () => {
  await sell(1);
  await db.change(['makers'], async (tx) => {
    for (const maker of await tx.all('makers')) await tx.put('makers', { ...maker, withdrawnAt: Date.now() });
  });
  const { form } = (await last()) ?? { form: {} };
  expect(form).toMatchObject({ unit: 'bungkus' });
  expect('producerName' in form || 'producerPhone' in form).toBe(false);
});

test('one press takes it back, but for what was changed since, and the line brings nothing of it back', async () => {
  await sell(1);
  const template = await last();
  if (template === null) throw new Error('a template');
  const draft = withTemplate(blank(), template);
  expect(draft.form).toMatchObject({ unit: 'bungkus', packAmount: '250', producerName: 'Bu Siti', name: '' });
  expect(withoutTemplate(draft)).toEqual(blank());
  const changed = withoutTemplate({ ...draft, form: { ...draft.form, producerName: 'Bu Karti' } });
  expect(changed.form).toMatchObject({ unit: 'kg', producerName: 'Bu Karti', producerPhone: '' });

  const { form, fill } = fillQuick(draft.form, NOTHING_FILLED, { name: 'Madu', unit: 'botol' });
  const undone = withoutTemplate({ ...draft, form, line: { text: 'madu per botol', fill, answered: [] } });
  expect(undone.form).toMatchObject({ name: 'Madu', unit: 'botol', packAmount: '' });
  const cleared = fillQuick(undone.form, undone.line?.fill ?? NOTHING_FILLED, {});
  expect(cleared.form).toEqual(blank().form);
});
