import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publish } from '#utils/drafts/publish.ts';
import { readBadge } from '#utils/inbox/inbox.ts';
import { Laptop } from './village.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(() => laptop.reset());

test('a tab that is closed in the middle of a write is told: in the row what happened, on the badge until it goes on', async () => {
  await laptop.know();
  const draft = await laptop.draft();
  await publish(laptop.db, draft, { now: laptop.now, random: 0.5 });
  laptop.site.faults = ['lost'];
  await laptop.drain();
  expect(await laptop.row(draft.id)).toMatchObject({ reason: 'no_tab', detail: 'closed' });
  expect((await laptop.onMarket(draft.id))?.input.state).toBe('live');
  expect((await readBadge(laptop.db, laptop.now)).text).toBe('1');
  await laptop.trigger('handshake');
  await laptop.drain();
  await laptop.live();
  expect(await laptop.owed()).toEqual([]);
  expect((await readBadge(laptop.db, laptop.now)).text).toBe('');
});

test('a site of which no tab was open is nobody’s news', async () => {
  await laptop.know();
  const draft = await laptop.draft();
  await publish(laptop.db, draft, { now: laptop.now, random: 0.5 });
  laptop.site.tabs = [];
  await laptop.drain();
  expect(await laptop.row(draft.id)).toMatchObject({ reason: 'no_tab', detail: null });
  expect((await readBadge(laptop.db, laptop.now)).text).toBe('');
});
