import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listWib, shortWib } from '#utils/inquiries/time.ts';

const NOW = Date.parse('2025-11-24T08:45:00.000Z');

describe('short times', () => {
  it('are those of Java', () => {
    expect(shortWib('2025-11-24T08:45:00.000Z', 'id')).toBe('24 Nov 15.45 WIB');
    expect(shortWib('2025-08-31T17:00:00.000Z', 'en')).toBe('1 Sep 00:00 WIB');
  });
  it('agree with the time zone database', () => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit' });
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(fc.property(day, (d) => shortWib(d.toISOString(), 'en').includes(clock.format(d))));
  });
  it('say in a list only what is needed', () => {
    expect(listWib('2025-11-24T01:00:00.000Z', NOW, 'id')).toBe('08.00');
    expect(listWib('2025-11-23T16:59:00.000Z', NOW, 'id')).toBe('23 Nov');
    expect(listWib('2024-11-24T01:00:00.000Z', NOW, 'en')).toBe('24 Nov 2024');
  });
});
