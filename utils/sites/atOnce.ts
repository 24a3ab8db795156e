import { browser } from 'wxt/browser';
import { askContent, showPanel } from './askContent.ts';

/**
 * What a key does in the page in front, before the rest of the background is read: a person waits for the caret with
 * their fingers on the keys. Each answers false where the page has no panel to show; then the rest is asked.
 */
const AT_ONCE: Record<string, (tabId: number) => Promise<boolean>> = {
  open_panel: async (tabId) => {
    const answer = await askContent(tabId, { name: 'panel/toggle' });
    return answer !== undefined && answer !== null;
  },
  quick_line: (tabId) => showPanel(tabId, null),
};

export async function doneAtOnce(name: string): Promise<boolean> {
  const act = AT_ONCE[name];
  if (act === undefined) return false;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id !== undefined && (await act(tab.id));
}
