import type { HandlersOf } from '#utils/runtime/handlers.ts';
import type { Room } from '#utils/runtime/room.ts';
import { listOwed, retry, skipLinkback } from './hand.ts';
import { moved } from './moved.ts';

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
