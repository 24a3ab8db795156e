import { browser } from 'wxt/browser';
import { Changed } from '../messages.ts';

/** Tells our open pages that something they may show has changed. Nobody listening is the usual case, and fine. */
export function tellChanged(changed: Changed['changed'], id: string | null = null): void {
  void browser.runtime.sendMessage({ changed, id }).catch(() => undefined);
}

/** Calls back when the background says that something changed; ask again then. Returns what stops it. */
export function onChanged(callback: (changed: Changed) => void): () => void {
  const listener = (message: unknown, sender: { id?: string | undefined; tab?: unknown }): undefined => {
    const parsed = Changed.safeParse(message);
    if (parsed.success && sender.id === browser.runtime.id && sender.tab === undefined) callback(parsed.data);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
