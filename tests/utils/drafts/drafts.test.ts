import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDb, type Db } from '#utils/db/db.ts';
import { rememberDefaults } from '#utils/drafts/defaults.ts';
import { discardDraft, duplicateDraft, openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { twinOf } from '#utils/drafts/twin.ts';
import { listViews } from '#utils/drafts/views.ts';
import type { Draft } from '#utils/model/draft.ts';
import { keepPhoto, photoDataUrl, sweepPhotos } from '#utils/photos/store.ts';
import { getSettings, patchSettings } from '#utils/settings.ts';

const SITE = 'https://dagan.desa.id';
const HOUR = 3_600_000;
const at = (now: number) => ({ now, random: 0.5 });
const HASH = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'; // of "hello"
const PHOTO = { hash: HASH, type: 'image/jpeg' as const, width: 64, height: 48, bytes: 5 };
const HELLO = btoa('hello');

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

/** A draft of this site that is ready to be published. */
async function filled(changes: Partial<Draft['form']> = {}): Promise<Draft> {
  const draft = await openDraft(db, null, SITE, 1);
  const maker = { producerName: 'Bu Siti', producerPhone: '081234567890', consent: true };
  const form = {
    ...draft.form,
    name: 'Gula semut',
    price: '25rb',
    unit: 'kg',
    category: 'makanan',
    ...maker,
    ...changes,
  };
  return { ...draft, form, photos: [PHOTO] };
}

describe('opening the panel', () => {
  test('twice at the same moment, in two tabs, is the same new product', async () => {
    const [one, two] = await Promise.all([openDraft(db, null, SITE, 1), openDraft(db, null, SITE, 1)]);
    expect(two.id).toBe(one.id);
  });

  test('again finds what was typed; another site has its own', async () => {
    const draft = await openDraft(db, null, SITE, 1);
    await saveDraft(db, { ...draft, form: { ...draft.form, name: 'Gula' } }, 2);
    expect((await openDraft(db, null, SITE, 3)).form.name).toBe('Gula');
    expect((await openDraft(db, null, `${SITE}/dusun`, 3)).form.name).toBe('');
  });

  test('afresh is an empty product, not the next draft that was imported, which stays', async () => {
    const imported = await openDraft(db, null, SITE, 1);
    await saveDraft(db, { ...imported, form: { ...imported.form, name: 'Gula' } }, 2);
    const fresh = await openDraft(db, null, SITE, 3, true);
    expect(fresh.form.name).toBe('');
    expect((await openDraft(db, null, SITE, 4, true)).id).toBe(fresh.id);
    expect((await listViews(db)).map(({ id }) => id)).toEqual([imported.id]);
  });

  test('for a listing opens its form, and the same words are the same listing', async () => {
    const draft = await filled();
    await publish(db, draft, at(2));
    const again = await openDraft(db, draft.id, SITE, 3);
    expect(again).toMatchObject({ id: draft.id, baseRev: 1, photos: [PHOTO.hash].map((hash) => ({ hash })) });
    expect((await publish(db, again, at(4))).row).toMatchObject({ rev: 1 });
  });

  test('for a listing that is not here says so', async () => {
    await expect(openDraft(db, 'a'.repeat(16), SITE, 1)).rejects.toMatchObject({ code: 'listing_unknown' });
  });

  test('starts with what was typed last time, unless that is not wanted', async () => {
    await rememberDefaults(db, (await filled()).form);
    await discardDraft(db, (await openDraft(db, null, SITE, 1)).id);
    expect((await openDraft(db, null, SITE, 2)).form).toMatchObject({
      producerName: 'Bu Siti',
      unit: 'kg',
      consent: false,
      name: '',
    });
    await patchSettings(db, { rememberDefaults: false });
    await rememberDefaults(db, (await filled({ producerName: 'Pak Budi' })).form);
    expect((await getSettings(db)).defaults.producerName).toBe('Bu Siti');
  });
});

describe('two tabs on one draft', () => {
  const saidIn = ({ form, photos }: Draft) => ({ form, photos: photos.map(({ hash }) => hash) });

  test('each keeps what the other wrote in other fields, and the later word counts where both wrote', async () => {
    const opened = await openDraft(db, null, SITE, 1);
    const write = (draft: Draft, form: Partial<Draft['form']>) => ({ ...draft, form: { ...draft.form, ...form } });
    const newer = write(opened, { price: '22rb', description: 'Dari nira kelapa.' });
    await saveDraft(db, newer, 2, saidIn(opened));
    // The other tab still shows the draft as it was.
    const { draft: merged } = await saveDraft(db, write(opened, { stock: '7' }), 3, saidIn(opened));
    expect(merged?.form).toMatchObject({ price: '22rb', description: 'Dari nira kelapa.', stock: '7' });
    expect((await openDraft(db, null, SITE, 4)).form).toMatchObject({ price: '22rb', stock: '7' });
    if (merged === undefined) throw new Error('nothing was put together');
    // What was emptied on purpose is no older word.
    const emptied = write(merged, { description: '' });
    expect(await saveDraft(db, emptied, 5, saidIn(merged))).toEqual({ savedAt: 5 });
    await saveDraft(db, write(newer, { price: '23rb' }), 6, saidIn(newer));
    expect((await openDraft(db, null, SITE, 7)).form).toMatchObject({ price: '23rb', description: '', stock: '7' });
  });
});

describe('publishing', () => {
  test('with something missing names each field and loses nothing', async () => {
    const draft = await filled({ price: '1.5', producerPhone: '' });
    const { issues, row } = await publish(db, draft, at(2));
    expect(issues).toEqual(
      expect.arrayContaining([
        { path: 'price', code: 'price_ambiguous' },
        { path: 'producer.phone', code: 'phone_missing' },
      ]),
    );
    expect(row).toBeNull();
    expect((await openDraft(db, null, SITE, 3)).form.price).toBe('1.5');
  });

  test('takes the draft with it: a save that was still on its way does not bring it back', async () => {
    const draft = await filled();
    await publish(db, draft, at(2));
    await saveDraft(db, draft, 3);
    expect(await db.read(['drafts'], (tx) => tx.keys('drafts'))).toEqual([]);
    // But what is really new is kept.
    await saveDraft(db, { ...draft, form: { ...draft.form, name: 'Gula semut halus' } }, 4);
    expect((await openDraft(db, draft.id, SITE, 5)).form.name).toBe('Gula semut halus');
  });

  test('other words are the next revision, and replace what was owed', async () => {
    const draft = await filled();
    await publish(db, draft, at(2));
    const { row } = await publish(db, { ...draft, form: { ...draft.form, name: 'Gula halus' } }, at(3));
    expect(row).toMatchObject({ rev: 2, owed: ['photos', 'listing', 'linkback', 'proof'] });
    expect(await db.read(['outbox'], (tx) => tx.keys('outbox'))).toEqual([draft.id]);
  });

  test('without a site owes no link back', async () => {
    const draft = { ...(await filled()), siteUrl: null };
    expect((await publish(db, draft, at(2))).row).toMatchObject({ owed: ['photos', 'listing'] });
  });

  test('sold out is a revision; sold out again is none', async () => {
    const draft = await filled();
    await publish(db, draft, at(2));
    await revise(db, draft.id, { availability: 'habis' }, at(3));
    await revise(db, draft.id, { availability: 'habis' }, at(4));
    expect(await db.read(['outbox'], (tx) => tx.get('outbox', draft.id))).toMatchObject({ rev: 2, createdAt: 3 });
    await expect(revise(db, 'b'.repeat(16), {}, at(5))).rejects.toMatchObject({ code: 'listing_unknown' });
  });
});

test('a copy is a new product, and its consent is asked anew', async () => {
  const draft = await filled({ flagship: true });
  await publish(db, draft, at(2));
  const copy = await duplicateDraft(db, draft.id, 3);
  expect(copy.id).not.toBe(draft.id);
  expect(copy).toMatchObject({ baseRev: 0, form: { name: 'Gula semut', consent: false, flagship: false } });
  expect((await openDraft(db, null, SITE, 4)).id).toBe(copy.id);
});

describe('photos', () => {
  test('whose bytes are not what their name says are refused', async () => {
    await expect(keepPhoto(db, PHOTO, btoa('other'), 1)).rejects.toMatchObject({ code: 'photo_hash_mismatch' });
    await keepPhoto(db, PHOTO, HELLO, 1);
    expect(await photoDataUrl(db, HASH)).toBe(`data:image/jpeg;base64,${HELLO}`);
  });

  test('stay while anything names them, and a day longer', async () => {
    await keepPhoto(db, PHOTO, HELLO, 0);
    const draft = await filled();
    await saveDraft(db, draft, 0);
    await sweepPhotos(db, 48 * HOUR);
    expect(await photoDataUrl(db, HASH)).not.toBeNull();
    await discardDraft(db, draft.id);
    await sweepPhotos(db, 23 * HOUR);
    expect(await photoDataUrl(db, HASH)).not.toBeNull();
    await sweepPhotos(db, 25 * HOUR);
    expect(await photoDataUrl(db, HASH)).toBeNull();
  });

  test('stay while what was cut from them is in a draft: the cut can be taken back', async () => {
    await keepPhoto(db, PHOTO, HELLO, 0);
    const draft = await filled();
    await saveDraft(db, { ...draft, photos: [{ ...PHOTO, hash: 'a'.repeat(64), whole: PHOTO }] }, 0);
    await sweepPhotos(db, 48 * HOUR);
    expect(await photoDataUrl(db, HASH)).not.toBeNull();
  });

  test('that stand in another unfinished product are told, whole or cut; not those of what is published', async () => {
    const one = await filled({ name: 'Madu hutan' });
    await saveDraft(db, one, 1);
    const id = 'c'.repeat(16);
    expect(await twinOf(db, id, [HASH])).toEqual({ id: one.id, name: 'Madu hutan' });
    expect(await twinOf(db, one.id, [HASH])).toBeNull();
    expect(await twinOf(db, id, ['a'.repeat(64)])).toBeNull();
    await saveDraft(db, { ...one, photos: [{ ...PHOTO, hash: 'a'.repeat(64), whole: PHOTO }] }, 2);
    expect(await twinOf(db, id, [HASH])).toMatchObject({ id: one.id });
    await publish(db, one, at(3));
    expect(await twinOf(db, id, [HASH])).toBeNull();
  });
});

describe('my listings', () => {
  test('show drafts with something in them, not blank ones, and one line per listing', async () => {
    await openDraft(db, null, SITE, 1);
    expect(await listViews(db)).toEqual([]);
    const draft = await filled();
    await saveDraft(db, draft, 2);
    expect(await listViews(db)).toMatchObject([
      { id: draft.id, state: 'draft', name: 'Gula semut', price: 25_000, unit: 'kg' },
    ]);
    await publish(db, draft, at(3));
    await saveDraft(db, { ...draft, form: { ...draft.form, name: 'Gula halus' } }, 4);
    expect(await listViews(db)).toMatchObject([
      { id: draft.id, state: 'waiting', name: 'Gula semut', row: { rev: 1 } },
    ]);
  });

  const post = {
    postId: '1',
    url: `${SITE}/gula`,
    state: 'published' as const,
    editedMark: '',
    imageId: null,
    imageUrl: null,
  };
  const verified = { state: 'verified' as const, url: `${SITE}/gula`, checkedAt: null, reason: null };
  test.each([
    ['waiting', {}, {}],
    ['live', { serverRev: 1 }, {}],
    ['linked', { serverRev: 1, post }, {}],
    ['verified', { serverRev: 1, post, verification: verified }, {}],
    ['sold_out', { serverRev: 1, post, verification: verified }, { availability: 'habis' }],
    ['hidden', { serverRev: 1, post, verification: verified, hidden: 'Izin belum ada' }, {}],
    ['withdrawn', { serverRev: 1, post, verification: verified }, { state: 'withdrawn' }],
  ] as const)('are %s', async (state, changes, input) => {
    const draft = await filled();
    await publish(db, draft, at(2));
    await db.change(['listings'], async (tx) => {
      const listing = await tx.get('listings', draft.id);
      if (listing) await tx.put('listings', { ...listing, ...changes, input: { ...listing.input, ...input } });
    });
    expect((await listViews(db))[0]?.state).toBe(state);
  });
});
