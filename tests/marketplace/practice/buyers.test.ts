import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { playBuyers } from '#marketplace/practice/buyers.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { openRoom, producer, type Seat } from './rooms.ts';

interface Talk {
  id: string;
  state: string;
  terms: { price: number; quantity: number } | null;
  events: { by: string; kind: string; text: string | null; seq: number }[];
}

describe.each(backends)('made-up buyers on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  let seat: Seat;
  beforeEach(async () => {
    seat = (await openRoom(market, 1)).seats[0] as Seat;
  });

  const talks = async (): Promise<Talk[]> =>
    (await (await market.call('GET', '/v1/inquiries', { token: seat.token })).json()).inquiries;
  const talk = async () => (await talks())[0] as Talk;
  const play = async (seconds: number) => {
    market.clock.advance(seconds * 1000);
    await playBuyers(market.deps);
  };
  async function answer(message: object) {
    const { id } = await talk();
    const path = `/v1/inquiries/${id}/messages/${newId()}`;
    const response = await market.call('PUT', path, { token: seat.token, body: message });
    expect(response.status).toBeLessThan(300);
  }
  const seen = async () => (await talk()).events.at(-1)?.seq;
  const said = async () => (await talk()).events.filter(({ by }) => by === 'buyer').map(({ kind }) => kind);

  it('ask by themselves, and then bargain, within the minute in which a product was published', async () => {
    await sentListing(market, seat, { name: 'Keripik pisang', ...producer(seat), floor: null });
    await market.runJobs();
    expect(await talks()).toMatchObject([{ state: 'open', events: [{ kind: 'asked' }] }]);
    expect((await talk()).events[0]?.text).toContain('Keripik pisang');
    await play(30);
    expect(await talk()).toMatchObject({ state: 'offered', terms: { price: 21_500, quantity: 3 } });
  });

  it('say nothing twice, however often and however many at once the job runs', async () => {
    await sentListing(market, seat, { ...producer(seat), floor: null });
    await Promise.all([playBuyers(market.deps), playBuyers(market.deps)]);
    market.clock.advance(30_000);
    await Promise.all([playBuyers(market.deps), playBuyers(market.deps), playBuyers(market.deps)]);
    expect(await talks()).toHaveLength(1);
    expect(await said()).toEqual(['asked', 'offered']);
  });

  it('go up once, then take what is near', async () => {
    await sentListing(market, seat, { ...producer(seat), floor: null });
    await play(0);
    await answer({ kind: 'reply', text: 'Masih ada' });
    await play(1);
    const seq = await seen();
    await answer({ kind: 'counter', terms: { price: 24_500, quantity: 3 }, text: '', seen: seq });
    await play(1);
    expect(await talk()).toMatchObject({ state: 'offered', terms: { price: 23_000 } });
    await answer({ kind: 'counter', terms: { price: 24_000, quantity: 3 }, text: '', seen: await seen() });
    await play(1);
    await play(60);
    await play(60);
    expect(await talk()).toMatchObject({ state: 'deal', terms: { price: 24_000 } });
    expect(await said()).toEqual(['asked', 'offered', 'offered', 'accepted']);
  });

  it('thank once for a yes', async () => {
    await sentListing(market, seat, { ...producer(seat), floor: null });
    await play(0);
    await play(30);
    await answer({ kind: 'accept', text: '', seen: await seen() });
    await play(1);
    await play(60);
    expect(await talk()).toMatchObject({ state: 'deal' });
    expect(await said()).toEqual(['asked', 'offered', 'said']);
  });

  it('pay the usual price when they are told no, and give up when they are told so again', async () => {
    await sentListing(market, seat, { ...producer(seat), floor: null });
    await play(0);
    await play(30);
    await answer({ kind: 'decline', text: '', seen: await seen() });
    await play(1);
    expect(await talk()).toMatchObject({ state: 'offered', terms: { price: 25_000 } });
    await answer({ kind: 'decline', text: '', seen: await seen() });
    await play(1);
    await play(60);
    expect(await said()).toEqual(['asked', 'offered', 'offered']);
  });

  it('offer something for the cheapest thing, and no more than there is', async () => {
    await sentListing(market, seat, { ...producer(seat), price: 300, floor: null, stock: 1 });
    await play(0);
    await play(30);
    expect(await talk()).toMatchObject({ state: 'offered', terms: { price: 300, quantity: 1 } });
  });

  it('come for five products and no more', async () => {
    for (let n = 0; n < 7; n++)
      await sentListing(market, seat, { ...producer(seat), name: `Keripik ${n} rasa`, floor: null });
    await play(0);
    await play(60);
    expect(await talks()).toHaveLength(5);
  });

  it('come to no real village, and to nothing that is withdrawn', async () => {
    const real = await market.village('Desa Dagan');
    await sentListing(market, real);
    const { id, input } = await sentListing(market, seat, producer(seat));
    const body = { ...input, rev: 2, state: 'withdrawn' };
    await market.call('PUT', `/v1/listings/${id}`, { token: seat.token, body });
    await play(0);
    expect(await talks()).toEqual([]);
    const asked = market.deps.db.selectFrom('inquiries').select('id').where('village_id', '=', real.id);
    expect(await asked.execute()).toEqual([]);
  });
});
