import { describe, expect, test } from 'vitest';
import type { Rules } from '#marketplace/inquiries/rules.ts';
import { isFlagged, isUnanswered } from '#marketplace/inquiries/thread.ts';
import { play } from './playThread.ts';

describe('what strangers write', () => {
  test.each([
    'wa 0812 3456 7890 ya',
    'cek https://x.example',
    'toko-saya.com',
    'hubungi +62 812-3456-7890',
    'O8l2 3456 789O',
  ])('first words with a link or number are held: %s', (text) => {
    const t = play();
    t.ask(text);
    expect(t.kinds()).toEqual(['buyer asked', 'system held']);
    expect([isFlagged(t.thread()), isUnanswered(t.thread())]).toEqual([true, false]);
  });

  test.each([
    'Pesan 1.000 bungkus untuk 25 Desember 2026',
    'Harga 25.000 x 12?',
    'Dikirim ke RT 02 RW 05, 53371?',
    'Beli 1.000.000 biji',
  ])('ordinary words are not held: %s', (text) => {
    const t = play();
    t.ask(text);
    expect(t.kinds()).toEqual(['buyer asked']);
  });

  test('once the village has answered, the buyer may give a number', () => {
    const t = play();
    t.ask('Masih ada?');
    t.reply('Ada');
    t.ask('Nomor saya 081234567890');
    expect(isFlagged(t.thread())).toBe(false);
  });

  test('answering what was held says that it is no spam', () => {
    const t = play();
    t.ask('cek https://x.example');
    t.reply('Baik');
    expect(isFlagged(t.thread())).toBe(false);
  });

  test('reported: that side is heard no more, the other may end things', () => {
    const t = play();
    t.offer(20_000);
    t.run({ by: 'village', kind: 'report', text: 'kasar' });
    expect([t.ask('halo'), t.offer(21_000)]).toEqual(['forbidden', 'forbidden']);
    expect(t.buyer('withdraw')).toBeNull();
    const u = play();
    u.offer(20_000);
    u.run({ by: 'buyer', kind: 'report', text: '' });
    expect([u.reply('halo'), u.counter(24_000), u.village('accept')]).toEqual(Array(3).fill('forbidden'));
  });

  test('erasing ends what is open; a deal stays in the books', () => {
    const t = play();
    t.offer(20_000);
    t.run({ by: 'buyer', kind: 'erase' });
    t.run({ by: 'buyer', kind: 'erase' });
    expect(t.kinds()).toEqual(['buyer offered', 'buyer withdrawn', 'buyer erased']);
    const deal = play();
    deal.offer(20_000);
    deal.village('accept');
    deal.run({ by: 'buyer', kind: 'erase' });
    expect(deal.thread()).toMatchObject({ state: 'deal', erased: true, terms: { price: 20_000 } });
    expect(deal.village('fulfil')).toBeNull();
  });
});

describe('the hidden floor', () => {
  const floor = { price: 20_000, below: 'decline' as const };
  const judge = (price: number, rules: Partial<Rules>, quantity = 10) => {
    const t = play(rules);
    t.run({ by: 'buyer', kind: 'offer', terms: { price, quantity }, text: '', seen: 0 });
    t.run({ by: 'system', kind: 'floor', offer: t.seen() });
    return t.thread();
  };

  test('at the floor: a deal at the price offered; one below: declined, or left to a person', () => {
    expect(judge(20_000, { floor })).toMatchObject({ state: 'deal', terms: { price: 20_000 } });
    expect(judge(22_000, { floor })).toMatchObject({ state: 'deal', terms: { price: 22_000 } });
    expect(judge(19_999, { floor }).state).toBe('declined');
    expect(judge(19_999, { floor: { ...floor, below: 'ask' } }).state).toBe('offered');
  });

  test('more than there is in stock is left to a person', () => {
    expect(judge(22_000, { floor, stock: 9 }).state).toBe('offered');
    expect(judge(22_000, { floor, stock: 10 }).state).toBe('deal');
  });

  test('more than there is in stock tells nothing of the floor: above it, at it and below it wait alike', () => {
    const states = [24_000, 20_000, 19_999, 100].map((price) => judge(price, { floor, stock: 9 }).state);
    expect(states).toEqual(Array(4).fill('offered'));
    expect(judge(19_999, { floor, stock: 0 }, 1).state).toBe('offered');
  });

  test('it says nothing when the offer it was to judge is gone or suspicious', () => {
    const t = play({ floor });
    t.offer(22_000);
    const offer = t.seen();
    t.counter(24_000);
    t.run({ by: 'system', kind: 'floor', offer });
    expect(t.thread().state).toBe('countered');
    const held = play({ floor });
    held.run({ by: 'buyer', kind: 'offer', terms: { price: 24_000, quantity: 1 }, text: 'x.com', seen: 0 });
    held.run({ by: 'system', kind: 'floor', offer: 1 });
    expect(held.thread().state).toBe('offered');
  });

  test('an automatic answer is no person: it does not count as the village having answered', () => {
    expect(judge(19_999, { floor }).answeredAt).toBeNull();
  });
});
