import { browser } from 'wxt/browser';

/**
 * What was typed and the background has not confirmed yet. The browser takes a write to `storage` in the task of the
 * keystroke itself, and keeps it whatever becomes of the page afterwards; a message to a sleeping background is dropped
 * when the page that sent it goes, and a page that goes is not always told so. Nothing lives here: a row is deleted as
 * soon as the background has confirmed the same words. No function here throws, because the save is under way beside it.
 */
export function writeAhead(key: string, value: unknown): void {
  void quietly(() => browser.storage.local.set({ [key]: value }));
}

/** Deletes the row; call it only when everything that was written ahead is confirmed. */
export function dropAhead(key: string): void {
  void quietly(() => browser.storage.local.remove(key));
}

/** The row, which anything may have put there; undefined when there is none. */
export async function readAhead(key: string): Promise<unknown> {
  return (await quietly(() => browser.storage.local.get(key)))?.[key];
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
