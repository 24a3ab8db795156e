import { firstStep } from '#utils/connection/firstStep.ts';
import { listConsignments } from '#utils/consignments/consignments.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { readInbox } from '#utils/inbox/inbox.ts';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import { listOwed } from '#utils/outbox/actions.ts';
import { listReplies } from '#utils/replies/replies.ts';
import { getSettings } from '#utils/settings.ts';
import { listVillages } from '#utils/villages/villages.ts';

type Send = <N extends MessageName>(name: N, input: Input<N>) => Promise<Output<N>>;

/**
 * The popup reads by itself what it draws first, from the store that it shares with the background: the worker is
 * asleep most of the time, and waking it takes longer than all of this. Every other message, and a read that fails,
 * goes to the background by `send`. (The panel cannot read by itself: in a page's frame it has no store.)
 */
export function directReads(send: Send, db: Db = createDb()): Send {
  const reads: { [N in MessageName]?: () => Promise<Output<N>> } = {
    'settings/get': () => getSettings(db),
    'village/list': () => listVillages(db),
    'first/step': () => firstStep(db),
    'inquiry/list': () => readInbox(db),
    'outbox/list': () => listOwed(db),
    'consignment/list': () => listConsignments(db),
    'reply/list': () => listReplies(db),
  };
  return (name, input) => reads[name]?.().catch(() => send(name, input)) ?? send(name, input);
}
