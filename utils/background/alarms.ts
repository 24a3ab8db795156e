import { browser } from 'wxt/browser';

export const OUTBOX_ALARM = 'outbox';
export const INBOX_ALARM = 'inbox';

/** Browsers fire alarms no sooner than this (ms). */
const SOONEST = 30_000;
/** A worker without events is ended after 30 s, so a nearer moment can be waited for in memory, with the alarm behind it. */
const BY_TIMER = 25_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls back at `at` (ms since the epoch), also when the worker is ended before; null: nothing to come back for. */
export async function comeBack(at: number | null, back: () => void): Promise<void> {
  clearTimeout(timer);
  if (at === null) {
    await browser.alarms.clear(OUTBOX_ALARM);
    return;
  }
  const left = at - Date.now();
  // The work never begins at once: a row that is due and still there has just failed in a way that nobody foresaw.
  if (left <= BY_TIMER) timer = setTimeout(back, Math.max(250, left));
  await browser.alarms.create(OUTBOX_ALARM, { when: Math.max(at, Date.now() + SOONEST) });
}

/** Sets the alarm that brings the worker back if it is ended in the middle. Called before any work is begun. */
export async function armAlarm(): Promise<void> {
  await browser.alarms.create(OUTBOX_ALARM, { when: Date.now() + SOONEST });
}

/** Sets the alarm that looks for inquiries once a minute, only while there is a marketplace to ask. */
export async function keepInboxAlarm(isConnected: boolean): Promise<void> {
  if (!isConnected) await browser.alarms.clear(INBOX_ALARM);
  else if ((await browser.alarms.get(INBOX_ALARM)) === undefined) {
    await browser.alarms.create(INBOX_ALARM, { periodInMinutes: 1 });
  }
}
