import { browser } from 'wxt/browser';
import { isConsigned } from '#utils/consignments/announce.ts';
import { refreshQuietly } from '#utils/consignments/refresh.ts';
import { checkInbox } from '#utils/inbox/check.ts';
import { followLive } from '#utils/inbox/live.ts';
import { inquiryOf } from '#utils/inbox/notify.ts';
import { showMenu } from '#utils/intake/menu.ts';
import { sweepPhotos } from '#utils/photos/store.ts';
import { LIVE_PORT } from '#utils/runtime/keepAlivePort.ts';
import { getSettings } from '#utils/settings.ts';
import { adoptPermission } from '#utils/sites/enable.ts';
import { enabledOrigins } from '#utils/sites/origins.ts';
import { reconcile, serveOpenTabs } from '#utils/sites/register.ts';
import { INBOX_ALARM } from './alarms.ts';
import type { Background } from './context.ts';
import { showBadge, watchInbox } from './createBackground.ts';

/** Runs after an install or update, when the open pages hold no content script, or an orphaned one. */
export async function installed(background: Background): Promise<void> {
  await started(background);
  await showMenu((await getSettings(background.db)).locale);
  await serveOpenTabs(await enabledOrigins(background.db));
}

/** Runs when the browser has started. */
export async function started(background: Background): Promise<void> {
  if (await reconcile(background.db)) background.broadcast('sites');
  background.trigger('start');
  await watchInbox(background);
  await showBadge(background);
  await sweepPhotos(background.db, background.clock().now);
}

export async function permissionsChanged(background: Background, added: readonly string[]): Promise<void> {
  const isAdopted = added.length > 0 && (await adoptPermission(background.db, added, background.clock().now));
  const isLost = await reconcile(background.db);
  if (isAdopted || isLost) background.broadcast('sites');
}

export async function alarmed(background: Background, name: string): Promise<void> {
  background.drain();
  if (name === INBOX_ALARM) {
    await checkInbox(background).catch(() => undefined);
    await refreshQuietly(background);
  }
  // The badge's colour follows the hours, also when there is no news.
  await showBadge(background);
}

export interface Port {
  name: string;
  sender?: { id?: string; url?: string } | undefined;
}

/**
 * Listens to the marketplace while a popup is open, that is until its port closes. Only our own pages may ask for that.
 */
export function connected(background: Background, port: Port, closed: AbortSignal): void {
  const isOurs = port.sender?.id === browser.runtime.id && port.sender.url?.startsWith(browser.runtime.getURL('/'));
  if (port.name !== LIVE_PORT || !isOurs) return;
  if (!closed.aborted) void followLive(background, closed);
}

/** Opens the thread of a clicked notification, or what villagers have sent, in a tab, because no browser opens a popup from here. */
export async function notificationClicked(id: string): Promise<void> {
  const inquiryId = inquiryOf(id);
  if (inquiryId === null && !isConsigned(id)) return;
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}#${inquiryId ?? ''}` });
}
