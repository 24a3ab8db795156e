import type { Db } from '#utils/db/db.ts';
import type { Input } from '#utils/messages.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { UNDO_MS } from '#utils/model/outbox.ts';
import { type Badge, badgeOf } from './badge.ts';

export function markRead(db: Db, id: string): Promise<void> {
  return db.change(['unread'], (tx) => tx.delete('unread', id));
}

/** Owes a reply. The same message again (a double click) is the same row. */
export function enqueueMessage(
  db: Db,
  { inquiryId, messageId, message }: Input<'inquiry/send'>,
  now: number,
): Promise<void> {
  return db.change(['outbox', 'unread'], async (tx) => {
    await tx.delete('unread', inquiryId);
    if ((await tx.get('outbox', messageId)) !== undefined) return;
    const row: OutboxMessage = {
      kind: 'message',
      id: messageId,
      inquiryId,
      message,
      attempts: 0,
      nextAt: now + UNDO_MS,
      reason: null,
      detail: null,
      createdAt: now,
    };
    await tx.put('outbox', row);
  });
}

/**
 * Takes a reply back; false when it has gone, or may have gone (it has been tried and no answer came). A reply that the
 * marketplace refused has certainly not gone.
 */
export function takeBack(db: Db, messageId: string, now: number): Promise<boolean> {
  return db.change(['outbox'], async (tx) => {
    const row = await tx.get('outbox', messageId);
    if (row?.kind !== 'message') return false;
    const isRefused = row.reason === 'rejected' || row.reason === 'conflict' || row.reason === 'not_connected';
    const isUntried = row.attempts === 0 && now < row.nextAt;
    if (!isRefused && !isUntried) return false;
    await tx.delete('outbox', messageId);
    return true;
  });
}

export function readBadge(db: Db, now: number): Promise<Badge> {
  return db.read(['inquiries', 'unread', 'outbox', 'values'], async (tx) => {
    const consigned = Object.values((await tx.value('consignments')) ?? {});
    const waiting = consigned.reduce((sum, kept) => sum + kept.waiting.length, 0);
    const unread = new Set(await tx.keys('unread'));
    return badgeOf(await tx.all('inquiries'), unread, await tx.all('outbox'), now, waiting);
  });
}
