import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type OutboxListing,
  type OutboxMessage,
  type OutboxRow,
  STEPS,
  type Step,
  WAIT_REASONS,
} from '#utils/model/outbox.ts';
import { delay, NEVER, RETRY_POLICIES, type Trigger } from '#utils/outbox/retryPolicy.ts';
import { type OutboxEvent, transition } from '#utils/outbox/transition.ts';

const ID = 'abcdefghijklmnop';
const common = { attempts: 0, nextAt: 0, reason: null, detail: null, createdAt: 0 };
const listing: OutboxListing = {
  kind: 'listing',
  id: ID,
  rev: 1,
  owed: [...STEPS],
  photosDone: 0,
  photosAll: 3,
  ...common,
};
const message: OutboxMessage = {
  kind: 'message',
  id: ID,
  inquiryId: ID,
  message: { kind: 'reply', text: 'Ada' },
  ...common,
};

const step = fc.constantFrom(...STEPS);
const wake = fc.constantFrom<Trigger>('start', 'online', 'connected', 'handshake');
const event: fc.Arbitrary<OutboxEvent> = fc.oneof(
  fc.record({ type: fc.constant('progress' as const), done: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ type: fc.constant('done' as const), step, drop: fc.subarray<Step>(['proof']) }),
  fc.record({
    type: fc.constant('wait' as const),
    reason: fc.constantFrom(...WAIT_REASONS),
    detail: fc.option(fc.string(), { nil: null }),
    retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 3600 }), { nil: null }),
  }),
  fc.record({ type: fc.constant('trigger' as const), by: wake }),
  fc.record({ type: fc.constant('later' as const), milliseconds: fc.integer({ min: 0, max: 60_000 }) }),
  fc.constantFrom<OutboxEvent>(
    { type: 'photosLost' },
    { type: 'recheck' },
    { type: 'retry' },
    { type: 'skipLinkback' },
    { type: 'sent' },
  ),
);

/** A history: each event at a moment after the last one; illegal ones change nothing. */
function play(start: OutboxRow, events: { event: OutboxEvent; after: number; random: number }[]) {
  let row: OutboxRow | null = start;
  let now = 0;
  const history: { before: OutboxRow; event: OutboxEvent; after: OutboxRow | null; now: number }[] = [];
  for (const { event, after, random } of events) {
    if (row === null) break;
    now += after;
    const before: OutboxRow = row;
    try {
      row = transition(before, event, { now, random });
    } catch {
      row = before;
      continue;
    }
    history.push({ before, event, after: row, now });
  }
  return history;
}

const moment = fc.record({
  event,
  after: fc.integer({ min: 0, max: 3_600_000 }),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
const histories = fc.array(moment, { maxLength: 40 });
const start = fc.constantFrom<OutboxRow>(
  listing,
  message,
  { ...listing, owed: ['photos', 'listing'] },
  { ...listing, owed: ['listing', 'linkback'] },
);

describe('in any history', () => {
  test('a row ends only by its last step, by giving up the link back, or by being sent', () => {
    fc.assert(
      fc.property(start, histories, (row, events) => {
        for (const { before, event, after } of play(row, events)) {
          if (after !== null) continue;
          if (before.kind === 'message') expect(event.type).toBe('sent');
          else if (event.type === 'skipLinkback') expect(before.owed).not.toContain('listing');
          else expect(event).toMatchObject({ type: 'done', step: before.owed[0] });
        }
      }),
    );
  });

  test('steps are done in order, and none is forgotten that was not dropped by name', () => {
    fc.assert(
      fc.property(start, histories, (row, events) => {
        for (const { after } of play(row, events)) {
          if (after?.kind !== 'listing') continue;
          const places = after.owed.map((owed) => STEPS.indexOf(owed));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          expect(new Set(places).size).toBe(places.length);
          expect(after.photosDone).toBeLessThanOrEqual(after.photosAll);
        }
      }),
    );
  });

  test('who, which revision and since when never change', () => {
    fc.assert(
      fc.property(start, histories, (row, events) => {
        for (const { after } of play(row, events)) {
          if (after === null) continue;
          expect({ id: after.id, kind: after.kind, createdAt: after.createdAt }).toEqual({
            id: row.id,
            kind: row.kind,
            createdAt: row.createdAt,
          });
          if (after.kind === 'listing' && row.kind === 'listing') expect(after.rev).toBe(row.rev);
        }
      }),
    );
  });

  test('what waits has a reason that is legal where it stands, and a moment in the future or none', () => {
    fc.assert(
      fc.property(start, histories, (row, events) => {
        for (const { event, after, now } of play(row, events)) {
          if (after === null || event.type !== 'wait') continue;
          const wait = RETRY_POLICIES[event.reason];
          expect(wait.at).toContain(after.kind === 'message' ? 'message' : after.owed[0]);
          if (wait.pace === null) expect(after.nextAt).toBe(NEVER);
          else expect(after.nextAt).toBeGreaterThanOrEqual(now + (event.retryAfterSeconds ?? 0) * 1000);
        }
      }),
    );
  });

  test('a wake moves exactly the rows whose reason names it', () => {
    fc.assert(
      fc.property(start, histories, wake, (row, events, by) => {
        const last = play(row, events).at(-1)?.after ?? row;
        const woken = transition(last, { type: 'trigger', by }, { now: 1e9, random: 0 });
        if (last.reason !== null && RETRY_POLICIES[last.reason].triggers.includes(by)) {
          expect(woken).toMatchObject({ nextAt: 1e9, reason: null, attempts: 0 });
        } else expect(woken).toEqual(last);
      }),
    );
  });

  test('a row is never stuck: by hand it can always be set going', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const last = play(listing, events).at(-1)?.after;
        if (last == null) return;
        const retried = transition(last, { type: 'retry' }, { now: 1e9, random: 0 });
        expect(retried?.nextAt).toBeLessThanOrEqual(1e9);
      }),
    );
  });
});

test('a fresh reply keeps its undo window whatever happens around it', () => {
  const fresh = { ...message, nextAt: 10_000 };
  for (const event of [{ type: 'retry' }, { type: 'trigger', by: 'online' }] as const) {
    expect(transition(fresh, event, { now: 1000, random: 0 })).toEqual(fresh);
  }
});

test('back-off doubles up to its cap and is never more than a quarter off', () => {
  const pace = { first: 2000, cap: 300_000 };
  for (let attempt = 1; attempt < 60; attempt += 1) {
    const exact = Math.min(300_000, 2000 * 2 ** (attempt - 1));
    expect(delay(pace, attempt, 0)).toBe(exact * 0.75);
    expect(delay(pace, attempt, 0.999)).toBeLessThan(exact * 1.25);
  }
});

test('a marketplace that loses photos again and again is asked ever less often', () => {
  let row: OutboxRow | null = { ...listing, owed: ['listing'] };
  const pauses: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    row = transition(row as OutboxRow, { type: 'photosLost' }, { now: 0, random: 0.5 });
    pauses.push(row?.nextAt ?? 0);
    row = transition(row as OutboxRow, { type: 'done', step: 'photos' }, { now: 0, random: 0.5 });
  }
  expect(pauses).toEqual([0, 2000, 4000, 8000]);
});
