import { firstStep } from '#utils/connection/firstStep.ts';
import { listConsignments } from '#utils/consignments/list.ts';
import type { Db } from '#utils/db/db.ts';
import { createReader } from '#utils/db/reader.ts';
import { readInbox } from '#utils/inbox/read.ts';
import type { Input, MessageName, Output } from '#utils/messages.ts';
import { listOwed } from '#utils/outbox/owed.ts';
import { listReplies } from '#utils/replies/replies.ts';
import { getSettings } from '#utils/settings.ts';
import { listVillages } from '#utils/villages/known.ts';

type Send = <N extends MessageName>(name: N, input: Input<N>) => Promise<Output<N>>;

/**
 * The popup reads by itself what it draws first, from the store that it shares with the background: the worker is
 * asleep most of the time, and waking it takes longer than all of this. Every other message, and a read that fails,
 * goes to the background by `send`. (The panel cannot read by itself: in a page's frame it has no store.)
 */
export function directReads(send: Send, db: Pick<Db, 'read'> = createReader()): Send {
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
