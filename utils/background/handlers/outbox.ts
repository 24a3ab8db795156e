import type { Room } from '#utils/background/context.ts';
import { moved } from '#utils/background/notifyChanged.ts';
import { listOwed, retry, skipLinkback } from '#utils/outbox/actions.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';

export function outboxHandlers(room: Room) {
  const { db, clock } = room;
  return {
    'outbox/list': () => listOwed(db),
    async 'outbox/retry'({ id, overwriteEdits }) {
      await retry(db, id, overwriteEdits, clock());
      return moved(room, id);
    },
    async 'outbox/skipLinkback'({ id }) {
      await skipLinkback(db, id, clock());
      return moved(room, id);
    },
  } satisfies HandlersOf<'outbox/list' | 'outbox/retry' | 'outbox/skipLinkback'>;
}
