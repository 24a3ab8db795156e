import type { InquiryEvent, Terms, VillageMessage } from '#contract';
import { type Thread, threads } from '#utils/inquiries/threads.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { StoredInquiry } from '#utils/model/stored.ts';

export const HOUR = 3_600_000;
/** A Monday, 15.45 in Java. */
export const NOW = Date.parse('2025-11-24T08:45:00.000Z');

export const iso = (hoursFromNow: number) => new Date(NOW + hoursFromNow * HOUR).toISOString();
export const idOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .padStart(16, '0')
    .slice(-16);

type Said = readonly [
  kind: InquiryEvent['kind'],
  by: InquiryEvent['by'],
  hours: number,
  text?: string | null,
  terms?: Terms | null,
];

/** Events numbered in order, as the marketplace stores them. */
export function events(...said: Said[]): InquiryEvent[] {
  return said.map(([kind, by, hours, text = null, terms = null], at) => ({
    id: idOf(`event${at}${kind}`),
    seq: at + 1,
    at: iso(hours),
    by,
    kind,
    text,
    terms,
  }));
}

/** The village that all of these ask. */
export const VILLAGE_KEY = `https://pasar.example ${idOf('village')}`;

/** A question about gula semut at Rp25.000 a bungkus, changed by `over`; checked with the contract. */
export function inquiry(name: string, over: Partial<StoredInquiry> = {}): StoredInquiry {
  const made = over.events ?? events(['asked', 'buyer', -2, 'Masih ada?']);
  return StoredInquiry.parse({
    id: idOf(name),
    village: VILLAGE_KEY,
    listing: {
      id: idOf('gula'),
      name: 'Gula semut',
      price: 25_000,
      unit: 'bungkus',
      photo: null,
      url: 'https://pasar.example/p/gula-semut',
    },
    buyer: { name: 'Budi', phoneMasked: '0812••••7890' },
    state: 'open',
    terms: null,
    expiresAt: null,
    offersLeft: 3,
    unanswered: false,
    flagged: false,
    events: made,
    createdAt: iso(-2),
    updatedAt: iso(-1),
    ...over,
  });
}

/** An open offer that the village has `hoursLeft` to answer. */
export function offered(
  name: string,
  hoursLeft: number,
  terms: Terms = { price: 22_000, quantity: 20 },
): StoredInquiry {
  return inquiry(name, {
    state: 'offered',
    terms,
    expiresAt: iso(hoursLeft),
    unanswered: true,
    events: events(['offered', 'buyer', hoursLeft - 48, 'Boleh kurang?', terms]),
  });
}

export function owed(inquiryId: string, message: VillageMessage, over: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    kind: 'message',
    id: idOf(`message${message.kind}${inquiryId}`),
    inquiryId,
    message,
    attempts: 0,
    nextAt: NOW,
    reason: null,
    detail: null,
    createdAt: NOW - HOUR,
    ...over,
  };
}

/** The thread of one inquiry, with nothing unread. */
export function threadOf(of: StoredInquiry, rows: OutboxMessage[] = []): Thread {
  const [thread] = threads([of], rows, []);
  if (thread === undefined) throw new Error('no thread');
  return thread;
}
