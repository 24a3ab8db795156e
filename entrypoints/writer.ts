import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerWriter } from '#utils/writer.ts';

declare global {
  /** The name of the writer that lives in this page's isolated world; the page itself cannot see it. */
  var dodolanWriter: string | undefined;
}

/**
 * Holds the CMS drivers. Injected into one tab when something is owed or asked there, never on every page. When it is
 * injected again, the first writer stays; its name tells the background whether it is still the same one.
 */
export default defineUnlistedScript(() => {
  if (globalThis.dodolanWriter === undefined) {
    globalThis.dodolanWriter = Math.random().toString(36).slice(2);
    browser.runtime.onMessage.addListener((question: unknown, sender, respond: (answer: unknown) => void) => {
      if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
      const answer = answerWriter(question, document, location.href);
      if (answer === null) return undefined;
      void answer.then(respond);
      return true;
    });
  }
  return globalThis.dodolanWriter;
});
