import type { Inquiry, InquiryEvent } from '#contract';

/** What the village wants to hear of at once. Its own acts and the books' entries are not among them. */
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
 * The events of a thread that are news to the village, oldest first. A flagged thread makes no noise, but for the one that
 * the marketplace reminds of (held only because very many came): the reminder, and that its offer ran out, are heard.
 */
export function newsIn(inquiry: Inquiry): InquiryEvent[] {
  if (inquiry.flagged) return remindedOf(inquiry);
  return inquiry.events.filter((event) => event.by !== 'village' && NEWS.has(event.kind) && !isQuiet(event));
}

/** The hidden floor answering in the village's name is no news to act on, except that it made a deal. */
function isQuiet(event: InquiryEvent): boolean {
  return event.by === 'system' && event.kind === 'declined';
}

function remindedOf({ events }: Inquiry): InquiryEvent[] {
  if (events.some(({ kind, by }) => kind === 'reported' && by === 'village')) return [];
  const from = events.findIndex(({ kind }) => kind === 'reminded');
  return from < 0 ? [] : events.slice(from).filter(({ kind }) => kind === 'reminded' || kind === 'expired');
}
