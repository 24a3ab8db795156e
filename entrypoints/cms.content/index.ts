import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { listingLinks } from '#utils/cms/assist/listingLinks.ts';
import { rememberCursor } from '#utils/cms/editor/cursor.ts';
import { RECOGNISERS } from '#utils/cms/recognisers.ts';
import type { CmsPage, Recogniser } from '#utils/cms/types.ts';
import type { ContentAnswers, ContentQuestion } from '#utils/runtime/contentMessages.ts';
import { send } from '#utils/runtime/send.ts';
import { createLauncher, type Launcher } from './launcher.ts';
import { createPanel } from './panel.ts';
import { watchEditors } from './watchEditors.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let words = { label: 'Dodolan', closeLabel: '', noPanel: '', openWindow: '' };
    let page: CmsPage | null = null;
    let launcher: Launcher | null = null;
    /** The page that the background refused, as JSON, so that it is not asked again at every click. */
    let refused = '';
    const panel = createPanel(document, {
      words: () => words,
      home: () => launcher?.home() ?? null,
      openWindow: () => void send('panel/window', {}).catch(() => undefined),
    });

    /** Where this page is one of a site that was learned, what the background says that it is. */
    let lent: { page: CmsPage; words: typeof words } | null = null;
    let asked = '';

    const answers: { [N in ContentQuestion['name']]: (question: ContentQuestion & { name: N }) => ContentAnswers[N] } =
      {
        'page/who': () => recognise()?.page ?? lent?.page ?? null,
        'panel/toggle': () => (page === null ? null : { shown: panel.toggle() }),
        'panel/show': ({ listingId }) => {
          if (page !== null) panel.show(listingId);
          return { shown: page !== null };
        },
        'panel/check': ({ pass }) => panel.check(pass),
        'page/again': () => {
          asked = '';
          void announce();
          return { shown: false };
        },
        'page/leave': () => {
          ctx.notifyInvalidated();
          return { shown: false };
        },
      };

    /**
     * The handshake: says to the background what this page is, when that is new, and draws the launcher with the words
     * of the answer.
     */
    async function announce(): Promise<void> {
      const found = recognise() ?? (await askOther());
      const said = JSON.stringify(found?.page ?? null);
      if (said === refused || said === JSON.stringify(page)) return launcher?.place();
      page = found?.page ?? null;
      if (found === null) return leave();
      try {
        const hello = found.adapter === null ? lent?.words : await send('page/hello', found.page);
        if (ctx.isInvalid) return;
        words = hello ?? words;
        launcher?.remove();
        launcher = createLauncher(document, {
          places: found.adapter?.places ?? [],
          label: words.label,
          open: () => (ctx.isValid ? panel.show(null) : undefined),
          nearing: () => (ctx.isValid ? panel.preload() : undefined),
        });
      } catch {
        // The origin is not enabled (another port of this host), or the extension is gone: nothing of ours stays here.
        page = null;
        refused = said;
        leave();
      }
    }

    /** A page that nobody recognises may be one of a site that a person has shown; asked once for each address. */
    async function askOther(): Promise<{ adapter: null; page: CmsPage } | null> {
      if (asked !== location.href) {
        asked = location.href;
        lent = await send('page/other', {}).catch(() => null);
      }
      return lent && { adapter: null, page: lent.page };
    }

    function leave(): void {
      launcher?.remove();
      launcher = null;
      panel.hide();
    }

    const listener = (
      question: unknown,
      sender: { id?: string; tab?: unknown },
      respond: (answer: unknown) => void,
    ) => {
      if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isOurs(question)) return undefined;
      respond((answers[question.name] as (question: unknown) => unknown)(question));
      return undefined;
    };
    const isOurs = (question: unknown): question is ContentQuestion =>
      typeof question === 'object' &&
      question !== null &&
      'name' in question &&
      Object.hasOwn(answers, String(question.name));

    browser.runtime.onMessage.addListener(listener);
    ctx.onInvalidated(() => {
      leave();
      panel.remove();
      // `browser.runtime` is gone with the extension when it was updated.
      browser.runtime?.onMessage?.removeListener(listener);
    });
    const checkPage = () => {
      void announce();
      const links = listingLinks(document);
      if (links.length > 0) void send('page/links', { links }).catch(() => undefined);
    };
    ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(checkPage, 0));
    // An unknown CMS makes its editor at any time. The person's first click in the editor tells: the focus moves, and
    // where the editor is a frame, the window loses it.
    const checkAgain = () => (page === null ? void announce() : undefined);
    const noteCursor = rememberCursor(document);
    for (const [where, name] of [
      [document, 'focusin'],
      [window, 'blur'],
    ] as const)
      ctx.addEventListener(where, name, () => {
        noteCursor();
        checkAgain();
      });
    noteCursor();
    // The hand is on its way to the panel's key: Alt and Shift go down before the letter does.
    ctx.addEventListener(document, 'keydown', ({ isTrusted, altKey, shiftKey }) => {
      if (isTrusted && altKey && shiftKey && page !== null && ctx.isValid) panel.preload();
    });
    ctx.addEventListener(window, 'load', checkAgain);
    // It comes without a click too, and goes again, while the address stays.
    const stopWatching = watchEditors(document, () => {
      const isOther = page === null || page.cms === 'assist';
      if (ctx.isValid && isOther && !panel.isShown()) void announce();
    });
    ctx.onInvalidated(stopWatching);
    checkPage();
  },
});

function recognise(): { adapter: Recogniser | null; page: CmsPage } | null {
  const here = { document, location: new URL(location.href) };
  for (const adapter of RECOGNISERS) {
    const page = adapter.recognise(here);
    if (page !== null) return { adapter, page };
  }
  return null;
}
