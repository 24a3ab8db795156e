import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY } from '#contract/time.ts';
import { goByHand, recordPost } from '#utils/assist/record.ts';
import { assertUp } from '#utils/cms/form.ts';
import type { CmsError } from '#utils/cms/types.ts';
import { forgetVillage } from '#utils/connection/forget.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { syncListings } from '#utils/listings/sync.ts';
import { inFlightUntil, settlesAt } from '#utils/outbox/inFlight.ts';
import { takeDownLeftovers } from '#utils/outbox/leftovers.ts';
import { afterFailure } from '#utils/outbox/mayStand.ts';
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

async function leave() {
  await changeVillage(laptop.db, laptop.key, (row) => ({ ...row, token: '', revoked: true }));
  await forgetVillage(laptop.db, laptop.key);
}

test('a gateway that gave up may still be saving', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  let error: unknown;
  try {
    assertUp({ status: 504, retryAfterSeconds: null });
  } catch (thrown) {
    error = thrown;
  }
  const listing = await stored(draft.id);
  expect(afterFailure(listing as never, error as CmsError, 5_000)?.at).toBe(5_000);
});

test('a post that may stand under the old link comes down when the moved product is withdrawn', async () => {
  const draft0 = await laptop.draft();
  await publish(laptop.db, draft0, clock());
  laptop.site.faults = ['saved'];
  await laptop.drain();
  await leave();
  await laptop.know();
  const [draft] = await laptop.db.read(['drafts'], (tx) => tx.all('drafts'));
  if (draft === undefined) throw new Error('kept');
  const { tabs } = laptop.site;
  laptop.site.tabs = [];
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
  laptop.site.tabs = tabs;
  const asked: unknown[] = [];
  const hands = laptop.site.hands();
  laptop.site.hands = () => ({
    ...hands,
    unpublish: (id, post) => {
      asked.push(post);
      return hands.unpublish(id, post);
    },
  });
  await laptop.live();
  expect(laptop.site.posts).toEqual([]);
});

test('an article of ours that may stand beside a card by hand comes down on withdraw', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  laptop.site.faults = ['saved', 'markup_changed'];
  await laptop.drain();
  laptop.now += 600_000;
  for (const by of ['handshake', 'online'] as const) await laptop.trigger(by);
  await laptop.drain();
  expect(await laptop.row(draft.id)).toMatchObject({ reason: 'markup_changed' });
  await goByHand(laptop.db, draft.id, clock());
  await recordPost(laptop.db, draft.id, `${laptop.site.url}/post/9`, clock());
  await laptop.drain();
  await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
  await laptop.drain();
  await recordPost(laptop.db, draft.id, `${laptop.site.url}/post/9`, clock());
  await laptop.drain();
  expect(laptop.site.posts).toEqual([]);
});

test('a product that moves twice takes along the link that its article holds', async () => {
  const draft0 = await laptop.draft();
  await publish(laptop.db, draft0, clock());
  await laptop.drain();
  await leave();
  await laptop.know();
  const [draft] = await laptop.db.read(['drafts'], (tx) => tx.all('drafts'));
  if (draft === undefined) throw new Error('kept');
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  const second = await stored(draft.id);
  await leave();
  const carried = await laptop.db.read(['values'], (tx) => tx.value('carried'));
  const [third] = await laptop.db.read(['drafts'], (tx) => tx.all('drafts'));
  expect(carried?.[third?.id ?? '']?.link).toBe(second?.shortUrl);
});

test('a village that is left and joined again: a product that is put back keeps its article', async () => {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.live();
  const { tabs } = laptop.site;
  laptop.site.tabs = [];
  await revise(laptop.db, draft.id, { state: 'withdrawn' }, clock());
  await laptop.drain();
  await changeVillage(laptop.db, laptop.key, (row) => ({ ...row, token: '', revoked: true }));
  await forgetVillage(laptop.db, laptop.key);
  await laptop.know();
  const marketplace = await laptop.deps().marketplace(laptop.key);
  if (marketplace === null) throw new Error('connected');
  await syncListings(laptop.db, marketplace, laptop.key);
  await revise(laptop.db, draft.id, { state: 'live' }, clock());
  await laptop.drain();
  laptop.now += 60_000;
  laptop.site.tabs = tabs;
  await laptop.trigger('handshake');
  // As `work` in createBackground.ts does it.
  await laptop.drain();
  await takeDownLeftovers(laptop.deps());
  expect(laptop.site.posts).toHaveLength(1);
});

test('what a wrong clock began in the future holds nothing back', () => {
  const now = 1_700_000_000_000;
  expect(settlesAt({ at: now + 365 * DAY, posts: [] }, now)).toBeNull();
  expect(inFlightUntil({ writer: 'one', at: now + 365 * DAY }, 'other', now)).toBeNull();
});
