import type { Inquiry, InquiryEvent } from '../../marketplace/contract/index.ts';

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

/** The events of a thread that are news to the village, oldest first. A flagged thread makes no noise. */
export function newsIn(inquiry: Inquiry): InquiryEvent[] {
  if (inquiry.flagged) return [];
  return inquiry.events.filter((event) => event.by !== 'village' && NEWS.has(event.kind) && !isQuiet(event));
}

/** The hidden floor answering in the village's name is no news to act on, except that it made a deal. */
function isQuiet(event: InquiryEvent): boolean {
  return event.by === 'system' && event.kind === 'declined';
}
