import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerDriver } from './answerDriver.ts';

declare global {
  /** True where a page can be driven; seen in our own world of the page alone. */
  var dodolanDriver: boolean | undefined;
}

/**
 * Fills in and presses the form of one page, in sight of the person who has asked for that. Injected into the tab that their
 * press has opened, and nowhere else; only our own background is answered.
 */
export default defineUnlistedScript(() => {
  if (globalThis.dodolanDriver) return;
  globalThis.dodolanDriver = true;
  browser.runtime.onMessage.addListener((question: unknown, sender, respond: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    const answer = answerDriver(question);
    if (answer === null) return undefined;
    void answer.then(respond);
    return true;
  });
});
