import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { VillageMessage } from '#contract';
import { newId } from '#contract/newId.ts';
import { addListing, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { Life, mortal } from '#tests/utils/outbox/life.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { enqueueMessage, readBadge, takeBack } from '#utils/inbox/inbox.ts';
import { readInbox } from '#utils/inbox/read.ts';
import { type News, syncInbox } from '#utils/inbox/sync.ts';
import { UNDO_MS } from '#utils/model/outbox.ts';

let laptop: Laptop;
let listing: { id: string };
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  // A village of its own for each test: threads of another test are no news here.
  laptop.village = await laptop.market.village('Desa Dagan', [laptop.site.url]);
  await laptop.know();
  listing = await addListing(laptop.market, laptop.village);
});

const look = async (life = new Life()): Promise<News[] | 'ended'> => {
  const deps = laptop.deps();
  const marketplace = await deps.marketplace(laptop.key);
  if (marketplace === null) throw new Error('not connected');
  return Promise.race([syncInbox(mortal(deps, life).db, marketplace, laptop.key, laptop.now), life.ended]);
};
const ask = (text: string) => openThread(laptop.market, listing, { text });
const send = async (inquiryId: string, message: VillageMessage): Promise<string> => {
  const messageId = newId();
  await enqueueMessage(laptop.db, { inquiryId, messageId, message }, laptop.now);
  return messageId;
};

describe('news', () => {
  test('the first look is no news, but what waits for an answer is unread', async () => {
    const { id } = await ask('Masih ada?');
    expect(await look()).toEqual([]);
    expect(await readInbox(laptop.db)).toMatchObject({ unread: [id], inquiries: [{ id }], syncedAt: laptop.now });
  });

  test('each event is news once, ever, also over a worker’s death at any step', async () => {
    await look();
    const { id } = await ask('Masih ada?');
    const heard: News[] = [];
    for (let step = 1; step < 12; step += 1) {
      const news = await look(new Life(step));
      if (news !== 'ended') heard.push(...news);
    }
    expect(heard.length).toBeLessThanOrEqual(1);
    expect(await look()).toEqual([]);
    expect((await readInbox(laptop.db)).unread).toEqual([id]);
  });

  test('a question that comes later is news; what the village itself says is not', async () => {
    await look();
    const { id } = await ask('Masih ada?');
    expect(await look()).toMatchObject([{ inquiryId: id }]);
    await villageSide(laptop.market, laptop.village).send(id, { kind: 'reply', text: 'Ada, Bu.' });
    expect(await look()).toEqual([]);
    expect((await readInbox(laptop.db)).inquiries[0]?.events.map(({ kind }) => kind)).toContain('said');
  });

  test('nothing new: an empty page, and the time of looking moves on', async () => {
    await look();
    laptop.now += 60_000;
    expect(await look()).toEqual([]);
    expect((await readInbox(laptop.db)).syncedAt).toBe(laptop.now);
  });
});

describe('a reply', () => {
  test('goes out once its undo has run out, and is in the thread', async () => {
    const { id } = await ask('Masih ada?');
    await look();
    await send(id, { kind: 'reply', text: 'Ada, Bu.' });
    await laptop.drain();
    expect(await laptop.owed()).toHaveLength(1);
    laptop.now += UNDO_MS;
    await laptop.drain();
    expect(await laptop.owed()).toEqual([]);
    expect((await readInbox(laptop.db)).inquiries[0]).toMatchObject({ unanswered: false });
  });

  test('can be taken back while its undo runs, and not once it may have gone', async () => {
    const { id } = await ask('Masih ada?');
    const first = await send(id, { kind: 'reply', text: 'Ada, Bu.' });
    expect(await takeBack(laptop.db, first, laptop.now)).toBe(true);
    expect(await laptop.owed()).toEqual([]);

    const second = await send(id, { kind: 'reply', text: 'Ada, Bu.' });
    laptop.now += UNDO_MS;
    laptop.faults = ['cutAfter'];
    await laptop.drain();
    expect(await takeBack(laptop.db, second, laptop.now)).toBe(false);
    await laptop.live();
    const { events } = await villageSide(laptop.market, laptop.village).inquiry(id);
    expect(events.filter(({ by }) => by === 'village')).toHaveLength(1);
  });

  test('a worker that dies at any step says it once', async () => {
    for (let step = 1; step < 16; step += 1) {
      const { id } = await ask('Masih ada?');
      await send(id, { kind: 'reply', text: 'Ada, Bu.' });
      laptop.now += UNDO_MS;
      await laptop.drain(new Life(step));
      await laptop.live();
      const { events } = await villageSide(laptop.market, laptop.village).inquiry(id);
      expect(events.filter(({ by }) => by === 'village').map(({ text }) => text)).toEqual(['Ada, Bu.']);
    }
  });

  test('several to one thread go out in the order they were written', async () => {
    const { id } = await ask('Masih ada?');
    for (const text of ['Satu', 'Dua', 'Tiga']) {
      await send(id, { kind: 'reply', text });
      laptop.now += 1;
    }
    laptop.now += UNDO_MS;
    laptop.faults = ['cut', null, 500];
    await laptop.live();
    const { events } = await villageSide(laptop.market, laptop.village).inquiry(id);
    expect(events.filter(({ by }) => by === 'village').map(({ text }) => text)).toEqual(['Satu', 'Dua', 'Tiga']);
  });

  test('to a thread that has moved on is kept with its words, and the thread is shown as it is', async () => {
    const { id } = await openThread(laptop.market, listing, { text: '', terms: { price: 20_000, quantity: 5 } });
    await look();
    const seen = (await readInbox(laptop.db)).inquiries[0]?.events.at(-1)?.seq ?? 0;
    await villageSide(laptop.market, laptop.village).send(id, { kind: 'decline', text: 'Maaf', seen });
    const messageId = await send(id, { kind: 'accept', text: 'Baik, sepakat', seen });
    laptop.now += UNDO_MS;
    await laptop.drain();
    expect(await laptop.row(messageId)).toMatchObject({
      reason: 'conflict',
      message: { kind: 'accept', text: 'Baik, sepakat' },
    });
    expect((await readInbox(laptop.db)).inquiries[0]?.state).toBe('declined');
    expect(await takeBack(laptop.db, messageId, laptop.now)).toBe(true);
  });

  test('that the marketplace refuses waits for the person and does not hold up the next one', async () => {
    const { id } = await openThread(laptop.market, listing, { text: '', terms: { price: 20_000, quantity: 5 } });
    await look();
    const seen = (await readInbox(laptop.db)).inquiries[0]?.events.at(-1)?.seq ?? 0;
    const high = await send(id, { kind: 'counter', terms: { price: 90_000, quantity: 5 }, text: '', seen });
    laptop.now += 1;
    await send(id, { kind: 'reply', text: 'Sebentar, ya' });
    laptop.now += UNDO_MS;
    await laptop.drain();
    expect(await laptop.owed()).toMatchObject([{ id: high, reason: 'rejected', detail: 'offer_above_list_price' }]);
  });
});

describe('the badge', () => {
  test('counts what wants the person, and stops counting what is being answered', async () => {
    await look();
    const one = await ask('Masih ada?');
    await ask('Bisa dikirim?');
    await look();
    expect((await readBadge(laptop.db, laptop.now)).text).toBe('2');
    await send(one.id, { kind: 'reply', text: 'Ada, Bu.' });
    expect((await readBadge(laptop.db, laptop.now)).text).toBe('1');
  });

  test('its colour follows the hours an offer has left', async () => {
    await openThread(laptop.market, listing, { text: '', terms: { price: 20_000, quantity: 5 } });
    await look();
    const expires = Date.parse((await readInbox(laptop.db)).inquiries[0]?.expiresAt ?? '');
    const hoursLeft = async (hours: number) => (await readBadge(laptop.db, expires - hours * 3_600_000)).color;
    const colors = [await hoursLeft(40), await hoursLeft(20), await hoursLeft(5)];
    expect(new Set(colors).size).toBe(3);
    expect(colors[2]).toBe('#b3261e');
  });
});
