import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publish, revise } from '#utils/drafts/publish.ts';
import { listViews } from '#utils/drafts/views.ts';
import { listHealth } from '#utils/linkHealth/health.ts';
import type { Draft } from '#utils/model/draft.ts';
import { drain } from '#utils/outbox/drain.ts';
import { Life } from './life.ts';
import { Laptop } from './village.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

const clock = () => ({ now: laptop.now, random: 0.5 });
const publishNow = async (changes: Partial<Draft['form']> = {}): Promise<Draft> => {
  await laptop.know();
  const draft = await laptop.draft(changes);
  expect((await publish(laptop.db, draft, clock())).issues).toEqual([]);
  return draft;
};

/** The whole promise, whatever happened on the way: one listing with the newest words, one post with our link, proven. */
async function expectOneOfEach(id: string, changes: { name?: string; rev?: number } = {}): Promise<void> {
  const listing = await laptop.onMarket(id);
  expect(listing?.input).toMatchObject({ name: 'Gula semut', price: 25_000, state: 'live', rev: 1, ...changes });
  const posts = laptop.site.withLink(listing?.shortUrl ?? '');
  expect(posts.map(({ title }) => title)).toEqual([changes.name ?? 'Gula semut']);
  expect(laptop.site.posts).toHaveLength(1);
  expect(listing?.verification).toMatchObject({ state: 'verified', url: `${laptop.site.url}/post/${posts[0]?.id}` });
  expect(await laptop.owed()).toEqual([]);
}

test('an undisturbed run: listing live, post written, link proven, nothing owed', async () => {
  const draft = await publishNow();
  await laptop.drain();
  await expectOneOfEach(draft.id);
  expect(await laptop.db.read(['drafts'], (tx) => tx.all('drafts'))).toEqual([]);
});

describe('the worker dies', () => {
  test('at every single step: the next one ends in the same one listing and one post', async () => {
    await publishNow();
    const whole = new Life();
    await laptop.drain(whole);
    expect(whole.steps).toBeGreaterThan(30);

    for (let step = 1; step <= whole.steps; step += 1) {
      laptop.reset();
      const draft = await publishNow();
      const life = new Life(step);
      await laptop.drain(life);
      expect(life.isOver, `step ${step} was reached`).toBe(true);
      await laptop.live();
      await expectOneOfEach(draft.id);
    }
  }, 120_000);

  test('at every step of every life: even a worker that never lives long gets it done', async () => {
    const draft = await publishNow();
    // Each life is one step longer than the shortest that gets anywhere.
    for (let lives = 0; (await laptop.owed()).length > 0; lives += 1) {
      expect(lives).toBeLessThan(200);
      await laptop.drain(new Life(12 + (lives % 7)));
      laptop.now += 20_000;
    }
    await expectOneOfEach(draft.id);
  }, 120_000);

  test('while the tab goes on writing, and the tab is gone afterwards: the CMS is given time, then asked before writing', async () => {
    const draft = await publishNow();
    laptop.site.faults = ['lost'];
    await laptop.drain();
    expect(laptop.site.posts).toHaveLength(1);
    laptop.site.tabs = [{ id: 2, writer: 'writer-2', openPost: null }];
    await laptop.trigger('handshake');
    await laptop.drain();
    expect(laptop.site.saves).toBe(1);
    expect((await laptop.row(draft.id))?.nextAt).toBe(laptop.now + 15_000);
    await laptop.live();
    await expectOneOfEach(draft.id);
  });
});

describe('the network', () => {
  test.each(['cut', 'cutAfter', 500, 502, 429] as const)(
    '%s at every request: it waits and goes on by itself',
    async (fault) => {
      for (let at = 0; at < 3; at += 1) {
        laptop.reset();
        const draft = await publishNow();
        laptop.faults = [...Array<null>(at).fill(null), fault];
        await laptop.drain();
        await laptop.live();
        await expectOneOfEach(draft.id);
      }
    },
    60_000,
  );

  test('down for long: asked ever less often, every attempt counted, nothing lost', async () => {
    const draft = await publishNow();
    laptop.faults = Array(6).fill('cut');
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await laptop.drain();
      const row = await laptop.row(draft.id);
      expect(row).toMatchObject({ reason: 'server_down', attempts: attempt });
      pauses.push((row?.nextAt ?? 0) - laptop.now);
      laptop.now = row?.nextAt ?? 0;
    }
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 64_000]);
    await laptop.live();
    await expectOneOfEach(draft.id);
  });

  test('a login page of a hotel instead of the marketplace is not an acknowledgement', async () => {
    const draft = await publishNow();
    laptop.faults = [200];
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'server_down' });
    await laptop.live();
    await expectOneOfEach(draft.id);
  });
});

describe('sessions', () => {
  test('no marketplace yet: it waits for the connection, and only for that', async () => {
    laptop.isConnected = false;
    const draft = await publishNow();
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'not_connected' });
    await laptop.trigger('online');
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'not_connected' });
    laptop.isConnected = true;
    await laptop.trigger('connected');
    await laptop.drain();
    await expectOneOfEach(draft.id);
  });

  test('the token was revoked in the middle: not connected, and it goes on after the next invite', async () => {
    const draft = await publishNow();
    const { token } = laptop.village;
    laptop.village.token = 'x'.repeat(43);
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({
      reason: 'not_connected',
      owed: ['photos', 'listing', 'linkback', 'proof'],
    });
    expect(laptop.isConnected).toBe(false);
    laptop.village.token = token;
    laptop.isConnected = true;
    await laptop.trigger('connected');
    await laptop.drain();
    await expectOneOfEach(draft.id);
  });

  test('the CMS session is over: the listing is live, the link back waits for the sign-in', async () => {
    const draft = await publishNow();
    laptop.site.faults = ['signed_out'];
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'signed_out', owed: ['linkback', 'proof'] });
    expect((await laptop.onMarket(draft.id))?.input.state).toBe('live');
    await laptop.trigger('handshake');
    await laptop.drain();
    await expectOneOfEach(draft.id);
  });

  test('no admin page is open: it waits for the next visit to that site, and to no other', async () => {
    const draft = await publishNow();
    const { tabs } = laptop.site;
    laptop.site.tabs = [];
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'no_tab' });
    laptop.site.tabs = tabs;
    await laptop.trigger('online');
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'no_tab' });
    await laptop.trigger('handshake');
    await laptop.drain();
    await expectOneOfEach(draft.id);
  });

  test.each([
    'refused',
    'field_required',
    'no_permission',
    'markup_changed',
    'image_refused',
    'not_read_back',
    'network',
    'site_down',
  ] as const)('the CMS answers %s: the listing stays live, the link stays owed and is tried again', async (problem) => {
    const draft = await publishNow();
    laptop.site.faults = [problem];
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ owed: ['linkback', 'proof'], attempts: 1 });
    await laptop.live();
    await expectOneOfEach(draft.id);
  });
});

describe('people', () => {
  test('pressing twice, and in two tabs at once, is one revision', async () => {
    const draft = await laptop.draft();
    const [one, two] = await Promise.all([publish(laptop.db, draft, clock()), publish(laptop.db, draft, clock())]);
    expect(two.row).toEqual(one.row);
    const deps = laptop.deps();
    await Promise.all([drain(deps), drain(deps), drain(deps)]);
    expect(await publish(laptop.db, draft, clock())).toEqual({ issues: [], row: null });
    await laptop.drain();
    await expectOneOfEach(draft.id);
    expect(laptop.site.saves).toBe(1);
  });

  test('a newer revision while the older one is being sent, at every step: the newer words win everywhere', async () => {
    const first = await publishNow();
    const whole = new Life();
    await laptop.drain(whole);
    expect(first.id).toHaveLength(16);

    for (let step = 2; step < whole.steps; step += 3) {
      laptop.reset();
      const draft = await publishNow();
      const life = new Life(step);
      const draining = laptop.drain(life);
      await life.ended;
      await revise(laptop.db, draft.id, { name: 'Gula semut halus' }, clock());
      await draining;
      await laptop.live();
      await expectOneOfEach(draft.id, { name: 'Gula semut halus', rev: 2 });
    }
  }, 120_000);

  test('a newer revision in the same life, while the tab is writing: nothing of the older one closes the row', async () => {
    const draft = await publishNow();
    const deps = laptop.deps();
    const { save } = deps.tabs;
    deps.tabs.save = async (tabId, post) => {
      const saved = await save(tabId, post);
      deps.tabs.save = save;
      await revise(laptop.db, draft.id, { name: 'Gula semut halus' }, clock());
      return saved;
    };
    await drain(deps);
    await laptop.live();
    await expectOneOfEach(draft.id, { name: 'Gula semut halus', rev: 2 });
  });

  test('withdrawn: the post comes down, the marketplace knows; restored: it is back', async () => {
    const draft = await publishNow();
    await laptop.drain();
    await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
    await laptop.drain();
    expect(laptop.site.posts).toEqual([]);
    expect((await laptop.onMarket(draft.id))?.input.state).toBe('withdrawn');
    expect(await laptop.owed()).toEqual([]);
    await revise(laptop.db, draft.id, { state: 'live' }, clock());
    await laptop.live();
    await expectOneOfEach(draft.id, { rev: 3 });
  });

  test('withdrawn while the first post is being written: no post is left behind', async () => {
    const draft = await publishNow();
    laptop.site.faults = ['lost'];
    await laptop.drain();
    await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
    await laptop.live();
    expect(laptop.site.posts).toEqual([]);
    expect((await laptop.onMarket(draft.id))?.input.state).toBe('withdrawn');
  });

  test('the post is open in an editor: it is not written under the person’s hands', async () => {
    const draft = await publishNow();
    await laptop.drain();
    laptop.site.tabs = [
      { id: 1, writer: 'writer-1', openPost: null },
      { id: 2, writer: 'writer-2', openPost: '1' },
    ];
    await revise(laptop.db, draft.id, { name: 'Gula semut halus' }, clock());
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'open_in_editor' });
    expect(laptop.site.posts[0]?.title).toBe('Gula semut');
    laptop.site.tabs = [{ id: 1, writer: 'writer-1', openPost: null }];
    await laptop.live();
    await expectOneOfEach(draft.id, { name: 'Gula semut halus', rev: 2 });
  });

  test('the village page cannot be seen from outside: told as not proven, looked at again later, proven then', async () => {
    const draft = await publishNow();
    laptop.site.isDown = true;
    await laptop.drain();
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'proof_failed', detail: 'status', owed: ['proof'] });
    laptop.site.isDown = false;
    await laptop.live();
    await expectOneOfEach(draft.id);
    expect(laptop.site.saves).toBe(1);
  });

  test('a site that is shown to the official alone is told as that, and not as a post that is not published', async () => {
    const draft = await publishNow();
    laptop.site.isDown = true;
    laptop.site.isClosed = true;
    await laptop.drain();
    await laptop.drain();
    expect(await laptop.row(draft.id)).toMatchObject({ reason: 'proof_failed', detail: 'site_closed' });
    laptop.site.isDown = false;
    await laptop.live();
    await expectOneOfEach(draft.id);
  });

  test('a guard in front of the site keeps only the checker out: linked, nothing more is owed, and it is said', async () => {
    laptop.site.isGuarded = true;
    const draft = await publishNow();
    for (let turn = 0; (await laptop.owed()).length > 0 && turn < 20; turn += 1) {
      laptop.now += 1000;
      await laptop.drain();
    }
    expect(await laptop.owed()).toEqual([]);
    expect((await laptop.onMarket(draft.id))?.verification).toMatchObject({ state: 'checking', reason: 'status' });
    expect(await listViews(laptop.db)).toMatchObject([{ state: 'linked', keptOut: true }]);
    expect(await listHealth(laptop.db)).toMatchObject([{ health: 'ok' }]);
  });

  test('a contributor’s post is told as pending, and nothing is left to prove', async () => {
    laptop.site.isContributor = true;
    const draft = await publishNow();
    await laptop.drain();
    expect(await laptop.owed()).toEqual([]);
    expect((await laptop.onMarket(draft.id))?.verification.state).not.toBe('verified');
    expect(laptop.site.posts).toHaveLength(1);
  });
});
