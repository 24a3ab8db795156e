import type { Inquiry } from '#contract';
import { HOUR } from '#contract/time.ts';
import { TAB_CLOSED } from '#utils/model/cardTask.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';

export interface Badge {
  text: string;
  /** CSS colour, dark enough for white figures. */
  color: string;
}

const COLORS = { calm: '#1d6b3f', soon: '#9a5b00', urgent: '#b3261e' };

/**
 * How many threads want the person: unread, or unanswered without a reply on its way. Those under spam that wait for an
 * answer all the same (held only because very many came) count as one together, so that a flood stays quiet. `consigned` is
 * how many products villagers have sent that nobody has looked at. A link whose tab was closed in the middle of the write
 * counts too, because nobody else tells of it. The colour says how near the first offer is to running out: under 24 h amber, under 6 h red.
 */
export function badgeOf(
  inquiries: readonly Inquiry[],
  unread: ReadonlySet<string>,
  owed: readonly OutboxRow[],
  now: number,
  consigned = 0,
): Badge {
  const answering = new Set(owed.flatMap((row) => (row.kind === 'message' && isOnItsWay(row) ? [row.inquiryId] : [])));
  const waits = ({ id, unanswered }: Inquiry) => unanswered && !answering.has(id);
  const wanting = inquiries.filter((one) => waits(one) || (unread.has(one.id) && !one.flagged));
  const held = wanting.filter(({ flagged }) => flagged).length;
  const cutOff = owed.filter(({ reason, detail }) => reason === 'no_tab' && detail === TAB_CLOSED).length;
  const count = wanting.length - held + Math.min(held, 1) + consigned + cutOff;
  const left = Math.min(
    ...wanting.map(({ expiresAt, unanswered }) =>
      expiresAt !== null && unanswered ? Date.parse(expiresAt) - now : Number.POSITIVE_INFINITY,
    ),
  );
  const color = left < 6 * HOUR ? COLORS.urgent : left < 24 * HOUR ? COLORS.soon : COLORS.calm;
  return { text: count === 0 ? '' : count > 99 ? '99+' : String(count), color };
}

function isOnItsWay(row: OutboxRow): boolean {
  return row.reason !== 'rejected' && row.reason !== 'conflict';
}
