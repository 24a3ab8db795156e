import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Answer } from '#utils/runtime/protocol.ts';
import { doneAtOnce } from '#utils/sites/atOnce.ts';

type Background = ReturnType<typeof import('#utils/background/start.ts')['startBackground']>;

/** How long (ms) the rest of the background waits for an event. */
const KEYS_FIRST = 50;

/**
 * The background's first script: it registers every listener at once and synchronously (one that is added later misses the
 * event that woke the worker), and leaves the work to the rest, which is read with the first event. So a key that finds the
 * worker asleep waits for these few lines only.
 */
export default defineBackground(() => {
  let started: Promise<Background> | null = null;
  const background = (): Promise<Background> => {
    started ??= import('#utils/background/start.ts').then(({ startBackground }) => startBackground());
    // What could not be put together now is put together anew at the next event.
    started.catch((error: unknown) => {
      console.error(error);
      started = null;
    });
    return started;
  };
  const tell = (say: (background: Background) => unknown): void => void background().then(say, () => undefined);

  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: Answer) => void) => {
    const none: Answer = { ok: false, code: 'internal', issues: [], retryAfterSeconds: null };
    // Every message gets an answer, also from a background that could not be put together.
    void background()
      .then(
        ({ answer }) => answer(message, sender),
        () => none,
      )
      .then(respond);
    // Keeps the channel open in every browser; a returned promise is understood by only some of them.
    return true;
  });
  browser.runtime.onInstalled.addListener(() => tell(({ installed }) => installed()));
  browser.runtime.onStartup.addListener(() => tell(({ started }) => started()));
  browser.runtime.onConnect.addListener((port) => {
    const closed = new AbortController();
    port.onDisconnect.addListener(() => closed.abort());
    tell(({ connected }) => connected(port, closed.signal));
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    tell(({ permissionsChanged }) => permissionsChanged(origins)),
  );
  browser.permissions.onRemoved.addListener(() => tell(({ permissionsChanged }) => permissionsChanged([])));
  browser.alarms.onAlarm.addListener(({ name }) => tell(({ alarmed }) => alarmed(name)));
  browser.notifications.onClicked.addListener((id) => tell(({ notificationClicked }) => notificationClicked(id)));
  // Firefox on a phone has no keys, no menu and no keyword of the address bar.
  browser.commands?.onCommand.addListener((name) => {
    void doneAtOnce(name).then((isDone) => tell(({ pressed }) => isDone || pressed(name)));
  });
  browser.contextMenus?.onClicked.addListener((info, tab) => tell(({ menuClicked }) => menuClicked(info, tab)));
  browser.omnibox?.onInputEntered.addListener((text) => tell(({ lineEntered }) => lineEntered(text)));
  self.addEventListener('online', () => tell(({ online }) => online()));

  // Whatever woke this worker, it goes on with what the last one left undone, as soon as a key has had its turn.
  setTimeout(() => tell(() => undefined), KEYS_FIRST);
});
