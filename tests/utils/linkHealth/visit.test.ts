import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { trigger } from '#utils/outbox/store.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const clock = () => ({ now: laptop.now, random: 0.5 });

/** Published and linked; then the official closes the site's admin page. */
async function linked(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  laptop.site.tabs = [];
  return draft.id;
}

/** An admin page of the site is opened again. */
async function visit(): Promise<void> {
  laptop.site.tabs = [{ id: 2, writer: 'writer-2', openPost: null }];
  await laptop.trigger('handshake');
  await laptop.drain();
}

describe('what was changed away from the village site', () => {
  test('a new price is on the marketplace at once, and in the same post at the next visit', async () => {
    const id = await linked();
    await revise(laptop.db, id, { price: 31_000 }, clock());
    await laptop.drain();
    expect((await laptop.onMarket(id))?.input.price).toBe(31_000);
    expect(await laptop.row(id)).toMatchObject({ reason: 'no_tab', owed: ['linkback', 'proof'] });
    expect(laptop.site.posts[0]?.html).toContain('25.000');
    await visit();
    expect(laptop.site.posts).toHaveLength(1);
    expect(laptop.site.posts[0]?.html).toContain('31.000');
    expect(await laptop.owed()).toEqual([]);
  });

  test('sold out is owed to the post like any other change', async () => {
    const id = await linked();
    const before = laptop.site.saves;
    await revise(laptop.db, id, { availability: 'habis' }, clock());
    await laptop.drain();
    expect(laptop.site.saves).toBe(before);
    await visit();
    expect(laptop.site.saves).toBe(before + 1);
    expect(laptop.site.posts).toHaveLength(1);
    expect(await laptop.owed()).toEqual([]);
  });

  test('withdrawn takes the post down at the next visit, restored brings one back', async () => {
    const id = await linked();
    await revise(laptop.db, id, { state: 'withdrawn' }, clock());
    await laptop.drain();
    expect(laptop.site.posts).toHaveLength(1);
    await visit();
    expect(laptop.site.posts).toEqual([]);
    expect((await laptop.onMarket(id))?.verification.state).toBe('none');

    laptop.site.tabs = [];
    await revise(laptop.db, id, { state: 'live' }, clock());
    await laptop.drain();
    expect(laptop.site.posts).toEqual([]);
    await visit();
    expect(laptop.site.posts).toHaveLength(1);
    await laptop.live();
    expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  });

  test('several changes between two visits are one writing, of the last one', async () => {
    const id = await linked();
    const before = laptop.site.saves;
    for (const price of [26_000, 27_000, 28_000]) {
      await revise(laptop.db, id, { price }, clock());
      await laptop.drain();
    }
    await visit();
    expect(laptop.site.saves).toBe(before + 1);
    expect(laptop.site.posts[0]?.html).toContain('28.000');
  });

  test('a visit to another site, even of the same origin, writes nothing there', async () => {
    const id = await linked();
    await revise(laptop.db, id, { price: 31_000 }, clock());
    await laptop.drain();
    laptop.site.tabs = [{ id: 2, writer: 'writer-2', openPost: null }];
    await trigger(laptop.db, 'handshake', `${laptop.site.url}/selatan`, clock());
    await laptop.drain();
    expect(await laptop.row(id)).toMatchObject({ reason: 'no_tab' });
    expect(laptop.site.posts[0]?.html).toContain('25.000');
  });
});
