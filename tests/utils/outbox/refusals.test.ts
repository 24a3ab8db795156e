import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Listing } from '#contract';
import { openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { retry, skipLinkback } from '#utils/outbox/actions.ts';
import { drain } from '#utils/outbox/drain.ts';
import { Laptop } from './village.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const clock = () => ({ now: laptop.now, random: 0.5 });

async function published() {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft;
}

/** The same listing, changed by another device of the village. */
async function elsewhere(id: string, changes: object): Promise<Listing> {
  const current = await laptop.onMarket(id);
  const body = { ...current?.input, ...changes };
  const answer = await laptop.market.call('PUT', `/v1/listings/${id}`, { token: laptop.village.token, body });
  return Listing.parse(await answer.json());
}

/** This device learns what the others did. */
async function pull(): Promise<void> {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  await syncListings(laptop.db, marketplace, laptop.key);
}

/** Changes the stored listing into one that a stricter marketplace than today's would refuse. */
async function spoil(id: string): Promise<void> {
  await laptop.db.change(['listings'], async (tx) => {
    const listing = await tx.get('listings', id);
    if (listing) await tx.put('listings', { ...listing, input: { ...listing.input, siteUrl: 'not a url' } as never });
  });
}

describe('a listing that the marketplace refuses', () => {
  test('comes back to the form with its words at the fields, and is published again from there', async () => {
    const draft = await laptop.draft();
    await publish(laptop.db, draft, clock());
    const deps = laptop.deps();
    const marketplace = await deps.marketplace(laptop.key);
    if (marketplace === null) throw new Error('connected');
    const strict = {
      ...marketplace,
      putListing: (id: string, input: object) => marketplace.putListing(id, { ...input, price: 1 } as never),
    };
    await drain({ ...deps, marketplace: async () => strict });
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'rejected', detail: 'price_low' });
    expect(await listViews(laptop.db)).toMatchObject([{ id: draft.id, state: 'rejected' }]);
    const back = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    expect(back).toMatchObject({ issues: [{ path: 'price', code: 'price_low' }], form: { name: 'Gula semut' } });
    await publish(laptop.db, { ...back, form: { ...back.form, price: '30rb' } }, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ price: 30_000, rev: 2 });
  });

  test('whose stored words cannot be read any more is not lost with them: it waits, and says why', async () => {
    const draft = await published();
    await revise(laptop.db, draft.id, { availability: 'habis' }, clock());
    await spoil(draft.id);
    expect(await laptop.db.read(['listings'], (tx) => tx.all('listings'))).toEqual([]);
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'server_down', detail: 'listing_lost' });
  });
});

describe('photos that the marketplace has lost', () => {
  test('are sent again, and the listing after them', async () => {
    const draft = await laptop.draft();
    await publish(laptop.db, draft, clock());
    await laptop.drain();
    const [photo] = draft.photos;
    await laptop.market.deps.db
      .deleteFrom('photos')
      .where('hash', '=', photo?.hash ?? '')
      .execute();
    await revise(laptop.db, draft.id, { name: 'Gula semut halus' }, clock());
    laptop.requests = [];
    await laptop.live();
    expect(laptop.requests.filter((request) => request.startsWith('PUT /v1/photos'))).toHaveLength(1);
    expect((await laptop.onMarket(draft.id))?.input.name).toBe('Gula semut halus');
  });
});

describe('two devices of one village', () => {
  test('a listing changed elsewhere is a conflict, never overwritten unasked', async () => {
    const draft = await published();
    await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain' });
    await revise(laptop.db, draft.id, { name: 'Dari sini' }, clock());
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'conflict' });
    expect((await laptop.onMarket(draft.id))?.input.name).toBe('Dari laptop lain');
    await retry(laptop.db, draft.id, true, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari sini', rev: 3 });
  });

  test('is settled from the reopened form too', async () => {
    const draft = await published();
    await elsewhere(draft.id, { rev: 5, name: 'Dari laptop lain' });
    await revise(laptop.db, draft.id, { name: 'Dari sini' }, clock());
    await laptop.drain();
    const form = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    await publish(laptop.db, form, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari sini', rev: 6 });
  });

  test('what each changed is kept when the other’s change was brought while the form was open', async () => {
    const draft = await published();
    await laptop.know();
    const form = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    await elsewhere(draft.id, { rev: 2, price: 30_000 });
    await pull();
    const said = await publish(laptop.db, { ...form, form: { ...form.form, name: 'Dari sini' } }, clock());
    expect(said.issues).toEqual([]);
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari sini', price: 30_000, rev: 3 });
  });

  test('one field that both changed is asked about, with what the other said; publishing again takes the own words', async () => {
    const draft = await published();
    await laptop.know();
    const form = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain', price: 30_000 });
    await pull();
    const mine = { ...form, form: { ...form.form, name: 'Dari sini' } };
    const asked = await publish(laptop.db, mine, clock());
    expect(asked).toMatchObject({
      issues: [{ path: 'name', code: 'changed_elsewhere', theirs: 'Dari laptop lain' }],
      row: null,
    });
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari laptop lain', rev: 2 });
    if (asked.merged === undefined) throw new Error('merged');
    await publish(laptop.db, asked.merged, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari sini', price: 30_000, rev: 3 });
  });

  test('a form that is opened again shows what the other device said meanwhile', async () => {
    const draft = await published();
    await laptop.know();
    const form = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    await saveDraft(laptop.db, { ...form, form: { ...form.form, description: 'baru diketik' } }, laptop.now);
    await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain' });
    await pull();
    const again = await openDraft(laptop.db, draft.id, laptop.site.url, laptop.now);
    expect(again).toMatchObject({ baseRev: 2, form: { name: 'Dari laptop lain', description: 'baru diketik' } });
  });

  test('the same words from both are no conflict', async () => {
    const draft = await published();
    await elsewhere(draft.id, { rev: 7, name: 'Sama' });
    await revise(laptop.db, draft.id, { name: 'Sama' }, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input.rev).toBe(7);
    expect(laptop.site.posts[0]?.title).toBe('Sama');
    await revise(laptop.db, draft.id, { name: 'Lebih baru' }, clock());
    await laptop.live();
    expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ rev: 8, name: 'Lebih baru' });
  });

  test('what another device said is shown here, unless something is owed here', async () => {
    const draft = await published();
    await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain' });
    const marketplace = await laptop.deps().marketplace(laptop.key);
    if (marketplace === null) throw new Error('connected');
    await laptop.know();
    await syncListings(laptop.db, marketplace, laptop.key);
    expect((await listViews(laptop.db)).find(({ id }) => id === draft.id)?.name).toBe('Dari laptop lain');
    await revise(laptop.db, draft.id, { name: 'Dari sini' }, clock());
    await elsewhere(draft.id, { rev: 9, name: 'Lagi' });
    await syncListings(laptop.db, marketplace, laptop.key);
    expect((await listViews(laptop.db)).find(({ id }) => id === draft.id)?.name).toBe('Dari sini');
  });
});

describe('a post that a person edited', () => {
  test('is asked about, and overwritten only after a yes', async () => {
    const draft = await published();
    laptop.site.faults = ['edited_by_hand'];
    await revise(laptop.db, draft.id, { name: 'Gula halus' }, clock());
    await laptop.drain();
    await laptop.trigger('handshake');
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'edited_by_hand' });
    expect(laptop.site.posts[0]?.title).toBe('Gula semut');
    await retry(laptop.db, draft.id, true, clock());
    await laptop.live();
    expect(laptop.site.overwrites).toEqual([false, false, true]);
    expect(laptop.site.posts[0]?.title).toBe('Gula halus');
  });

  test('may be left as it is: the listing stays, nothing more is owed', async () => {
    const draft = await published();
    laptop.site.faults = ['edited_by_hand'];
    await revise(laptop.db, draft.id, { name: 'Gula halus' }, clock());
    await laptop.drain();
    await skipLinkback(laptop.db, draft.id, clock());
    expect(await laptop.owed()).toEqual([]);
    expect((await laptop.onMarket(draft.id))?.input.name).toBe('Gula halus');
    // Sold out later: the marketplace is told, the post left alone.
    await revise(laptop.db, draft.id, { availability: 'habis' }, clock());
    await laptop.live();
    expect(laptop.site.posts[0]?.title).toBe('Gula semut');
  });
});
