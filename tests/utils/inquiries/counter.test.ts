import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#marketplace/inquiries/machine.ts';
import type { Rules } from '#marketplace/inquiries/rules.ts';
import { fold } from '#marketplace/inquiries/thread.ts';
import { counterIssue, suggestCounter } from '#utils/inquiries/counter.ts';
import { events, inquiry, NOW, offered } from './make.ts';

const RULES: Rules = {
  listPrice: 25_000,
  live: true,
  stock: null,
  floor: null,
  elsewhere: { offers: 0, open: false },
};

/** Offer, then perhaps a counter and a higher offer: what a bargain looks like when the village is asked. */
const bargain = fc
  .record({
    first: fc.integer({ min: 100, max: 24_000 }),
    counter: fc.option(fc.integer({ min: 100, max: 25_000 })),
    second: fc.integer({ min: 100, max: 25_000 }),
  })
  .map(({ first, counter, second }) => {
    const terms = (price: number) => ({ price, quantity: 20 });
    const last = counter === null ? first : Math.max(first + 1, second);
    return inquiry('b', {
      state: 'offered',
      terms: terms(last),
      expiresAt: new Date(NOW + 1e7).toISOString(),
      events: events(
        ['offered', 'buyer', -3, null, terms(first)],
        ...(counter === null
          ? []
          : ([
              ['countered', 'village', -2, null, terms(counter)],
              ['offered', 'buyer', -1, null, terms(last)],
            ] as const)),
      ),
    });
  });

describe('counterIssue', () => {
  const open = offered('a', 20);

  it.each([
    [{ price: 23_500, quantity: 20 }, null],
    [{ price: 25_000, quantity: 1 }, null],
    [{ price: 25_001, quantity: 20 }, 'offer_above_list_price'],
    [{ price: 22_000, quantity: 20 }, 'below_offer'],
    [{ price: 90, quantity: 20 }, 'price_malformed'],
    [{ price: null, quantity: 20 }, 'price_malformed'],
    [{ price: 23_000, quantity: 0 }, 'quantity_malformed'],
    [{ price: 23_000, quantity: null }, 'quantity_malformed'],
  ] as const)('%j on an offer of 22.000 is %s', (typed, issue) => {
    expect(counterIssue(open, typed)).toBe(issue);
  });

  it('lets the seller only go down, over all bargains of the thread', () => {
    const again = inquiry('a', {
      state: 'offered',
      terms: { price: 21_000, quantity: 20 },
      events: events(
        ['offered', 'buyer', -60, null, { price: 20_000, quantity: 20 }],
        ['countered', 'village', -50, null, { price: 23_000, quantity: 20 }],
        ['expired', 'system', -2],
        ['offered', 'buyer', -1, null, { price: 21_000, quantity: 20 }],
      ),
    });
    expect(counterIssue(again, { price: 23_000, quantity: 20 })).toBe('offer_not_lower');
    expect(counterIssue(again, { price: 22_900, quantity: 20 })).toBeNull();
  });

  it('lets nothing through that the marketplace would refuse', () => {
    fc.assert(
      fc.property(bargain, fc.integer({ min: 1, max: 30_000 }), (thread, price) => {
        if (counterIssue(thread, { price, quantity: 20 }) !== null) return;
        const stored = fold(thread.events.map((event) => ({ ...event, at: Date.parse(event.at) })));
        const command = {
          by: 'village',
          kind: 'counter',
          terms: { price, quantity: 20 },
          text: '',
          seen: stored.seq,
        } as const;
        expect(decide(stored, command, NOW, RULES).refusal).toBeNull();
      }),
    );
  });
});

describe('suggestCounter', () => {
  it('meets the buyer half-way, on whole hundreds', () => {
    expect(suggestCounter(offered('a', 20))).toEqual({ price: 23_500, quantity: 20 });
  });
  it('keeps every rule whenever a price in between exists', () => {
    fc.assert(
      fc.property(bargain, (thread) => {
        const top = thread.events.findLast((event) => event.kind === 'countered')?.terms?.price ?? 25_000;
        if (top - (thread.terms?.price ?? 0) < 2) return;
        expect(counterIssue(thread, suggestCounter(thread))).toBeNull();
      }),
    );
  });
});
