import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { defaultsFor } from '#utils/drafts/defaults.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { publish } from '#utils/drafts/publish.ts';
import { exchangeKinds, toggled } from '#utils/listing/exchange.ts';
import { syncListings } from '#utils/listings/sync.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

async function say(id: string, exchange?: string): Promise<void> {
  const draft = await openDraft(laptop.db, id, laptop.site.url, laptop.now);
  const form = { ...draft.form, ...(exchange !== undefined && { exchange }) };
  await publish(laptop.db, { ...draft, siteUrl: null, form }, { now: laptop.now, random: 0.5 });
  await laptop.drain();
}

async function sell(exchange: string): Promise<string> {
  const draft = await laptop.draft();
  const sold = { ...draft, siteUrl: null, form: { ...draft.form, exchange } };
  await publish(laptop.db, sold, { now: laptop.now, random: 0.5 });
  await laptop.drain();
  return draft.id;
}

test('what was pressed goes to the marketplace, comes back into the form, and can be taken away', async () => {
  const id = await sell('pickup cod');
  expect((await laptop.onMarket(id))?.input.exchange).toMatchObject({ pickup: true, cod: true, qris: false });
  await say(id, 'cod');
  expect((await laptop.onMarket(id))?.input.exchange).toMatchObject({ pickup: false, cod: true });
  expect((await openDraft(laptop.db, id, laptop.site.url, laptop.now)).form.exchange).toBe('cod');
});

test('a marketplace that does not know of it takes none away from this device', async () => {
  const id = await sell('pickup');
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  const listings = async () =>
    (await marketplace.listings()).map(({ input: { exchange: _, ...input }, ...one }) => ({
      ...one,
      input: { ...input, rev: 7, name: 'Gula halus' },
    }));
  await laptop.know();
  await syncListings(laptop.db, { ...marketplace, listings }, laptop.key);
  const stored = await laptop.db.read(['listings'], (tx) => tx.get('listings', id));
  expect(stored?.input).toMatchObject({ name: 'Gula halus', exchange: { pickup: true } });
});

test('the next product of the village starts with what the last one said', async () => {
  const { rememberDefaults } = await import('#utils/drafts/defaults.ts');
  const { form } = await laptop.draft();
  await rememberDefaults(laptop.db, { ...form, exchange: 'courier qris' });
  const defaults = await laptop.db.read(['values', 'villages'], (tx) => defaultsFor(tx, laptop.site.url));
  expect(defaults.exchange).toBe('courier qris');
});

test('a press adds a kind in its place or takes it out; words that are no kind are left out', () => {
  expect(toggled(undefined, 'cod')).toBe('cod');
  expect(toggled('cod', 'pickup')).toBe('pickup cod');
  expect(toggled('pickup cod', 'pickup')).toBe('cod');
  expect(exchangeKinds('cod drone <b>')).toEqual(['cod']);
});
