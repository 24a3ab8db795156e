/** How long (ms) a page is left to itself between two looks, and how many looks are taken in one stretch. */
const PAUSE = 800;
const MOST = 40;

/**
 * Calls back when the page has changed, so that an editor which came or went is noticed. A page that changes without end
 * is left alone after a while, until the person presses something there. Answers how to stop.
 */
export function watchEditors(document: Document, changed: () => void): () => void {
  let left = MOST;
  let waiting = 0;
  const soon = (): void => {
    if (waiting !== 0 || left === 0) return;
    left -= 1;
    waiting = window.setTimeout(() => {
      waiting = 0;
      changed();
    }, PAUSE);
  };
  const again = (): void => {
    left = MOST;
    soon();
  };
  const watcher = new MutationObserver(soon);
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('click', again, true);
  return () => {
    window.clearTimeout(waiting);
    watcher.disconnect();
    document.removeEventListener('click', again, true);
  };
}
