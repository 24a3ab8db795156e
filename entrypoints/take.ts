import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '#utils/intake/inPage.ts';

declare global {
  /** This file sets it for the call that is injected right behind it. */
  var dodolanTake: typeof readPage | undefined;
}

/** Reads pictures and words of a page that a person pointed at. Injected on demand, into our own world of the page. */
export default defineUnlistedScript(() => {
  globalThis.dodolanTake = readPage;
});
