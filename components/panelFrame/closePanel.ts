import { browser } from 'wxt/browser';
import { askHolderToClose, isFramed } from '#utils/runtime/frame.ts';

/** Closes the panel: the frame is hidden by the content script that holds it, a window or tab of its own is closed. */
export function closePanel(): void {
  if (isFramed()) askHolderToClose();
  else void browser.tabs.getCurrent().then((tab) => (tab?.id === undefined ? undefined : browser.tabs.remove(tab.id)));
}
