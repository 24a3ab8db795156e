import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { duplicateDraft, openDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { syncListings } from '#utils/listings/sync.ts';
import type { DraftForm } from '#utils/model/draft.ts';

const PIRT = { number: '2063303010123-28', until: null };

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const clock = () => ({ now: laptop.now, random: 0.5 });
const stored = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));
const permitsOnMarket = async (id: string) => (await laptop.onMarket(id))?.input.permits;
const open = (id: string) => openDraft(laptop.db, id, laptop.site.url, laptop.now);

async function sell(form: Partial<DraftForm>): Promise<string> {
  // Of no site, so that no link back is owed and what other devices did is taken.
  const draft = await laptop.draft();
  await publish(laptop.db, { ...draft, siteUrl: null, form: { ...draft.form, ...form } }, clock());
  await laptop.drain();
  return draft.id;
}

async function change(id: string, form: Partial<DraftForm>) {
  const draft = await open(id);
  const { row } = await publish(laptop.db, { ...draft, siteUrl: null, form: { ...draft.form, ...form } }, clock());
  await laptop.drain();
  return row;
}

async function pull(answer: (input: object) => object = (input) => input): Promise<void> {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  const listings = async () =>
    (await marketplace.listings()).map((one) => ({ ...one, input: answer(one.input) as typeof one.input }));
  await laptop.know();
  await syncListings(laptop.db, { ...marketplace, listings }, laptop.key);
}

const withoutPermits = ({ permits: _, ...input }: { permits?: unknown }) => input;

/** As a version stored it that did not know of permits. */
async function forgetHere(id: string): Promise<void> {
  await laptop.db.change(['listings'], async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing) await tx.put('listings', { ...listing, input: withoutPermits(listing.input) as typeof listing.input });
  });
}

test('a number goes to the marketplace as it is read, comes back as it is shown, and is in my listings', async () => {
  const id = await sell({ pirt: 'P-IRT No. 2063303010123 28', bpom: 'md867012345678' });
  expect(await permitsOnMarket(id)).toMatchObject({ pirt: PIRT, bpom: { number: 'MD867012345678' }, nib: null });
  expect((await open(id)).form).toMatchObject({ pirt: '2063303010123-28', bpom: 'MD 867012345678' });
  expect(await listViews(laptop.db)).toMatchObject([{ permits: { pirt: PIRT } }]);
});

test('what the marketplace answers of the others is no news: the same form is no other revision', async () => {
  const id = await sell({ pirt: '2063303010123-28' });
  await pull();
  expect((await open(id)).form).toMatchObject({ pirt: '2063303010123-28', bpom: '', halal: '', nib: '' });
  await change(id, {});
  expect((await laptop.onMarket(id))?.input.rev).toBe(1);
});

test('one that is emptied is taken away', async () => {
  const id = await sell({ pirt: '2063303010123-28', nib: '1234567890123' });
  await change(id, { pirt: '' });
  expect(await permitsOnMarket(id)).toMatchObject({ pirt: null, nib: { number: '1234567890123' } });
});

test('a device that did not know of permits takes none away, and learns them at its next look', async () => {
  const id = await sell({ pirt: '2063303010123-28' });
  await forgetHere(id);
  await change(id, { price: '30rb' });
  expect((await laptop.onMarket(id))?.input).toMatchObject({ rev: 2, price: 30_000, permits: { pirt: PIRT } });
  expect((await stored(id))?.input.permits).toBeUndefined();
  await pull();
  expect((await stored(id))?.input.permits).toMatchObject({ pirt: PIRT });
});

test('a marketplace that does not know of permits takes none away from this device', async () => {
  const id = await sell({ pirt: '2063303010123-28' });
  await pull((input) => ({ ...withoutPermits(input), rev: 7, name: 'Gula halus' }));
  expect((await stored(id))?.input).toMatchObject({ name: 'Gula halus', permits: { pirt: PIRT } });
});

test('a copy is another product: of its permits only the number of the business stays', async () => {
  const id = await sell({ pirt: '2063303010123-28', pirtUntil: '2027-01-01', nib: '1234567890123' });
  const { form } = await duplicateDraft(laptop.db, id, laptop.now);
  expect(form).toMatchObject({ nib: '1234567890123' });
  expect([form.pirt, form.pirtUntil]).toEqual([undefined, undefined]);
});

test('permits that an older marketplace dropped reach it once it knows of them and the form is published again', async () => {
  const id = await sell({ pirt: '2063303010123-28' });
  // This is what 0.1.0 kept of the same message.
  await sql`update listings set permits = null where id = ${id}`.execute(laptop.market.deps.db);
  await pull();
  expect((await open(id)).form.pirt).toBe('2063303010123-28');
  await change(id, {});
  expect(await permitsOnMarket(id)).toMatchObject({ pirt: PIRT });
  await change(id, {});
  expect((await laptop.onMarket(id))?.input.rev).toBe(2);
});

test('one that is the producer’s phone number by now is taken away, and the listing stays readable', async () => {
  const id = await sell({ nib: '6285712345678' });
  await forgetHere(id);
  await change(id, { producerPhone: '085712345678' });
  expect(await permitsOnMarket(id)).toMatchObject({ nib: null });
  await pull();
  expect((await stored(id))?.input.producer.phone).toBe('+6285712345678');
});
