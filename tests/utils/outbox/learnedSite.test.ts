import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { recordPost } from '#utils/assist/record.ts';
import { CmsError } from '#utils/cms/types.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import { CARD_CHANGED, CARD_GONE, CARD_STALE } from '#utils/model/cardTask.ts';
import { retry } from '#utils/outbox/actions.ts';
import { Laptop } from './village.ts';

// A site of no known CMS, on which a person has shown how an article is saved.
let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  await laptop.know();
  const { url } = laptop.site;
  const site = { url, origin: url, cms: 'assist' as const, version: null, name: null, seenAt: laptop.now };
  await laptop.db.change(['sites'], (tx) => tx.put('sites', site));
  laptop.recipe = recipeFor(url);
});

const clock = () => ({ now: laptop.now, random: 0.5 });
const stored = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));

async function published(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft.id;
}

test('the product is written by one press, proven, and the person’s from then on', async () => {
  const id = await published();
  expect(laptop.site.saves).toBe(1);
  expect(await laptop.row(id)).toBeUndefined();
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  const listing = await stored(id);
  expect(isByHand(listing?.post ?? null)).toBe(true);
  // Nobody but a person can change these words later, so that no price stands in them.
  expect(laptop.site.posts[0]?.html).not.toContain('Rp');
});

test('without a recipe nothing is written, and the person is asked to', async () => {
  laptop.recipe = null;
  const id = await published();
  expect(laptop.site.saves).toBe(0);
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: null });
});

test('a form that has changed waits for a new showing; nothing is tried by itself', async () => {
  laptop.site.faults = ['form_changed'];
  const id = await published();
  expect(await laptop.row(id)).toMatchObject({ reason: 'form_changed' });
  laptop.now += 7 * 24 * 3_600_000;
  await laptop.trigger('handshake');
  await laptop.drain();
  expect(laptop.site.saves).toBe(0);
});

test('a save of unknown end is sent again only when the person has looked and says so', async () => {
  laptop.site.faults = ['look_first'];
  const id = await published();
  expect(await laptop.row(id)).toMatchObject({ reason: 'look_first' });
  laptop.now += 7 * 24 * 3_600_000;
  await laptop.trigger('handshake');
  await laptop.drain();
  expect(laptop.site.saves).toBe(0);
  await retry(laptop.db, id, true, clock());
  await laptop.drain();
  expect(laptop.site.saves).toBe(1);
  expect(laptop.site.overwrites).toEqual([false, true]);
});

test('changed words and a withdrawal are told, with the article’s address; a price is not', async () => {
  const id = await published();
  const change = async (change: Parameters<typeof revise>[2]) => {
    laptop.now += 1000;
    await revise(laptop.db, id, change, clock());
    await laptop.drain();
  };
  const before = (await stored(id))?.input;
  await change({ price: 30_000 });
  expect(await laptop.row(id)).toBeUndefined();
  await change({ name: 'Gula semut organik' });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_CHANGED });
  expect((await stored(id))?.post?.url).toMatch(/\/post\//);
  await change({ name: before?.name ?? '', state: 'withdrawn' });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_GONE });
  expect(laptop.site.saves).toBe(1);
});

test('the person’s yes counts for one try: an answer that got lost again is asked about again', async () => {
  laptop.site.faults = ['look_first', 'saved'];
  const id = await published();
  await retry(laptop.db, id, true, clock());
  await laptop.drain();
  for (let tries = 0; tries < 3; tries += 1) {
    laptop.now += 3_600_000;
    await laptop.trigger('handshake');
    await laptop.drain();
  }
  expect(laptop.site.overwrites.filter((said) => said)).toHaveLength(1);
});

const CHANGE = { ...DEED, page: '/admin/berita/edit/{id}', action: '/admin/berita/update/{id}', list: '/admin/berita' };

/** A revision of the product, worked off. */
async function say(id: string, change: Parameters<typeof revise>[2]): Promise<void> {
  laptop.now += 1000;
  await revise(laptop.db, id, change, clock());
  await laptop.drain();
}

/** From now on how an article is changed was shown, too. */
function showChange(): void {
  laptop.recipe = recipeFor(laptop.site.url, { change: CHANGE });
}

test('where a change was shown, price, sold out and withdrawal go to the article by themselves', async () => {
  showChange();
  const id = await published();
  expect(laptop.site.posts[0]?.html).toContain('Rp25.000');
  await say(id, { price: 30_000 });
  expect(laptop.site.posts[0]?.html).toContain('Rp30.000');
  await say(id, { availability: 'habis' });
  expect(laptop.site.posts[0]?.html).toContain('Habis');
  expect([laptop.site.saves, laptop.site.posts.length]).toEqual([3, 1]);
  await say(id, { state: 'withdrawn' });
  expect(laptop.site.posts).toEqual([]);
  expect((await stored(id))?.post).toMatchObject({ state: 'gone' });
  expect(await laptop.owed()).toEqual([]);
});

test('what changes nothing in the words is not written', async () => {
  showChange();
  const id = await published();
  await say(id, { stock: 12 });
  expect(laptop.site.saves).toBe(1);
  expect(await laptop.owed()).toEqual([]);
});

test('an article of the time before is changed as well, and known by what was written then', async () => {
  const id = await published();
  const { post } = (await stored(id)) ?? {};
  showChange();
  await say(id, { price: 30_000 });
  expect(laptop.site.told.at(-1)?.known).toEqual(post);
  expect(laptop.site.posts[0]?.html).toContain('Rp30.000');
});

test('what is not reached in the admin is the person’s, at its address, and their word settles it', async () => {
  showChange();
  const id = await published();
  laptop.site.faults = ['not_reached'];
  await say(id, { price: 30_000 });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_STALE });
  const url = (await stored(id))?.post?.url ?? '';
  await recordPost(laptop.db, id, url, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toBeUndefined();
  expect((await stored(id))?.post?.wrote).toBeUndefined();
  laptop.site.faults = ['not_reached'];
  await say(id, { state: 'withdrawn' });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_GONE });
  expect((await stored(id))?.post).toMatchObject({ url, state: 'published' });
});

test('a person’s edits are asked about; their yes is one try', async () => {
  showChange();
  const id = await published();
  laptop.site.faults = ['edited_by_hand', 'edited_by_hand'];
  await say(id, { price: 30_000 });
  expect(await laptop.row(id)).toMatchObject({ reason: 'edited_by_hand' });
  await retry(laptop.db, id, true, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'edited_by_hand' });
  await retry(laptop.db, id, true, clock());
  await laptop.drain();
  expect(await laptop.owed()).toEqual([]);
  expect(laptop.site.told.slice(-3).map(({ overwriteEdits }) => overwriteEdits)).toEqual([false, true, true]);
});

test('withdrawn and on sale again: the article comes back where it was', async () => {
  showChange();
  const id = await published();
  await say(id, { state: 'withdrawn' });
  await say(id, { state: 'live' });
  expect(laptop.site.told.at(-1)?.known).toMatchObject({ state: 'gone' });
  expect((await stored(id))?.post?.state).toBe('published');
  expect(await laptop.row(id)).toBeUndefined();
});

test('a recipe that was deleted leaves a price in words to the person', async () => {
  showChange();
  const id = await published();
  laptop.recipe = null;
  await say(id, { price: 30_000 });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_STALE });
});

test('a site that shows no link any more has none counted by the marketplace', async () => {
  showChange();
  const id = await published();
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  laptop.site.mentions = true;
  await say(id, { price: 30_000 });
  expect((await stored(id))?.post).toMatchObject({ mentioned: true });
  expect((await laptop.onMarket(id))?.verification.state).toBe('none');
  expect(await laptop.owed()).toEqual([]);
  laptop.site.mentions = false;
  await say(id, { price: 35_000 });
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
});

test('a mention is told to nobody, and its withdrawal ends well', async () => {
  showChange();
  laptop.site.mentions = true;
  const id = await published();
  expect((await laptop.onMarket(id))?.verification.state).toBe('none');
  await say(id, { state: 'withdrawn' });
  expect((await stored(id))?.post).toMatchObject({ state: 'gone' });
  expect(await laptop.owed()).toEqual([]);
});

test('what a person says of an article that mentions leaves it a mention, until it is seen to be a link', async () => {
  laptop.site.mentions = true;
  const id = await published();
  const { url = '' } = (await stored(id))?.post ?? {};
  await say(id, { name: 'Gula semut organik' });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_CHANGED });
  await recordPost(laptop.db, id, url, clock());
  await laptop.drain();
  expect(await laptop.row(id)).toBeUndefined();
  expect((await stored(id))?.post).toMatchObject({ mentioned: true });
  laptop.site.mentions = false;
  await say(id, { name: 'Gula semut' });
  await recordPost(laptop.db, id, url, clock());
  await laptop.drain();
  expect((await stored(id))?.post?.mentioned).toBeUndefined();
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
});

test('where only hiding was shown, a product that is on sale again is shown again by itself', async () => {
  const takeDown = {
    chosen: [{ name: 'status', value: 'draft' }],
    before: [{ name: 'status', value: 'publish' }],
    form: CHANGE,
  };
  laptop.recipe = recipeFor(laptop.site.url, { takeDown });
  const id = await published();
  await say(id, { state: 'withdrawn' });
  expect((await stored(id))?.post).toMatchObject({ state: 'gone' });
  await say(id, { state: 'live' });
  expect((await stored(id))?.post?.state).toBe('published');
  expect(await laptop.row(id)).toBeUndefined();
});

test('an article that has moved is given to the person at the address where it stands now', async () => {
  showChange();
  const id = await published();
  const { url = '' } = (await stored(id))?.post ?? {};
  laptop.site.faults.push(new CmsError('not_reached', `${url}-baru`));
  await say(id, { state: 'withdrawn' });
  expect(await laptop.row(id)).toMatchObject({ reason: 'by_hand', detail: CARD_GONE });
  expect((await stored(id))?.post).toMatchObject({ url: `${url}-baru`, state: 'published' });
});
