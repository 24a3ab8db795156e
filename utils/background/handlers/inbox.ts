import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { checkInbox } from '#utils/inbox/check.ts';
import { enqueueMessage, markRead, takeBack } from '#utils/inbox/inbox.ts';
import { readInbox } from '#utils/inbox/read.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { connectedVillages, needMarketplace } from '#utils/villages/villages.ts';

export function inboxHandlers(background: Background) {
  const { db, clock, broadcast, fetch } = background;
  return {
    'inquiry/list': () => readInbox(db),
    async 'inquiry/read'({ id }) {
      await markRead(db, id);
      broadcast('inquiries', id);
      return DONE;
    },
    async 'inquiry/send'(message) {
      await enqueueMessage(db, message, clock().now);
      broadcast('outbox', message.messageId);
      broadcast('inquiries', message.inquiryId);
      background.drain();
      return DONE;
    },
    async 'inquiry/unsend'({ messageId }) {
      const taken = await takeBack(db, messageId, clock().now);
      broadcast('outbox', messageId);
      return { taken };
    },
    async 'inquiry/phone'({ id }) {
      const inquiry = await db.read(['inquiries'], (tx) => tx.get('inquiries', id));
      return { phone: await (await needMarketplace(db, fetch, inquiry?.village ?? null)).buyerPhone(id) };
    },
    async 'inquiry/refresh'() {
      if ((await connectedVillages(db)).length === 0) throw new AppError('not_connected');
      await checkInbox(background);
      return DONE;
    },
  } satisfies HandlersOf<
    'inquiry/list' | 'inquiry/read' | 'inquiry/send' | 'inquiry/unsend' | 'inquiry/phone' | 'inquiry/refresh'
  >;
}
