import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInvite } from '#marketplace/villages/invites.ts';
import { BASE_URL } from '#tests/marketplace/harness.ts';
import { Life } from '#tests/utils/outbox/life.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { redeem } from '#utils/connection/connection.ts';
import { firstStep } from '#utils/connection/firstStep.ts';
import { publish } from '#utils/drafts/publish.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());

it('the popup knows where a person stands: connect, turn a site on, sell, and then no more of it', async () => {
  await laptop.reset();
  await laptop.db.change(['villages', 'origins'], async (tx) => {
    for (const key of await tx.keys('villages')) await tx.delete('villages', key);
    for (const key of await tx.keys('origins')) await tx.delete('origins', key);
  });
  expect(await firstStep(laptop.db)).toBe(1);
  const { code } = await createInvite(laptop.market.deps, laptop.village.id);
  const { village } = await redeem(laptop.db, laptop.fetch(new Life()), `${BASE_URL}/undang/${code}`, 'Laptop');
  expect(await firstStep(laptop.db)).toBe(2);
  const turnOn = (origin: string) => laptop.db.change(['origins'], (tx) => tx.put('origins', { origin, since: 1 }));
  await turnOn('https://chat.example');
  expect(await firstStep(laptop.db)).toBe(2);
  await turnOn(new URL(village.sites[0] ?? '').origin);
  expect(await firstStep(laptop.db)).toBe(3);
  await publish(laptop.db, await laptop.draft(), { now: laptop.now, random: 0 });
  expect(await firstStep(laptop.db)).toBeNull();
});
