import { describe, expect, test } from 'vitest';
import { decide, offersLeft } from '#marketplace/inquiries/machine.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { play, RULES, START } from './playThread.ts';

describe('the journey', () => {
  test('ask, offer, counter, accept, fulfil', () => {
    const t = play();
    expect([
      t.ask('Apakah bisa dikirim?'),
      t.reply('Bisa.'),
      t.offer(20_000),
      t.counter(23_000),
      t.buyer('accept'),
      t.village('fulfil'),
    ]).toEqual(Array(6).fill(null));
    expect(t.kinds()).toEqual([
      'buyer asked',
      'village said',
      'buyer offered',
      'village countered',
      'buyer accepted',
      'village fulfilled',
    ]);
    expect(t.thread()).toMatchObject({ state: 'fulfilled', terms: { price: 23_000, quantity: 10 }, expiresAt: null });
  });

  test('a declined, withdrawn or expired bargain goes on with the offers that are left', () => {
    const t = play();
    t.offer(20_000);
    t.village('decline');
    expect(t.thread()).toMatchObject({ state: 'declined', terms: null });
    expect(t.offer(21_000)).toBeNull();
    expect(t.buyer('withdraw')).toBeNull();
    expect(t.offer(22_000)).toBeNull();
    t.system('expire', 48);
    expect(t.thread().state).toBe('expired');
    expect(t.offer(23_000, 49)).toBe('offers_used_up');
  });

  test('a deal that fell through ends the thread for bargaining, not for words', () => {
    const t = play();
    t.offer(20_000);
    t.village('accept');
    expect(t.buyer('withdraw')).toBeNull();
    expect(t.thread()).toMatchObject({ state: 'cancelled', terms: { price: 20_000, quantity: 10 } });
    expect(t.offer(21_000)).toBe('inquiry_state_changed');
    expect(t.ask('Maaf ya')).toBeNull();
  });
});

describe('prices', () => {
  test('the buyer only goes up, also after a refusal', () => {
    const t = play();
    t.offer(20_000);
    t.village('decline');
    expect(t.offer(20_000)).toBe('offer_not_higher');
    expect(t.offer(19_000)).toBe('offer_not_higher');
    expect(offersLeft(t.thread()), 'a refused offer is not used up').toBe(2);
  });

  test('the village only goes down, also over two bargains', () => {
    const t = play();
    t.offer(18_000);
    expect(t.counter(23_000)).toBeNull();
    expect(t.counter(23_000)).toBe('offer_not_lower');
    expect(t.counter(22_000)).toBeNull();
    t.offer(19_000);
    expect(t.counter(22_500)).toBe('offer_not_lower');
  });

  test('neither side above the list price; exactly the list price is fine', () => {
    const t = play();
    expect(t.offer(25_001)).toBe('offer_above_list_price');
    expect(t.offer(24_000)).toBeNull();
    expect(t.counter(25_001)).toBe('offer_above_list_price');
    expect(t.counter(25_000)).toBeNull();
  });

  test('a list price that fell may be offered, though it is lower than the last offer', () => {
    const t = play();
    t.offer(24_000);
    t.village('decline');
    const cheaper = { ...RULES, listPrice: 20_000 };
    const offer = (price: number): Command => ({
      by: 'buyer',
      kind: 'offer',
      terms: { price, quantity: 1 },
      text: '',
      seen: t.seen(),
    });
    expect(decide(t.thread(), offer(19_000), START, cheaper).refusal).toBe('offer_not_higher');
    expect(decide(t.thread(), offer(20_000), START, cheaper).refusal).toBeNull();
  });

  test('three offers per buyer and product, those in other threads count', () => {
    const t = play({ elsewhere: { offers: 2, open: false } });
    expect(t.offer(20_000)).toBeNull();
    t.village('decline');
    expect(t.offer(21_000)).toBe('offers_used_up');
    expect(play({ elsewhere: { offers: 1, open: true } }).offer(20_000)).toBe('offer_open');
  });

  test('a second offer waits until the first is answered; a counter takes its place', () => {
    const t = play();
    t.offer(20_000);
    expect(t.offer(21_000)).toBe('offer_open');
    t.counter(24_000);
    expect(t.offer(21_000)).toBeNull();
    expect(t.thread()).toMatchObject({ state: 'offered', terms: { price: 21_000 } });
  });

  test('after the third offer a counter may still be accepted', () => {
    const t = play();
    t.offer(20_000);
    t.counter(24_000);
    t.offer(21_000);
    t.counter(23_500);
    t.offer(22_000);
    t.counter(23_000);
    expect(t.offer(22_500)).toBe('offers_used_up');
    expect(t.buyer('accept')).toBeNull();
  });

  test('what was withdrawn from sale takes no offers, but an open one may be accepted', () => {
    expect(play({ live: false }).offer(20_000)).toBe('listing_gone');
    const t = play();
    t.offer(20_000);
    const accept: Command = { by: 'village', kind: 'accept', text: '', seen: t.seen() };
    expect(decide(t.thread(), accept, START, { ...RULES, live: false }).refusal).toBeNull();
  });
});
