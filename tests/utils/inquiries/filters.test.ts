import { describe, expect, it } from 'vitest';
import { INQUIRY_STATES } from '#contract';
import { countFilters, FILTERS, firstFilter, inFilter, matches } from '#utils/inquiries/filters.ts';
import { threads } from '#utils/inquiries/threads.ts';
import { events, inquiry, offered, owed, threadOf } from './make.ts';

const one = (...args: Parameters<typeof inquiry>) => threadOf(inquiry(...args));

describe('filters', () => {
  it('show every inquiry somewhere, in every state', () => {
    for (const state of INQUIRY_STATES) {
      const thread = one('x', { state });
      expect(inFilter(thread, 'all'), state).toBe(true);
      expect(inFilter(thread, 'spam'), state).toBe(false);
    }
  });

  it('show a flagged one under spam and nowhere else', () => {
    const thread = one('x', { flagged: true, unanswered: true, state: 'offered' });
    expect(FILTERS.filter((filter) => inFilter(thread, filter))).toEqual(['spam']);
  });

  it('count what they show', () => {
    const list = threads(
      [
        offered('a', 5),
        inquiry('b', { state: 'deal' }),
        inquiry('c', { state: 'expired' }),
        inquiry('d', { unanswered: true }),
        inquiry('e', { flagged: true }),
      ],
      [],
      [],
    );
    expect(countFilters(list)).toEqual({ answer: 2, offers: 1, deals: 1, closed: 1, all: 4, spam: 1 });
  });

  it('open at what has to be answered, else at what is held and waits, else at everything', () => {
    expect(firstFilter(threads([offered('a', 5)], [], []))).toBe('answer');
    expect(firstFilter(threads([inquiry('b')], [], []))).toBe('all');
    expect(firstFilter(threads([inquiry('b', { flagged: true })], [], []))).toBe('all');
    const held = inquiry('c', { flagged: true, unanswered: true });
    expect(firstFilter(threads([held], [], []))).toBe('spam');
    expect(firstFilter(threads([held, offered('a', 5)], [], []))).toBe('answer');
    expect(firstFilter(threads([held], [owed(held.id, { kind: 'reply', text: 'Ada.' })], []))).toBe('all');
  });
});

describe('matches', () => {
  const asked = inquiry('a', {
    buyer: { name: 'Bu Rétna', phoneMasked: null },
    events: events(['asked', 'buyer', -1, 'Bisa kirim ke Purwokerto?']),
  });
  const [thread] = threads([asked], [owed(asked.id, { kind: 'reply', text: 'Saged, ongkir sepuluh ribu' })], []);

  it.each(['gula', 'RETNA', 'purwokerto gula', 'ongkir', '  '])('finds by "%s"', (query) => {
    expect(thread && matches(thread, query)).toBe(true);
  });
  it('needs every word', () => {
    expect(thread && matches(thread, 'gula batik')).toBe(false);
  });
});
