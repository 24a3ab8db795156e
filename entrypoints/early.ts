import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawEarly } from '#utils/early/draw.ts';
import { readEarly } from '#utils/early/early.ts';

/**
 * The popup's first script, which the page waits for: it draws what the popup drew last, before the popup's own code is
 * read. As soon as that draws anything, this goes.
 */
export default defineUnlistedScript(() => {
  const app = document.getElementById('app');
  // An address with something behind its # asks for one thread or a receipt.
  if (app === null || location.hash.length > 1) return;
  const early = readEarly(browser.runtime.getManifest().version);
  if (early === null) return;
  const drawn = drawEarly(early, Date.now());
  app.before(drawn);
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    drawn.remove();
  }).observe(app, { childList: true });
});
