import { type OutboxMessage, type OutboxRow, UNDO_MS } from '#utils/model/outbox.ts';
import { isStuck } from './threads.ts';

/** ms in which a message may still be taken back; 0 when it is over. `now` in ms since the epoch. */
export function undoLeft(row: Pick<OutboxMessage, 'createdAt'>, now: number): number {
  return Math.max(0, Math.min(UNDO_MS, row.createdAt + UNDO_MS - now));
}

/** The newest message that may still be taken back, also after the popup was closed and opened again. */
export function undoable(outbox: OutboxRow[], now: number): OutboxMessage | null {
  const rows = outbox.filter((row) => row.kind === 'message').filter((row) => !isStuck(row) && undoLeft(row, now) > 0);
  return rows.sort((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

/** The stock that is left after a sale, never below none; null when stock is not counted. */
export function afterSale(stock: number | null, quantity: number): number | null {
  return stock === null ? null : Math.max(0, stock - quantity);
}
