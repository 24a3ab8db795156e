import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Inquiry, InquiryPage } from '#contract';
import { newId } from '#contract/newId.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, BUYER_PHONE, openThread, villageSide } from './fixture.ts';

const offer = (price: number, quantity = 10) => ({ text: '', terms: { price, quantity } });

describe.each(backends)('the village answers, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string };
  let side: ReturnType<typeof villageSide>;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    listing = await addListing(market, village);
    side = villageSide(market, village);
  });

  test('a question arrives, is answered, and the answer is in the thread', async () => {
    const { id } = await openThread(market, listing, { text: 'Masih ada?', name: 'Budi', phone: BUYER_PHONE });
    const page = InquiryPage.parse(await side.list());
    expect(page.inquiries).toMatchObject([
      {
        id,
        state: 'open',
        unanswered: true,
        buyer: { name: 'Budi', phoneMasked: '0857-••••-••33' },
        listing: { id: listing.id, name: 'Gula semut', price: 25_000, unit: 'bungkus', photo: 'a'.repeat(64) },
      },
    ]);
    const answer = await side.send(id, { kind: 'reply', text: 'Masih, Kak.' });
    expect(answer.status).toBe(200);
    expect(Inquiry.parse(await answer.json())).toMatchObject({
      unanswered: false,
      events: [
        { kind: 'asked', by: 'buyer' },
        { kind: 'said', by: 'village', text: 'Masih, Kak.' },
      ],
    });
  });

  test('the same message twice, also at once, is one message; other words under its id are refused', async () => {
    const { id } = await openThread(market, listing);
    const messageId = newId();
    const say = (text: string) => side.send(id, { kind: 'reply', text }, messageId);
    const answers = await Promise.all([say('Ada'), say('Ada'), say('Ada')]);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
    expect((await side.inquiry(id)).events).toHaveLength(2);
    expect(await (await say('Habis')).json()).toMatchObject({ status: 409, code: 'id_taken' });
  });

  test('village and buyer act at the same moment: one wins, the other hears how it stands now', async () => {
    const { id } = await openThread(market, listing, offer(20_000));
    const key = { villageId: village.id, id };
    const withdraw = { by: 'buyer' as const, kind: 'withdraw' as const, text: '', seen: 1 };
    const [answer, withdrawn] = await Promise.all([
      side.send(id, { kind: 'accept', text: '', seen: 1 }),
      act(market.deps, key, { messageId: newId(), command: withdraw, deviceId: null }),
    ]);
    expect([answer.status === 200, withdrawn.refusal === null].filter(Boolean)).toHaveLength(1);
    const now = await side.inquiry(id);
    expect(now.events).toHaveLength(2);
    if (answer.status !== 200) {
      expect(await answer.json()).toMatchObject({ code: 'inquiry_state_changed', current: { id, state: 'withdrawn' } });
    }
  });

  test('a late answer is refused with the expired thread, and the expiry is kept', async () => {
    const { id } = await openThread(market, listing, offer(20_000));
    market.clock.advance(48 * 3_600_000);
    const answer = await side.send(id, { kind: 'accept', text: 'Setuju', seen: 1 });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'inquiry_state_changed', current: { state: 'expired' } });
    expect((await side.inquiry(id)).events.map((e) => e.kind)).toEqual(['offered', 'expired']);
  });

  test.each([
    [{ kind: 'counter', terms: { price: 25_100, quantity: 1 }, text: '', seen: 1 }, 409, 'offer_above_list_price'],
    [{ kind: 'fulfil', text: '', seen: 1 }, 409, 'inquiry_state_changed'],
    [{ kind: 'counter', terms: { price: 24_000 }, text: '', seen: 1 }, 422, 'invalid'],
    [{ kind: 'reply', text: '' }, 422, 'invalid'],
    [{ kind: 'shout', text: 'x' }, 422, 'invalid'],
  ])('%j is refused', async (message, status, code) => {
    const { id } = await openThread(market, listing, offer(20_000));
    const answer = await side.send(id, message);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
    expect((await side.inquiry(id)).events).toHaveLength(1);
  });

  test("another village's inquiry is no inquiry", async () => {
    const { id } = await openThread(market, listing, { text: 'Halo', phone: BUYER_PHONE });
    const stranger = villageSide(market, await market.village());
    expect((await stranger.send(id, { kind: 'reply', text: 'x' })).status).toBe(404);
    const { token } = await market.village();
    for (const path of [`/v1/inquiries/${id}`, `/v1/inquiries/${id}/phone`]) {
      expect((await market.call('GET', path, { token })).status).toBe(404);
      expect((await market.call('GET', path)).status).toBe(401);
    }
    expect((await stranger.list()).inquiries).toEqual([]);
  });

  test('the number is shown by a look that is kept, and nowhere else', async () => {
    const { id } = await openThread(market, listing, { text: 'Halo', phone: BUYER_PHONE });
    expect(JSON.stringify(await side.list())).not.toContain(BUYER_PHONE.slice(-6));
    const looked = await market.call('GET', `/v1/inquiries/${id}/phone`, { token: village.token });
    expect(await looked.json()).toEqual({ phone: BUYER_PHONE });
    const kept = await market.deps.db.selectFrom('phone_reveals').selectAll().where('inquiry_id', '=', id).execute();
    expect(kept).toMatchObject([{ village_id: village.id, device_id: village.deviceId }]);
  });

  test('a device that looks at number after number is stopped', async () => {
    const { id } = await openThread(market, listing, { text: 'Halo', phone: BUYER_PHONE });
    const look = () => market.call('GET', `/v1/inquiries/${id}/phone`, { token: village.token });
    const statuses: number[] = [];
    for (let i = 0; i < 61; i++) statuses.push((await look()).status);
    expect(statuses.lastIndexOf(200)).toBe(59);
    expect(statuses[60]).toBe(429);
  });

  test('history cannot be changed or deleted, only its words forgotten', async () => {
    const { id } = await openThread(market, listing, { text: 'rahasia' });
    const { db } = market.deps;
    const where = () => db.updateTable('inquiry_events').where('inquiry_id', '=', id);
    await expect(where().set({ kind: 'said' }).execute()).rejects.toThrow('append-only');
    await expect(where().set({ text: 'lain' }).execute()).rejects.toThrow('append-only');
    await expect(where().set({ text: null, seq: 9 }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('inquiry_events').where('inquiry_id', '=', id).execute()).rejects.toThrow('append-only');
    await where().set({ text: null }).execute();
    expect((await side.inquiry(id)).events).toMatchObject([{ kind: 'asked', text: null }]);
  });
});
