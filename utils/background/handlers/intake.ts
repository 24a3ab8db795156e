import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { moveDraft } from '#utils/drafts/moveDraft.ts';
import { frontSite, isApart } from '#utils/drafts/openPanel.ts';
import { panelVillage } from '#utils/drafts/village.ts';
import { readSource } from '#utils/intake/readSource.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { forgetSource, openPanelFor, sourceOf } from '#utils/sites/panelWindow.ts';

/** Products that begin outside a CMS: at a picture of any page, in the address bar, beside the page. */
export function intakeHandlers({ db, clock, broadcast }: Background) {
  return {
    async 'source/take'(_, { ownTab }) {
      const source = ownTab === undefined ? null : await sourceOf(ownTab);
      return source && readSource(source);
    },
    async 'source/taken'(_, { ownTab }) {
      if (ownTab !== undefined) await forgetSource(ownTab);
      return DONE;
    },
    async 'page/take'({ tabId }) {
      await openPanelFor({ text: '', page: { tabId, frameId: 0, wanted: 'sight' } });
      return DONE;
    },
    async 'panel/front'(_, from) {
      // Only a panel beside the page is not bound to a tab.
      if (from.tab !== null) throw new AppError('bad_message');
      return frontSite(db, clock().now);
    },
    async 'draft/site'({ id, siteUrl }, from) {
      if (!isApart(from)) throw new AppError('bad_message');
      await moveDraft(db, id, siteUrl);
      broadcast('listings', id);
      return panelVillage(db, id);
    },
  } satisfies HandlersOf<'source/take' | 'source/taken' | 'page/take' | 'panel/front' | 'draft/site'>;
}
