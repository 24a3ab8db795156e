import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { assistHandlers } from '#utils/cms/assist/handlers.ts';
import { connectionHandlers } from '#utils/connection/handlers.ts';
import { draftHandlers } from '#utils/drafts/handlers.ts';
import { importHandlers } from '#utils/import/handlers.ts';
import { inboxHandlers } from '#utils/inbox/handlers.ts';
import { outboxHandlers } from '#utils/outbox/handlers.ts';
import { createRoom } from '#utils/runtime/createRoom.ts';
import * as on from '#utils/runtime/lifecycle.ts';
import { receive } from '#utils/runtime/receive.ts';
import { settingsHandlers } from '#utils/runtime/settingsHandlers.ts';
import { shopHandlers } from '#utils/shop/handlers.ts';
import { siteHandlers } from '#utils/sites/handlers.ts';
import { isEnabled } from '#utils/sites/origins.ts';
import { toggleByShortcut } from '#utils/sites/shortcut.ts';
import { upkeepHandlers } from '#utils/upkeep/handlers.ts';

export default defineBackground({
  type: 'module',
  // Everything is registered at once and synchronously: an event that woke the worker is lost on whoever comes later.
  main() {
    const room = createRoom();
    receive(
      {
        ...siteHandlers(room),
        ...draftHandlers(room),
        ...outboxHandlers(room),
        ...assistHandlers(room),
        ...upkeepHandlers(room),
        ...importHandlers(room),
        ...shopHandlers(room),
        ...inboxHandlers(room),
        ...connectionHandlers(room),
        ...settingsHandlers(room),
      },
      (origin) => isEnabled(room.db, origin),
    );
    browser.runtime.onInstalled.addListener(() => void on.installed(room));
    browser.runtime.onStartup.addListener(() => void on.started(room));
    browser.runtime.onConnect.addListener((port) => on.connected(room, port));
    browser.permissions.onAdded.addListener(({ origins = [] }) => void on.permissionsChanged(room, origins));
    browser.permissions.onRemoved.addListener(() => void on.permissionsChanged(room, []));
    browser.alarms.onAlarm.addListener(({ name }) => void on.alarmed(room, name));
    browser.notifications.onClicked.addListener((id) => void on.notificationClicked(id));
    browser.commands.onCommand.addListener((command) => {
      if (command === 'open_panel') void toggleByShortcut(room.db);
    });
    self.addEventListener('online', () => room.wake('online'));

    // Whatever woke this worker: what the last one left undone goes on.
    room.drain();
  },
});
