import type { Background } from '#utils/background/context.ts';
import { discardDraft } from '#utils/drafts/drafts.ts';
import { addToList, leaveList, readProductList } from '#utils/drafts/lists.ts';
import { siteOfTab } from '#utils/drafts/openPanel.ts';
import { DONE, type From, type HandlersOf } from '#utils/runtime/handlers.ts';

/** The list is always the one of the panel's own site: the tab says which that is, never the page. */
export function productListHandlers({ db, clock, broadcast }: Background) {
  const siteUrlOf = async (from: From) => (await siteOfTab(db, from, clock().now))?.url ?? null;
  return {
    'list/read': async (_, from) => ({ rows: await readProductList(db, await siteUrlOf(from)) }),
    async 'list/add'({ drafts }, from) {
      const leftOut = await addToList(db, await siteUrlOf(from), drafts, clock().now);
      broadcast('listings');
      return { leftOut };
    },
    async 'list/leave'({ ids, discard }, from) {
      await leaveList(db, await siteUrlOf(from), ids);
      if (discard) for (const id of ids) await discardDraft(db, id);
      broadcast('listings');
      return DONE;
    },
  } satisfies HandlersOf<'list/read' | 'list/add' | 'list/leave'>;
}
