import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { retry, skipLinkback } from '#utils/outbox/actions.ts';
import { listOwed } from '#utils/outbox/owed.ts';
import type { HandlersOf } from '#utils/runtime/handlers.ts';

export function outboxHandlers(background: Background) {
  const { db, clock } = background;
  return {
    'outbox/list': () => listOwed(db),
    async 'outbox/retry'({ id, overwriteEdits }) {
      await retry(db, id, overwriteEdits, clock());
      return notifyChanged(background, id);
    },
    async 'outbox/skipLinkback'({ id }) {
      await skipLinkback(db, id, clock());
      return notifyChanged(background, id);
    },
  } satisfies HandlersOf<'outbox/list' | 'outbox/retry' | 'outbox/skipLinkback'>;
}
