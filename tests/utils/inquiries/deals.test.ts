import { describe, expect, it } from 'vitest';
import { byMonth, deals, dealsCsv } from '#utils/inquiries/deals.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';
import { events, inquiry } from './make.ts';

function deal(name: string, at: string, over: Partial<StoredInquiry> = {}): StoredInquiry {
  const [accepted] = events(['accepted', 'village', 0]);
  return inquiry(name, {
    state: 'deal',
    terms: { price: 22_000, quantity: 20 },
    events: accepted ? [{ ...accepted, at }] : [],
    ...over,
  });
}

describe('deals', () => {
  it('lists what was agreed and nothing else', () => {
    const list = [
      deal('a', '2025-11-01T03:00:00.000Z'),
      deal('b', '2025-11-02T03:00:00.000Z', { state: 'fulfilled' }),
      deal('spam', '2025-11-03T03:00:00.000Z', { flagged: true }),
      inquiry('c', { state: 'offered', terms: { price: 1000, quantity: 1 } }),
      inquiry('d', { state: 'declined' }),
    ];
    expect(deals(list).map(({ at }) => at.slice(0, 10))).toEqual(['2025-11-02', '2025-11-01']);
  });

  it('puts a deal into the month it was in Java', () => {
    const months = byMonth(deals([deal('a', '2025-10-31T16:59:59.000Z'), deal('b', '2025-10-31T17:00:00.000Z')]));
    expect(months.map(({ month, deals: of }) => [month, of.length])).toEqual([
      ['2025-11', 1],
      ['2025-10', 1],
    ]);
  });

  it('adds up what was not cancelled', () => {
    const at = '2025-11-10T03:00:00.000Z';
    const [month] = byMonth(deals([deal('a', at), deal('b', at, { state: 'cancelled' }), deal('c', at)]));
    expect(month?.deals).toHaveLength(3);
    expect(month?.total).toBe(880_000);
  });
});

describe('dealsCsv', () => {
  const at = '2025-11-10T03:00:00.000Z';
  const csv = (name: string | null) =>
    dealsCsv(
      deals([deal('a', at, { buyer: { name, phoneMasked: '0812••••7890' } })]),
      ['Tanggal', 'Produk'],
      () => 'Sepakat',
    );

  it('reads as one line per deal', () => {
    expect(csv('Budi')).toBe('\ufeffTanggal,Produk\r\n2025-11-10,Gula semut,Budi,20,bungkus,22000,440000,Sepakat\r\n');
  });
  it('says whose each deal is, where more than one village is looked after', () => {
    const names = (list: StoredInquiry[]) =>
      dealsCsv(
        deals(list),
        ['Desa'],
        () => 'Sepakat',
        ({ village }) => village,
      );
    expect(names([deal('a', at, { village: 'utara' }), deal('b', at, { village: 'selatan' })])).toMatch(
      /^\ufeffDesa\r\nutara,2025-11-10,.*\r\nselatan,2025-11-10,/,
    );
  });
  it.each(['=HYPERLINK("http://x")', '+62', '@SUM(A1)', '-1+1', '\t=1'])(
    'never lets the name %j run in a spreadsheet',
    (name) => {
      expect(csv(name)).toMatch(/,"?'/);
    },
  );
  it('keeps quotes, commas and line breaks inside their cell', () => {
    expect(csv('a "b", c\nd')).toContain('"a ""b"", c\nd"');
  });
  it('holds no number of a buyer', () => {
    expect(csv('Budi')).not.toContain('7890');
  });
});
