import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { insertCard } from '#utils/cms/editor/insert.ts';
import type { Globals, InsertResult, Request } from '#utils/cms/editor/types.ts';

declare global {
  /** This file sets it for the call that is injected right behind it, which takes it away again. */
  var dodolanInsert: ((request: Request) => Promise<InsertResult>) | undefined;
}

/** The pause between two readings of the editor (ms); all of them together take under a second. */
const PAUSE = 60;

/**
 * Puts a card into the open editor. Injected into one tab on demand: into the page's own world, where the editors' calls
 * are, or into our own world of the page, which no policy of the page reaches.
 */
export default defineUnlistedScript(() => {
  globalThis.dodolanInsert = (request) =>
    insertCard(request, {
      document,
      globals: globalThis as unknown as Globals,
      pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
    });
});
