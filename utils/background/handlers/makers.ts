import type { Background } from '#utils/background/context.ts';
import { changeMaker, removeMaker, sayContact, withdrawConsent } from '#utils/drafts/makers.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { listMakers } from '#utils/makers/book.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';

export function makerHandlers(background: Background) {
  const { db, clock, broadcast } = background;
  /** The address book and, with it, products have changed. */
  const changed = () => {
    for (const what of ['makers', 'listings', 'outbox', 'settings'] as const) broadcast(what);
    background.drain();
    return DONE;
  };
  return {
    'maker/list': ({ village }) => listMakers(db, village),
    async 'maker/refresh'({ village }) {
      await refreshShared(background, village);
      return DONE;
    },
    async 'maker/change'({ village, who, to, agreed }) {
      await changeMaker(db, village, who, to, agreed, clock());
      return changed();
    },
    async 'maker/withdraw'({ village, who }) {
      await withdrawConsent(db, village, who, clock());
      return changed();
    },
    async 'maker/remove'({ village, who }) {
      await removeMaker(db, village, who, clock());
      return changed();
    },
    async 'maker/contact'({ village, to }) {
      await sayContact(db, village, to, clock());
      return changed();
    },
  } satisfies HandlersOf<
    'maker/list' | 'maker/refresh' | 'maker/change' | 'maker/withdraw' | 'maker/remove' | 'maker/contact'
  >;
}
