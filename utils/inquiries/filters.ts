import type { Thread } from './threads.ts';

export const FILTERS = ['answer', 'offers', 'deals', 'closed', 'all', 'spam'] as const;
export type Filter = (typeof FILTERS)[number];

const CLOSED = new Set(['fulfilled', 'cancelled', 'declined', 'withdrawn', 'expired']);

const TESTS: Record<Exclude<Filter, 'spam'>, (thread: Thread) => boolean> = {
  answer: (thread) => thread.toAnswer,
  offers: ({ inquiry }) => inquiry.state === 'offered' || inquiry.state === 'countered',
  deals: ({ inquiry }) => inquiry.state === 'deal',
  closed: ({ inquiry, toAnswer }) => CLOSED.has(inquiry.state) && !toAnswer,
  all: () => true,
};

/** Flagged threads are under `spam` and nowhere else. */
export function inFilter(thread: Thread, filter: Filter): boolean {
  if (thread.inquiry.flagged || filter === 'spam') return thread.inquiry.flagged && filter === 'spam';
  return TESTS[filter](thread);
}

export function countFilters(list: Thread[]): Record<Filter, number> {
  const count = (filter: Filter) => list.filter((thread) => inFilter(thread, filter)).length;
  return {
    answer: count('answer'),
    offers: count('offers'),
    deals: count('deals'),
    closed: count('closed'),
    all: count('all'),
    spam: count('spam'),
  };
}

/** Where the inbox opens: at what has to be answered, else at what waits under spam (see `badge.ts`), else at everything. */
export function firstFilter(list: Thread[]): Filter {
  if (list.some((thread) => inFilter(thread, 'answer'))) return 'answer';
  return list.some(({ inquiry, toAnswer }) => inquiry.flagged && toAnswer) ? 'spam' : 'all';
}

/**
 * True when every word of `query` stands in the product, the buyer's name or what was written; accents and case aside.
 */
export function matches({ inquiry, owed }: Thread, query: string): boolean {
  const said = inquiry.events.map((event) => event.text ?? '');
  const mine = owed.map((row) => row.message.text);
  const all = plain([inquiry.listing.name, inquiry.buyer.name ?? '', ...said, ...mine].join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
}
