import type { Terms } from '#contract';
import type { StoredInquiry } from '#utils/model/stored.ts';

export interface Deal {
  inquiry: StoredInquiry;
  terms: Terms;
  /** When it was agreed, ISO 8601. */
  at: string;
}

/** A deal that fell through is listed too, but is in no total. */
export function counts({ inquiry }: Deal): boolean {
  return inquiry.state !== 'cancelled';
}

/** Every inquiry that ended in an agreement, newest first. */
export function deals(inquiries: StoredInquiry[]): Deal[] {
  return inquiries
    .flatMap((inquiry) => {
      const agreed = inquiry.events.findLast((event) => event.kind === 'accepted');
      const isDeal = ['deal', 'fulfilled', 'cancelled'].includes(inquiry.state) && !inquiry.flagged;
      return isDeal && agreed && inquiry.terms ? [{ inquiry, terms: inquiry.terms, at: agreed.at }] : [];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export interface Month {
  /** `2025-11`, the month it was in Java. */
  month: string;
  deals: Deal[];
  /** Whole rupiah of all that was not cancelled. */
  total: number;
}

/** WIB is UTC+7 all year. */
function wibDay(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Deals by month, newest month first. */
export function byMonth(list: Deal[]): Month[] {
  const months = new Map<string, Deal[]>();
  for (const deal of list) {
    const month = wibDay(deal.at).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), deal]);
  }
  return [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, of]) => ({ month, deals: of, total: sum(of.filter(counts)) }));
}

function sum(list: Deal[]): number {
  return list.reduce((total, { terms }) => total + terms.price * terms.quantity, 0);
}

/**
 * RFC 4180 with a byte order mark (spreadsheets then read it as UTF-8). A cell that a spreadsheet would run as a formula
 * gets a leading apostrophe: names are written by strangers. No phone numbers. `villageOf` makes a first column of whose
 * each is.
 */
export function dealsCsv(
  list: Deal[],
  header: readonly string[],
  stateWord: (inquiry: StoredInquiry) => string,
  villageOf?: (inquiry: StoredInquiry) => string,
): string {
  const rows = list.map(({ inquiry, terms, at }) => [
    ...(villageOf === undefined ? [] : [villageOf(inquiry)]),
    wibDay(at),
    inquiry.listing.name,
    inquiry.buyer.name ?? '',
    terms.quantity,
    inquiry.listing.unit,
    terms.price,
    terms.price * terms.quantity,
    stateWord(inquiry),
  ]);
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
