import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lessonPage } from './lessonPage.ts';

declare global {
  /** True while this page is watched; seen in our own world of the page alone. */
  var dodolanLearner: boolean | undefined;
}

/**
 * Watches one page of a site while a person shows how an article is saved there, and says in a note what comes next.
 * Injected for the time of a lesson alone.
 */
export default defineUnlistedScript(() => {
  if (globalThis.dodolanLearner) return;
  globalThis.dodolanLearner = true;
  const done = () => {
    globalThis.dodolanLearner = undefined;
  };
  if (browser.runtime?.id !== undefined) void lessonPage(document).finally(done);
});
