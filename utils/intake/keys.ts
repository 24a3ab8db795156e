import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { listViews } from '#utils/drafts/views.ts';
import { threads } from '#utils/inquiries/threads.ts';
import { editListing } from '#utils/sites/open.ts';
import { openPanelFor } from '#utils/sites/panelWindow.ts';
import { sayNoPanel } from '#utils/sites/shortcut.ts';

/**
 * What each key of the manifest does, where the page in front has no panel to show (`atOnce.ts`). Browsers suggest four at
 * most, and a person changes them in the browser.
 */
export const COMMANDS: Record<string, (db: Db, now: number) => Promise<unknown>> = {
  open_panel: sayNoPanel,
  quick_line: () => openPanelFor({ text: '', page: null }),
  oldest_question: openOldest,
  next_draft: openNextDraft,
};

/** The question that has waited longest; the list of all where none waits. */
async function openOldest(db: Db): Promise<void> {
  const all = await db.read(['inquiries', 'outbox'], async (tx) =>
    threads(await tx.all('inquiries'), await tx.all('outbox'), []),
  );
  const waiting = all
    .filter(({ toAnswer }) => toAnswer)
    .map(({ inquiry }) => inquiry)
    .sort((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
  await openPopupAt(waiting[0]?.id ?? null);
}

/** The unfinished product that has waited longest; the popup's list where there is none. */
async function openNextDraft(db: Db, now: number): Promise<void> {
  const draft = (await listViews(db)).filter(({ state }) => state === 'draft').at(-1);
  if (draft === undefined) await openPopupAt(null);
  else await editListing(db, draft.id, now);
}

/** Opens the popup at a thread; where the browser opens none from here, the same page as a tab. */
async function openPopupAt(inquiryId: string | null): Promise<void> {
  const page = `popup.html${inquiryId === null ? '' : `#${inquiryId}`}`;
  try {
    await browser.action.setPopup({ popup: page });
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(`/${page}` as '/popup.html') });
  } finally {
    await browser.action.setPopup({ popup: 'popup.html' });
  }
}
