import type { OutboxMessage, OutboxRow } from '#utils/model/outbox.ts';
import type { StoredInquiry } from '#utils/model/stored.ts';

/** An inquiry together with what this device still owes it. */
export interface Thread {
  inquiry: StoredInquiry;
  /** Messages that the marketplace has not acknowledged yet, oldest first. */
  owed: OutboxMessage[];
  unread: boolean;
  /**
   * True when the village has to do something, also under spam where the marketplace says that the thread waits. An
   * answer on its way counts as given; one that met a changed thread does not.
   */
  toAnswer: boolean;
}

/** A message the marketplace did not take: it stays here, with its words, until the person decides. */
export function isStuck(row: OutboxMessage): boolean {
  return row.reason === 'conflict' || row.reason === 'rejected';
}

/** Joins the cached inquiries with the outbox; every inquiry once, in the order given. */
export function threads(inquiries: StoredInquiry[], outbox: OutboxRow[], unread: string[]): Thread[] {
  const rows = outbox.filter((row) => row.kind === 'message').sort((a, b) => a.createdAt - b.createdAt);
  return inquiries.map((inquiry) => {
    const owed = rows.filter((row) => row.inquiryId === inquiry.id);
    const answered = owed.some((row) => !isStuck(row));
    return {
      inquiry,
      owed,
      unread: unread.includes(inquiry.id),
      toAnswer: (!inquiry.flagged && owed.some(isStuck)) || (inquiry.unanswered && !answered),
    };
  });
}

/** ms since the epoch when the offer that the village must answer runs out; null when nothing does. */
export function deadline({ inquiry, toAnswer }: Thread): number | null {
  return toAnswer && inquiry.expiresAt !== null ? Date.parse(inquiry.expiresAt) : null;
}

/** Fewest hours left first, then what still wants an answer, then the newest. */
export function byHoursLeft(list: Thread[]): Thread[] {
  const rank = (thread: Thread) => deadline(thread) ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...list].sort(
    (a, b) =>
      compare(rank(a), rank(b)) ||
      Number(b.toAnswer) - Number(a.toAnswer) ||
      Date.parse(b.inquiry.updatedAt) - Date.parse(a.inquiry.updatedAt),
  );
}
