import { browser } from 'wxt/browser';
import { type Changed, isChanged } from './changed.ts';

/**
 * Tells our open pages that something they may show has changed. Usually no page is open to hear it; that is no error.
 */
export function broadcastChange(changed: Changed['changed'], id: string | null = null): void {
  void browser.runtime.sendMessage({ changed, id }).catch(() => undefined);
  if (import.meta.env.FIREFOX) void tellPanels({ changed, id }).catch(() => undefined);
}

/**
 * Firefox counts our page in a web page's frame as a part of that page (as a content script's, not an extension's): a
 * message to all our pages does not reach it, a message to its tab does.
 */
async function tellPanels(message: Changed): Promise<void> {
  // Without the `tabs` permission, these are only tabs of permitted hosts. Content scripts there ignore this message.
  const tabs = await browser.tabs.query({ url: '*://*/*' });
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message)));
}

/** Calls back when the background says that something changed; then ask again. Returns a function that stops it. */
export function onChanged(callback: (changed: Changed) => void): () => void {
  const listener = (message: unknown, sender: { id?: string | undefined; tab?: unknown }): undefined => {
    if (isChanged(message) && sender.id === browser.runtime.id && sender.tab === undefined) callback(message);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
