import { browser } from 'wxt/browser';
import { checkInbox } from '#utils/inbox/check.ts';
import { followLive } from '#utils/inbox/live.ts';
import { inquiryOf } from '#utils/inbox/notify.ts';
import { sweepPhotos } from '#utils/photos/store.ts';
import { LIVE_PORT } from '#utils/runtime/keepAlivePort.ts';
import { adoptPermission } from '#utils/sites/enable.ts';
import { enabledOrigins } from '#utils/sites/origins.ts';
import { reconcile, serveOpenTabs } from '#utils/sites/register.ts';
import { INBOX_ALARM } from './alarms.ts';
import type { Room } from './context.ts';
import { showBadge, watchInbox } from './createBackground.ts';

/** Installed or updated: pages that are open hold no content script, or an orphaned one. */
export async function installed(room: Room): Promise<void> {
  await started(room);
  await serveOpenTabs(await enabledOrigins(room.db));
}

/** The browser has started. */
export async function started(room: Room): Promise<void> {
  if (await reconcile(room.db)) room.tell('sites');
  room.wake('start');
  await watchInbox(room);
  await showBadge(room);
  await sweepPhotos(room.db, room.clock().now);
}

export async function permissionsChanged(room: Room, added: readonly string[]): Promise<void> {
  const isAdopted = added.length > 0 && (await adoptPermission(room.db, added, room.clock().now));
  const isLost = await reconcile(room.db);
  if (isAdopted || isLost) room.tell('sites');
}

export async function alarmed(room: Room, name: string): Promise<void> {
  room.drain();
  if (name === INBOX_ALARM) await checkInbox(room).catch(() => undefined);
  // Hours go by without news: the badge's colour follows them.
  await showBadge(room);
}

interface Port {
  name: string;
  sender?: { id?: string; url?: string } | undefined;
  onDisconnect: { addListener(listener: () => void): void };
}

/** A popup is open: the marketplace is listened to until it closes. Only our own pages may ask for that. */
export function connected(room: Room, port: Port): void {
  const isOurs = port.sender?.id === browser.runtime.id && port.sender.url?.startsWith(browser.runtime.getURL('/'));
  if (port.name !== LIVE_PORT || !isOurs) return;
  const closed = new AbortController();
  port.onDisconnect.addListener(() => closed.abort());
  void followLive(room, closed.signal);
}

/** A notification was clicked: the thread, in a tab, because no browser opens a popup from here. */
export async function notificationClicked(id: string): Promise<void> {
  const inquiryId = inquiryOf(id);
  if (inquiryId === null) return;
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}#${inquiryId}` });
}
