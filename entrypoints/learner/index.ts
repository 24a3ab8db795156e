import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lessonPage } from './lessonPage.ts';

declare global {
  /** Of the lesson that watches this page: looks whether it still runs. Seen in our own world of the page alone. */
  var dodolanLearner: (() => void) | undefined;
}

/**
 * Watches one page of a site while a person shows how an article is saved there, and says in a note what comes next.
 * Injected for the time of a lesson alone, and once more when a lesson begins or ends in another tab.
 */
export default defineUnlistedScript(() => {
  if (globalThis.dodolanLearner !== undefined) globalThis.dodolanLearner();
  else if (browser.runtime?.id !== undefined) begin();
});

function begin(): void {
  globalThis.dodolanLearner = () => undefined;
  const watching = (again: () => void) => {
    globalThis.dodolanLearner = again;
  };
  void lessonPage(document, watching)
    .catch(() => false)
    .then((isNewer) => {
      globalThis.dodolanLearner = undefined;
      if (isNewer) begin();
    });
}
