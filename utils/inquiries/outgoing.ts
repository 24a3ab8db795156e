import type { Id, Inquiry, VillageMessage } from '#contract';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import type { OutboxMessage } from '#utils/model/outbox.ts';
import { afterSale } from './undo.ts';

export type Send = <N extends MessageName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** The seq of the last event this device has seen: the marketplace refuses what was decided on an older state. */
export function seen(inquiry: Inquiry): number {
  return inquiry.events.reduce((last, event) => Math.max(last, event.seq), 0);
}

/** Puts a message on its way; it is owed from here on, online or not. A sale takes its quantity off the stock too. */
export async function sendMessage(send: Send, inquiry: Inquiry, messageId: Id, message: VillageMessage): Promise<void> {
  await send('inquiry/send', { inquiryId: inquiry.id, messageId, message });
  if (message.kind === 'fulfil') await sellStock(send, inquiry, messageId);
}

/** The stock before a sale, while this page lives, so that an undo puts back exactly what was taken. */
const soldFrom = new Map<string, number>();

async function sellStock(send: Send, inquiry: Inquiry, messageId: string): Promise<void> {
  const listing = (await send('listing/list', {})).find((one) => one.id === inquiry.listing.id);
  const left = afterSale(listing?.stock ?? null, inquiry.terms?.quantity ?? 0);
  if (listing === undefined || left === null) return;
  soldFrom.set(messageId, listing.stock ?? 0);
  await send('listing/availability', { id: listing.id, availability: listing.availability, stock: left });
}

/** Takes a message back, with its effect on the stock; false when it had already gone out. */
export async function takeBack(send: Send, row: OutboxMessage, inquiry: Inquiry | null): Promise<boolean> {
  const { taken } = await send('inquiry/unsend', { messageId: row.id });
  if (taken && row.message.kind === 'fulfil' && inquiry !== null) {
    const listing = (await send('listing/list', {})).find((one) => one.id === inquiry.listing.id);
    const before = soldFrom.get(row.id) ?? (listing?.stock ?? 0) + (inquiry.terms?.quantity ?? 0);
    if (listing !== undefined && listing.stock !== null)
      await send('listing/availability', { id: listing.id, availability: listing.availability, stock: before });
  }
  return taken;
}

/** A message that came back stands before what was typed since: neither is lost. */
export function joinTyped(back: string, typed: string): string {
  return [back, typed].filter((text) => text.trim() !== '').join('\n');
}
