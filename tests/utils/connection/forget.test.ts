import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '#contract';
import { clock, come, leave, listing, sell } from '#tests/utils/villages/bareDevice.ts';
import { village } from '#tests/utils/villages/storedVillage.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { defaultsFor, rememberDefaults } from '#utils/drafts/defaults.ts';
import { saveDraft } from '#utils/drafts/drafts.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { patchSettings } from '#utils/settings.ts';

const NORTH = 'https://utara.desa.id';
const NOTHING = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
const WORDS = { name: 'Gula semut', price: 25_000, unit: 'kg', description: '' };
const utara = village('utara', [NORTH]);

let db: Db;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  await come(db, utara);
});

async function answerOf(id: string): Promise<Listing> {
  const stored = await listing(db, id);
  if (stored === undefined) throw new Error('published');
  const url = `${utara.public.marketplaceUrl}/p/${id}`;
  const verification = { state: 'none' as const, url: null, checkedAt: null, reason: null };
  const updatedAt = new Date(clock.now).toISOString();
  return { id, input: stored.input, url, shortUrl: url, verification, hidden: null, updatedAt } as Listing;
}

describe('a village that was taken off the device', () => {
  test('stays off, with its listings, when an answer of its marketplace comes late', async () => {
    const { id } = await sell(db, NORTH);
    const answer = await answerOf(id);
    const marketplace: Partial<Marketplace> = {
      async listings() {
        await leave(db, utara);
        return [answer];
      },
    };
    await syncListings(db, marketplace as Marketplace, utara.key);
    expect(await db.read(['listings'], (tx) => tx.all('listings'))).toEqual([]);
  });

  test('takes its address book along', async () => {
    await sell(db, NORTH);
    expect(await listMakers(db, utara.key)).toMatchObject([{ name: 'Bu Siti', consent: 'given' }]);
    await leave(db, utara);
    expect(await db.read(['makers'], (tx) => tx.all('makers'))).toEqual([]);
  });

  test('takes its makers along: the village that stays goes on from its own', async () => {
    const dagan = village('dagan', ['https://dagan.desa.id']);
    const begin = () => db.read(['values', 'villages'], (tx) => defaultsFor(tx, 'https://dagan.desa.id'));
    const remember = (producerName: string, { key }: StoredVillage) =>
      rememberDefaults(db, { ...emptyForm(NOTHING), producerName, producerPhone: '081111111111' }, key);
    await remember('Pak Contoh', utara);
    await come(db, dagan);
    await remember('Bu Siti', dagan);
    await leave(db, utara);
    expect(await begin()).toMatchObject({ producerName: 'Bu Siti' });
    await patchSettings(db, { defaults: { ...NOTHING, producerName: 'Bu Sri' } });
    expect(await begin()).toMatchObject({ producerName: 'Bu Sri' });
  });

  test('leaves no maker to one that has none of its own, and none to the next one', async () => {
    const dagan = village('dagan', ['https://dagan.desa.id']);
    const begin = () => db.read(['values', 'villages'], (tx) => defaultsFor(tx, 'https://dagan.desa.id'));
    const sold = { ...emptyForm(NOTHING), producerName: 'Pak Contoh', terms: 'COD' };
    await rememberDefaults(db, sold, utara.key);
    await come(db, dagan);
    await patchSettings(db, { rememberDefaults: false });
    expect(await begin()).toMatchObject({ producerName: '', terms: 'COD' });
    await leave(db, utara);
    expect(await begin()).toMatchObject({ producerName: '', terms: 'COD' });
  });

  test('leaves what was being typed into a withdrawn product, and nothing of one that nobody was at', async () => {
    const sold = await sell(db, NORTH);
    await revise(db, sold.id, { state: 'withdrawn' }, clock);
    await saveDraft(db, { ...sold, baseRev: 2, form: { ...sold.form, description: 'baru diketik' } }, clock.now);
    const other = await sell(db, NORTH);
    await revise(db, other.id, { state: 'withdrawn' }, clock);
    await leave(db, utara);
    const drafts = await db.read(['drafts'], (tx) => tx.all('drafts'));
    expect(drafts).toMatchObject([{ baseRev: 0, form: { description: 'baru diketik' } }]);
  });

  test('leaves the article and the place in the shop to the draft: published again, no second one is made', async () => {
    const { id } = await sell(db, NORTH);
    const post = {
      postId: '7',
      url: `${NORTH}/7`,
      state: 'published' as const,
      editedMark: 'x',
      imageId: null,
      imageUrl: null,
    };
    const ref = { productId: '3', link: `https://pasar.example/p/${id}`, onSale: true, said: WORDS, pictures: [] };
    const entry = { siteUrl: NORTH, rev: 1, ref, left: null, wait: null, writing: null };
    await db.change(['listings', 'values'], async (tx) => {
      const stored = await tx.get('listings', id);
      if (stored) await tx.put('listings', { ...stored, post, postRev: 1 });
      await tx.setValue('shelf', { [id]: entry });
      await tx.setValue('taken', { [`${NORTH} 3`]: id });
    });
    await leave(db, utara);
    await come(db, utara);
    const [draft] = await db.read(['drafts'], (tx) => tx.all('drafts'));
    if (draft === undefined) throw new Error('kept');
    await publish(db, draft, clock);
    expect(await listing(db, draft.id)).toMatchObject({ post, postRev: 0, former: ref.link });
    const { shelf, taken } = await db.read(['values'], async (tx) => ({
      shelf: await tx.value('shelf'),
      taken: await tx.value('taken'),
    }));
    expect(shelf).toEqual({ [draft.id]: { ...entry, rev: 0 } });
    expect(taken).toEqual({ [`${NORTH} 3`]: draft.id });
  });
});
