import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '#contract/time.ts';
import { forgetVillage } from '#utils/connection/forget.ts';
import { discardDraft } from '#utils/drafts/drafts.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import type { Draft } from '#utils/model/draft.ts';
import { retry, skipLinkback } from '#utils/outbox/actions.ts';
import { takeDownLeftovers } from '#utils/outbox/leftovers.ts';
import { updateListing } from '#utils/outbox/steps/types.ts';
import { changeVillage } from '#utils/villages/villages.ts';
import { Laptop } from './village.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 240_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  await laptop.know();
});

const clock = () => ({ now: laptop.now, random: 0.5 });
const stored = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));

/** Published, the writes of its post failing so in turn, each failure followed by another try. */
async function published(...faults: Laptop['site']['faults']): Promise<Draft> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  laptop.site.faults = [...faults];
  await laptop.drain();
  for (let tries = 1; tries < faults.length; tries += 1) {
    laptop.now += 600_000;
    for (const by of ['handshake', 'online'] as const) await laptop.trigger(by);
    await laptop.drain();
  }
  expect(laptop.site.faults).toEqual([]);
  return draft;
}

async function withdrawn(...faults: Laptop['site']['faults']): Promise<Draft> {
  const draft = await published(...faults);
  await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
  return draft;
}

/** The village is signed out and taken off this device. */
async function leave(): Promise<void> {
  await changeVillage(laptop.db, laptop.key, (row) => ({ ...row, token: '', revoked: true }));
  await forgetVillage(laptop.db, laptop.key);
}

describe('a post that the site saved and answered with an error', () => {
  test.each([
    [['saved']],
    [['lost']],
    [['lost', 'signed_out']],
    [['saved', 'no_permission', 'markup_changed']],
  ] as const)('comes down when the listing is withdrawn after %j', async (faults) => {
    await withdrawn(...faults);
    expect(laptop.site.posts).toHaveLength(1);
    await laptop.live();
    expect(laptop.site.posts).toEqual([]);
  });

  test('comes down when the person had given the link up meanwhile', async () => {
    const draft = await published('saved');
    await skipLinkback(laptop.db, draft.id, clock());
    await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
    await laptop.live();
    expect(laptop.site.posts).toEqual([]);
  });

  test('is not looked for while the site may still be saving, and is the one post in the end', async () => {
    const draft = await published('saved');
    await laptop.trigger('online');
    await laptop.drain();
    expect((await laptop.row(draft.id))?.nextAt).toBe(laptop.now + 15_000);
    await laptop.live();
    expect(laptop.site.posts).toHaveLength(1);
    expect(await stored(draft.id)).toMatchObject({ post: { state: 'published' }, mayStand: undefined });
  });

  test('is still owed when taking it down fails', async () => {
    const draft = await withdrawn('saved');
    laptop.now += 60_000;
    laptop.site.faults = ['signed_out'];
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'signed_out', owed: ['linkback'] });
    await laptop.live();
    expect(laptop.site.posts).toEqual([]);
  });
});

test('where nothing was written, a withdrawn listing owes its site nothing', async () => {
  const draft = await withdrawn('signed_out');
  laptop.site.tabs = [];
  await laptop.drain();
  expect(await laptop.row(draft.id)).toBeUndefined();
});

test('a site that takes links out is told so, and asked again in a day', async () => {
  const draft = await published('stripped');
  const row = await laptop.row(draft.id);
  expect(row).toMatchObject({ reason: 'refused', detail: 'link_stripped', nextAt: laptop.now + DAY });
  expect(await stored(draft.id)).toMatchObject({ post: null, mayStand: { posts: [{ postId: '7' }] } });
});

describe('leaving a village', () => {
  test('takes down what a withdrawn listing still had standing, at the next visit to the site', async () => {
    await withdrawn('saved');
    await leave();
    const { tabs } = laptop.site;
    laptop.site.tabs = [];
    await takeDownLeftovers(laptop.deps());
    expect(laptop.site.posts).toHaveLength(1);
    laptop.site.tabs = tabs;
    laptop.now += 60_000;
    await takeDownLeftovers(laptop.deps());
    expect(laptop.site.posts).toEqual([]);
    expect(await laptop.db.read(['values'], (tx) => tx.value('leftovers'))).toEqual({});
  });

  test('gives a live product that may have a post to its draft, which then changes that post', async () => {
    const { id } = await published('saved');
    await leave();
    await laptop.know();
    const [draft] = await laptop.db.read(['drafts'], (tx) => tx.all('drafts'));
    if (draft === undefined) throw new Error('kept');
    await publish(laptop.db, draft, clock());
    const link = laptop.site.posts[0]?.html.match(/href="([^"]+)"/)?.[1];
    expect(link).toMatch(id);
    expect(await stored(draft.id)).toMatchObject({ post: null, former: link, mayStand: { posts: [] } });
  });

  test('and throwing that draft away takes the post down', async () => {
    await published('saved');
    await leave();
    const [draft] = await laptop.db.read(['drafts'], (tx) => tx.all('drafts'));
    await discardDraft(laptop.db, draft?.id ?? '');
    laptop.now += 60_000;
    await takeDownLeftovers(laptop.deps());
    expect(laptop.site.posts).toEqual([]);
  });

  test('a draft that is thrown away while its listing is sold leaves the post to the listing', async () => {
    const draft = await published();
    await laptop.db.change(['drafts'], (tx) => tx.put('drafts', draft));
    await discardDraft(laptop.db, draft.id);
    await takeDownLeftovers(laptop.deps());
    expect(laptop.site.posts).toHaveLength(1);
  });
});

test.each(['lost', 'saved', 'signed_out', 'stripped'] as const)(
  'only the very first write is told that none was before it, however that one ended: %s',
  async (fault) => {
    const draft = await laptop.draft();
    await publish(laptop.db, draft, clock());
    laptop.site.faults = [fault];
    await laptop.drain();
    await retry(laptop.db, draft.id, false, clock());
    await laptop.live();
    await revise(laptop.db, draft.id, { price: 30_000 }, clock());
    await laptop.live();
    expect(laptop.site.firsts[0]).toBe(true);
    expect(laptop.site.firsts.slice(1)).toContain(false);
    expect(laptop.site.firsts.slice(1)).not.toContain(true);
    expect(laptop.site.posts).toHaveLength(1);
  },
);

test('a listing that another version began is looked for before its first write here', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.db.change(['listings'], (tx) => updateListing(tx, draft.id, ({ untried: _, ...rest }) => rest));
  await laptop.live();
  expect(laptop.site.firsts).toEqual([false]);
});
