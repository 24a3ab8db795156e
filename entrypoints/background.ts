import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createRoom } from '#utils/background/createBackground.ts';
import { asideHandlers } from '#utils/background/handlers/aside.ts';
import { assistHandlers } from '#utils/background/handlers/assist.ts';
import { shopHandlers } from '#utils/background/handlers/cmsShop.ts';
import { connectionHandlers } from '#utils/background/handlers/connection.ts';
import { draftHandlers } from '#utils/background/handlers/drafts.ts';
import { importHandlers } from '#utils/background/handlers/import.ts';
import { inboxHandlers } from '#utils/background/handlers/inbox.ts';
import { upkeepHandlers } from '#utils/background/handlers/linkHealth.ts';
import { outboxHandlers } from '#utils/background/handlers/outbox.ts';
import { settingsHandlers } from '#utils/background/handlers/settings.ts';
import { siteHandlers } from '#utils/background/handlers/sites.ts';
import * as on from '#utils/background/lifecycle.ts';
import { receive } from '#utils/runtime/receive.ts';
import { isEnabled } from '#utils/sites/origins.ts';
import { toggleByShortcut } from '#utils/sites/shortcut.ts';

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
        ...asideHandlers(room),
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
