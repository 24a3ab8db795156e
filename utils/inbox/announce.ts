import type { Inquiry, InquiryEvent } from '#contract';

/**
 * The events that the village wants to hear of at once. Its own acts and the entries of bookkeeping are not among them.
 */
const NEWS: ReadonlySet<InquiryEvent['kind']> = new Set([
  'asked',
  'said',
  'offered',
  'countered',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'reminded',
  'cancelled',
]);

/**
 * The events of a thread that are news to the village, oldest first. A flagged thread gives no news, except one that
 * the marketplace reminds of (held only because very many came): the reminder, and that its offer ran out, are news.
 */
export function newsIn(inquiry: Inquiry): InquiryEvent[] {
  if (inquiry.flagged) return remindedOf(inquiry);
  return inquiry.events.filter((event) => event.by !== 'village' && NEWS.has(event.kind) && !isQuiet(event));
}

/**
 * True for a refusal that the hidden floor price gave in the village's name: it is no news to act on, unlike a deal
 * that it made.
 */
function isQuiet(event: InquiryEvent): boolean {
  return event.by === 'system' && event.kind === 'declined';
}

function remindedOf({ events }: Inquiry): InquiryEvent[] {
  if (events.some(({ kind, by }) => kind === 'reported' && by === 'village')) return [];
  const from = events.findIndex(({ kind }) => kind === 'reminded');
  return from < 0 ? [] : events.slice(from).filter(({ kind }) => kind === 'reminded' || kind === 'expired');
}
