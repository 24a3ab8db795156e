import { describe, expect, test } from 'vitest';
import { HOUR } from '#contract/time.ts';
import { isUnanswered } from '#marketplace/inquiries/thread.ts';
import { play, START } from './playThread.ts';

describe('the clock', () => {
  const MS = 1 / HOUR;

  test('one millisecond before 48 h an answer counts, at 48 h it is late', () => {
    const early = play();
    early.offer(20_000);
    expect(early.village('accept', 48 - MS)).toBeNull();
    const late = play();
    late.offer(20_000);
    expect(late.village('accept', 48)).toBe('inquiry_state_changed');
    expect(late.kinds(), 'the refused answer leaves the expiry behind').toEqual(['buyer offered', 'system expired']);
  });

  test('job first or late answer first: the same history', () => {
    const [job, answer] = [play(), play()];
    for (const t of [job, answer]) t.offer(20_000);
    job.system('expire', 50);
    answer.village('decline', 51);
    expect(job.thread()).toEqual(answer.thread());
    expect(job.thread().lastAt).toBe(START + 48 * HOUR);
  });

  test('a counter starts 48 hours of its own; so does a new offer', () => {
    const t = play();
    t.offer(20_000);
    t.counter(24_000, 47);
    expect(t.buyer('accept', 94)).toBeNull();
  });

  test('words after the end are kept, and the end comes first', () => {
    const t = play();
    t.offer(20_000);
    expect(t.reply('Maaf baru sempat', 60)).toBeNull();
    expect(t.kinds()).toEqual(['buyer offered', 'system expired', 'village said']);
  });

  test('reminded once at 24 h, again only for a new wait', () => {
    const t = play();
    t.ask('Masih ada?');
    t.system('remind', 24 - MS);
    expect(t.kinds()).toEqual(['buyer asked']);
    t.system('remind', 24);
    t.system('remind', 30);
    expect(t.kinds()).toEqual(['buyer asked', 'system reminded']);
    t.reply('Masih', 31);
    t.ask('Yang besar?', 32);
    t.system('remind', 55);
    t.system('remind', 56);
    expect(t.kinds().filter((k) => k === 'system reminded')).toHaveLength(2);
  });

  test('a question that came with an offer still waits after the offer expired', () => {
    const t = play();
    t.run({ by: 'buyer', kind: 'offer', terms: { price: 20_000, quantity: 5 }, text: 'Bisa kirim?', seen: 0 });
    t.system('expire', 48);
    expect(isUnanswered(t.thread())).toBe(true);
    t.reply('Bisa', 49);
    expect(isUnanswered(t.thread())).toBe(false);
  });

  test('a clock that goes backwards does not reorder history', () => {
    const t = play();
    t.ask('Halo', 5);
    t.reply('Halo', 3);
    expect(t.thread().lastAt).toBe(START + 5 * HOUR);
  });
});

describe('two sides at once', () => {
  test('who acts on what they have not seen is refused, whichever comes first', () => {
    const t = play();
    t.offer(20_000);
    const seen = t.seen();
    expect(t.buyer('withdraw')).toBeNull();
    expect(t.run({ by: 'village', kind: 'accept', text: '', seen })).toBe('inquiry_state_changed');
    expect(t.thread().state).toBe('withdrawn');
  });

  test('an accept does not slip onto a newer offer', () => {
    const t = play();
    t.offer(20_000);
    t.counter(24_000);
    const seen = t.seen();
    t.counter(23_000);
    expect(t.run({ by: 'buyer', kind: 'accept', text: '', seen })).toBe('inquiry_state_changed');
  });

  test('words in between are no reason to refuse', () => {
    const t = play();
    t.offer(20_000);
    const seen = t.seen();
    t.ask('Saya tunggu ya');
    expect(t.run({ by: 'village', kind: 'accept', text: '', seen })).toBeNull();
  });

  test('nobody can have seen what has not happened', () => {
    const t = play();
    t.offer(20_000);
    expect(t.run({ by: 'village', kind: 'accept', text: '', seen: 99 })).toBe('inquiry_state_changed');
  });
});
