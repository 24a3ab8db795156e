import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { Laptop } from './village.ts';

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
const open = (id: string) => openDraft(laptop.db, id, laptop.site.url, laptop.now);

async function elsewhere(id: string, changes: object): Promise<void> {
  const current = await laptop.onMarket(id);
  const body = { ...current?.input, ...changes };
  const { token } = await laptop.market.device(laptop.village.id);
  const answer = await laptop.market.call('PUT', `/v1/listings/${id}`, { token, body });
  expect(answer.status).toBe(200);
}

async function pull(): Promise<void> {
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  await syncListings(laptop.db, marketplace, laptop.key);
}

/** A product on the marketplace, whose link back waits for a tab of the site. */
async function waiting(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  laptop.site.tabs = [];
  await laptop.drain();
  expect(await laptop.row(draft.id)).toMatchObject({ reason: 'no_tab' });
  return draft.id;
}

/** A product of which this laptop, without a signal, says something while another device has changed the price. */
async function unheard(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  const form = await open(draft.id);
  await elsewhere(draft.id, { rev: 2, price: 30_000 });
  await publish(laptop.db, { ...form, form: { ...form.form, description: 'baru' } }, clock());
  return draft.id;
}

test('another device’s price survives an edit here while the link back is owed', async () => {
  const id = await waiting();
  await elsewhere(id, { rev: 2, price: 30_000 });
  await pull();
  const form = await open(id);
  await publish(laptop.db, { ...form, form: { ...form.form, description: 'baru' } }, clock());
  await laptop.drain();
  expect((await laptop.onMarket(id))?.input).toMatchObject({ price: 30_000, description: 'baru' });
});

test('"sold out" pressed while the link back is owed keeps another device’s price', async () => {
  const id = await waiting();
  await elsewhere(id, { rev: 2, price: 30_000 });
  await pull();
  await revise(laptop.db, id, { availability: 'habis' }, clock());
  await laptop.drain();
  expect((await laptop.onMarket(id))?.input).toMatchObject({ price: 30_000, availability: 'habis' });
});

test('the link back that is owed follows the words of another device', async () => {
  const { tabs } = laptop.site;
  const id = await waiting();
  await elsewhere(id, { rev: 2, name: 'Dari laptop lain' });
  await pull();
  laptop.site.tabs = tabs;
  await laptop.live();
  expect(laptop.site.posts).toMatchObject([{ title: 'Dari laptop lain' }]);
});

test('what another device withdrew owes nothing here but its article', async () => {
  const id = await waiting();
  await elsewhere(id, { rev: 2, state: 'withdrawn' });
  await pull();
  expect(await laptop.row(id)).toMatchObject({ owed: ['linkback'], rev: 2 });
});

test('a form that was opened while something was owed takes in what another device said meanwhile', async () => {
  const { tabs } = laptop.site;
  const id = await waiting();
  const opened = await open(id);
  await saveDraft(laptop.db, { ...opened, form: { ...opened.form, description: 'baru' } }, laptop.now);
  await elsewhere(id, { rev: 2, price: 30_000 });
  await pull();
  const form = await open(id);
  laptop.site.tabs = tabs;
  await laptop.live();
  await pull();
  await publish(laptop.db, form, clock());
  await laptop.drain();
  expect((await laptop.onMarket(id))?.input).toMatchObject({ price: 30_000, description: 'baru' });
});

test('after a conflict the form that is opened again shows and keeps what the other device said', async () => {
  const id = await unheard();
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'conflict' });
  await publish(laptop.db, await open(id), clock());
  await laptop.drain();
  expect((await laptop.onMarket(id))?.input).toMatchObject({ price: 30_000, description: 'baru', rev: 3 });
});

test('a form that was open through the conflict keeps both when it is published', async () => {
  const id = await unheard();
  const form = await open(id);
  await laptop.drain();
  const said = await publish(laptop.db, { ...form, form: { ...form.form, terms: 'Antar' } }, clock());
  expect(said.issues).toEqual([]);
  await laptop.drain();
  const input = (await laptop.onMarket(id))?.input;
  expect(input).toMatchObject({ price: 30_000, description: 'baru', terms: 'Antar' });
});

test('"sold out" pressed over a conflict, or over words that were pulled twice, overwrites nothing', async () => {
  const id = await unheard();
  await pull();
  await pull();
  await laptop.drain();
  await revise(laptop.db, id, { availability: 'habis' }, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'conflict' });
  expect((await laptop.onMarket(id))?.input.price).toBe(30_000);
  await publish(laptop.db, await open(id), clock());
  await laptop.drain();
  const input = (await laptop.onMarket(id))?.input;
  expect(input).toMatchObject({ price: 30_000, description: 'baru', availability: 'habis' });
});

test('a field that both changed before a conflict is asked about once, also when the form was put away meanwhile', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain', price: 30_000 });
  await revise(laptop.db, draft.id, { name: 'Dari sini' }, clock());
  await laptop.drain();
  const asked = await open(draft.id);
  expect(asked.issues).toEqual([{ path: 'name', code: 'changed_elsewhere', theirs: 'Dari laptop lain' }]);
  await saveDraft(laptop.db, asked, laptop.now);
  const said = await publish(laptop.db, await open(draft.id), clock());
  expect(said.issues).toEqual([]);
  await laptop.drain();
  expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari sini', price: 30_000, rev: 3 });
});

test('two revisions that were said here without a signal do not outdo the one that another device has sent', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  await elsewhere(draft.id, { rev: 2, name: 'Dari laptop lain', price: 30_000 });
  await revise(laptop.db, draft.id, { name: 'Dari sini' }, clock());
  await revise(laptop.db, draft.id, { availability: 'habis' }, clock());
  await laptop.drain();
  expect(await laptop.row(draft.id)).toMatchObject({ reason: 'conflict' });
  expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ name: 'Dari laptop lain', price: 30_000 });
  const asked = await open(draft.id);
  expect(asked.issues).toEqual([{ path: 'name', code: 'changed_elsewhere', theirs: 'Dari laptop lain' }]);
  await saveDraft(laptop.db, asked, laptop.now);
  await publish(laptop.db, await open(draft.id), clock());
  await laptop.drain();
  const input = (await laptop.onMarket(draft.id))?.input;
  expect(input).toMatchObject({ name: 'Dari sini', price: 30_000, availability: 'habis' });
});

test('this device’s own revision, whose answer was lost, is no conflict with its next one', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  const before = await laptop.onMarket(draft.id);
  await revise(laptop.db, draft.id, { availability: 'habis' }, clock());
  const body = { ...before?.input, rev: 2, availability: 'habis', base: 1 };
  const { token } = laptop.village;
  expect((await laptop.market.call('PUT', `/v1/listings/${draft.id}`, { token, body })).status).toBe(200);
  await revise(laptop.db, draft.id, { price: 30_000 }, clock());
  await laptop.drain();
  expect((await laptop.onMarket(draft.id))?.input).toMatchObject({ rev: 3, price: 30_000, availability: 'habis' });
});
