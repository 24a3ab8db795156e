import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawLine } from '#utils/early/drawLine.ts';
import { readLine } from '#utils/early/line.ts';

/**
 * The panel's first script, which the page waits for: a line in the place of the quick line takes the caret before the
 * panel's own code is read, and hands its letters over when that has drawn its own.
 */
export default defineUnlistedScript(() => {
  // An address with something behind its # asks for a listing, whose form has no such line.
  if (location.hash.length > 1) return;
  let isLate = false;
  const seen = readLine().then(async (words) => {
    if (words === null || isLate) return;
    globalThis.dodolanLine = { ...drawLine(words), seen };
    // A panel that is loaded ahead is not painted at all.
    await Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, 50))]);
  });
  globalThis.dodolanLine = {
    take(give) {
      isLate = true;
      globalThis.dodolanLine = undefined;
      give('');
    },
    seen,
  };
});
