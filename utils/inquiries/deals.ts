import type { Terms } from '#contract';
import { toCsv } from '#contract/csv.ts';
import { wibDay, wibMonth } from '#contract/wib.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';

export interface Deal {
  inquiry: StoredInquiry;
  terms: Terms;
  /** When it was agreed, ISO 8601. */
  at: string;
}

/** True when a deal counts in the totals; one that fell through is listed, but is in no total. */
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

/** Deals by month, newest month first. */
export function byMonth(list: Deal[]): Month[] {
  const months = new Map<string, Deal[]>();
  for (const deal of list) {
    const month = wibMonth(deal.at);
    months.set(month, [...(months.get(month) ?? []), deal]);
  }
  return [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, of]) => ({ month, deals: of, total: sum(of.filter(counts)) }));
}

function sum(list: Deal[]): number {
  return list.reduce((total, { terms }) => total + terms.price * terms.quantity, 0);
}

/** One line a deal, without phone numbers. `villageOf` adds a first column with the deal's village. */
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
    inquiry.listing.unitWord || inquiry.listing.unit,
    terms.price,
    terms.price * terms.quantity,
    stateWord(inquiry),
  ]);
  return toCsv([header, ...rows]);
}
