import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '#contract/time.ts';
import { decide, offersLeft } from '#marketplace/inquiries/machine.ts';
import { OFFER_LIFE, type Rules } from '#marketplace/inquiries/rules.ts';
import {
  evolve, fold, isFlagged, isUnanswered, NEW_THREAD, type Thread, type ThreadEvent, waitingSince,
} from '#marketplace/inquiries/thread.ts'; // biome-ignore format: one list
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { Book } from './model.ts';

const HISTORIES = Number(process.env.MODEL_HISTORIES ?? 10_000);

/** One step of a play. `seen` and the clock are relative to the thread, so that edge cases come up often. */
interface Step {
  command: (thread: Thread) => Command;
  seen: 'last' | 'move' | 'stale' | 'future';
  clock: (thread: Thread, now: number) => number;
  listPrice: number;
}

const terms = fc.record({
  price: fc.integer({ min: 1, max: 8 }).map((n) => n * 1000),
  quantity: fc.integer({ min: 1, max: 3 }),
});
const text = fc.constantFrom('', 'halo', 'lihat https://contoh.example');
const words = fc.constantFrom('halo', 'lihat https://contoh.example');
const seen = 0;
type Make = Step['command'];
const always =
  (command: Command): Make =>
  () =>
    command;
// biome-ignore format: one row each
const arbCommand: fc.Arbitrary<Make> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ terms, text }).map((o) => always({ by: 'buyer', kind: 'offer', seen, ...o })) },
  { weight: 5, arbitrary: fc.record({ terms, text }).map((o) => always({ by: 'village', kind: 'counter', seen, ...o })) },
  { weight: 2, arbitrary: words.map((text) => always({ by: 'buyer', kind: 'say', text })) },
  { weight: 2, arbitrary: words.map((text) => always({ by: 'village', kind: 'reply', text })) },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('accept', 'decline', 'withdraw'), text).map(([kind, text]) => always({ by: 'buyer', kind, text, seen })) },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('accept', 'decline', 'fulfil', 'cancel'), text).map(([kind, text]) => always({ by: 'village', kind, text, seen })) },
  { weight: 3, arbitrary: fc.constantFrom('expire', 'remind').map((kind) => always({ by: 'system', kind })) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1).map((off): Make => (t) => ({ by: 'system', kind: 'floor', offer: t.stateSeq - off })) },
  { weight: 1, arbitrary: fc.constantFrom('buyer', 'village').map((by) => always({ by, kind: 'report', text: '' })) },
  { weight: 1, arbitrary: fc.constant(always({ by: 'buyer', kind: 'erase' })) },
);

/** Clocks near the expiry (to the millisecond), near the reminder, backwards by a wrong clock, or just later. */
const arbClock: fc.Arbitrary<Step['clock']> = fc.oneof(
  fc.constantFrom(-1, 0, 1).map((d) => (t: Thread, now: number) => (t.expiresAt === null ? now : t.expiresAt + d)),
  fc
    .constantFrom(-1, 0)
    .map((d) => (t: Thread, now: number) => Math.max(now, (waitingSince(t) ?? now) + 24 * HOUR + d)),
  fc.constantFrom(-HOUR, 0, 1, HOUR, 20 * HOUR).map((d) => (_: Thread, now: number) => now + d),
);

const arbStep: fc.Arbitrary<Step> = fc.record({
  command: arbCommand,
  seen: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('last' as const, 'move' as const) },
    { weight: 1, arbitrary: fc.constantFrom('stale' as const, 'future' as const) },
  ),
  clock: arbClock,
  listPrice: fc.oneof({ weight: 5, arbitrary: fc.constant(6000) }, { weight: 1, arbitrary: fc.constant(3000) }),
});

const arbRules: fc.Arbitrary<Omit<Rules, 'listPrice'>> = fc.record({
  live: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  stock: fc.constantFrom(null, 2),
  floor: fc.constantFrom(null, { price: 4000, below: 'decline' as const }, { price: 4000, below: 'ask' as const }),
  elsewhere: fc.oneof(
    { weight: 8, arbitrary: fc.constant({ offers: 0, open: false }) },
    {
      weight: 1,
      arbitrary: fc.record({ offers: fc.integer({ min: 0, max: 3 }), open: fc.boolean() }),
    },
  ),
});

test(`the machine and the plain book agree on every history (${HISTORIES} of them)`, () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(fc.array(arbStep, { minLength: 1, maxLength: 14 }), arbRules, (steps, base) => {
      const book = new Book();
      const events: ThreadEvent[] = [];
      let thread = NEW_THREAD;
      let now = 1_700_000_000_000;
      for (const step of steps) {
        const rules: Rules = { ...base, listPrice: step.listPrice };
        now = Math.max(step.clock(thread, now), 0);
        const seenNow = { last: thread.seq, move: thread.stateSeq, stale: thread.stateSeq - 1, future: thread.seq + 2 }[
          step.seen
        ];
        const made = step.command(thread);
        const command = 'seen' in made ? { ...made, seen: seenNow } : made;

        const decision = decide(thread, command, now, rules);
        const before = book.entries.length;
        const refusal = book.act(command, now, rules, step.seen === 'last' || step.seen === 'move');

        expect(decision.refusal).toBe(refusal);
        expect(decision.events.map((e) => [e.by, e.kind, e.at])).toEqual(
          book.entries.slice(before).map((e) => [e.who, e.what, e.at]),
        );
        for (const event of decision.events) {
          const numbered = { ...event, seq: events.length + 1 };
          events.push(numbered);
          thread = evolve(thread, numbered);
        }
        const table = book.onTable();
        expect(thread.state).toBe(book.state());
        expect(thread.terms).toEqual(book.terms());
        expect(thread.expiresAt).toBe(table ? table.at + OFFER_LIFE : null);
        expect(offersLeft(thread)).toBe(3 - book.prices('offered').length);
        expect(isFlagged(thread)).toBe(book.flagged());
        expect(waitingSince(thread)).toBe(book.waits());
        expect(isUnanswered(thread)).toBe(book.waits() !== null && !book.flagged());
        states.add(thread.state);
      }
      expect(fold(events)).toEqual(thread);
      expect(events.map((e) => e.at)).toEqual(events.map((e) => e.at).toSorted((a, b) => a - b));
    }),
    { numRuns: HISTORIES },
  );
  if (HISTORIES >= 1000) expect(states.size, 'every state was reached').toBe(9);
});
