import type { HandlersOf } from '../runtime/handlers.ts';
import type { Room } from '../runtime/room.ts';
import { listOwed, retry, skipLinkback } from './hand.ts';

const DONE = { done: true } as const;

export function outboxHandlers({ db, clock, tell, drain }: Room) {
  const moved = (id: string) => {
    tell('outbox', id);
    tell('listings', id);
    drain();
    return DONE;
  };
  return {
    'outbox/list': () => listOwed(db),
    async 'outbox/retry'({ id, overwriteEdits }) {
      await retry(db, id, overwriteEdits, clock());
      return moved(id);
    },
    async 'outbox/skipLinkback'({ id }) {
      await skipLinkback(db, id, clock());
      return moved(id);
    },
  } satisfies HandlersOf<'outbox/list' | 'outbox/retry' | 'outbox/skipLinkback'>;
}
