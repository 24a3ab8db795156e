import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byHoursLeft, deadline, threads } from '#utils/inquiries/threads.ts';
import { HOUR, idOf, inquiry, iso, NOW, offered, owed } from './make.ts';

const names = (list: ReturnType<typeof threads>) => list.map((thread) => thread.inquiry.id.replace(/^0+/, ''));

describe('byHoursLeft', () => {
  it('puts the offer that runs out first on top, then what wants an answer, then the newest', () => {
    const list = threads(
      [
        inquiry('old', { updatedAt: iso(-90) }),
        inquiry('question', { unanswered: true, updatedAt: iso(-80) }),
        offered('later', 30),
        inquiry('new', { updatedAt: iso(-1) }),
        offered('soon', 3),
      ],
      [],
      [],
    );
    expect(names(byHoursLeft(list))).toEqual(['soon', 'later', 'question', 'new', 'old']);
  });

  it('does not hurry the village over a counter that the buyer must answer', () => {
    const [countered] = threads(
      [inquiry('counter', { state: 'countered', terms: { price: 23_000, quantity: 1 }, expiresAt: iso(2) })],
      [],
      [],
    );
    expect(countered && deadline(countered)).toBeNull();
  });

  it('never shows a later deadline above an earlier one, and loses nothing', () => {
    const hours = fc.array(fc.option(fc.integer({ min: 0, max: 48 })), { maxLength: 12 });
    fc.assert(
      fc.property(hours, (all) => {
        const made = all.map((h, at) =>
          h === null ? inquiry(`q${at}`, { unanswered: at % 2 === 0, updatedAt: iso(-at) }) : offered(`o${at}`, h),
        );
        const sorted = byHoursLeft(threads(made, [], []));
        const deadlines = sorted.map((thread) => deadline(thread) ?? Number.POSITIVE_INFINITY);
        expect(deadlines).toEqual([...deadlines].sort((a, b) => (a < b ? -1 : 1)));
        expect(new Set(sorted.map((thread) => thread.inquiry.id)).size).toBe(made.length);
      }),
    );
  });
});

describe('threads', () => {
  const asked = inquiry('asked', { unanswered: true });

  it('counts an answer on its way as given', () => {
    const [thread] = threads([asked], [owed(asked.id, { kind: 'reply', text: 'Masih' }, { reason: 'offline' })], []);
    expect(thread?.toAnswer).toBe(false);
  });

  it('asks again when the marketplace did not take the answer', () => {
    for (const reason of ['conflict', 'rejected'] as const) {
      const row = owed(asked.id, { kind: 'accept', text: '', seen: 1 }, { reason });
      expect(threads([{ ...asked, unanswered: false }], [row], [])[0]?.toAnswer).toBe(true);
    }
  });

  it('asks nothing of the village for spam, but for what the marketplace says waits', () => {
    expect(threads([{ ...asked, flagged: true, unanswered: false }], [], [])[0]?.toAnswer).toBe(false);
    expect(threads([{ ...asked, flagged: true, unanswered: true }], [], [])[0]?.toAnswer).toBe(true);
  });

  it('keeps what is owed in the order it was said', () => {
    const first = owed(asked.id, { kind: 'reply', text: '1' }, { id: idOf('z'), createdAt: NOW - HOUR });
    const second = owed(asked.id, { kind: 'reply', text: '2' }, { id: idOf('a'), createdAt: NOW });
    const [thread] = threads([asked], [second, first], []);
    expect(thread?.owed.map((row) => row.message.text)).toEqual(['1', '2']);
  });
});
