import { browser } from 'wxt/browser';
import type { ContentQuestion } from '#utils/runtime/contentMessages.ts';

/** Asks the content script of a tab; undefined when there is none. */
export async function askContent(tabId: number, question: ContentQuestion): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, question, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** Shows the panel in a tab; false when no recognised admin page is there. */
export async function showPanel(tabId: number, listingId: string | null): Promise<boolean> {
  return isShown(await askContent(tabId, { name: 'panel/show', listingId }));
}

export function isShown(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'shown' in answer && answer.shown === true;
}
