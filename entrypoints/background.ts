import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBackground } from '#utils/background/createBackground.ts';
import { asideHandlers } from '#utils/background/handlers/aside.ts';
import { assistHandlers } from '#utils/background/handlers/assist.ts';
import { cmsShopHandlers } from '#utils/background/handlers/cmsShop.ts';
import { connectionHandlers } from '#utils/background/handlers/connection.ts';
import { consignmentHandlers } from '#utils/background/handlers/consignments.ts';
import { draftHandlers } from '#utils/background/handlers/drafts.ts';
import { importHandlers } from '#utils/background/handlers/import.ts';
import { inboxHandlers } from '#utils/background/handlers/inbox.ts';
import { intakeHandlers } from '#utils/background/handlers/intake.ts';
import { lessonHandlers } from '#utils/background/handlers/lessons.ts';
import { linkHealthHandlers } from '#utils/background/handlers/linkHealth.ts';
import { makerHandlers } from '#utils/background/handlers/makers.ts';
import { outboxHandlers } from '#utils/background/handlers/outbox.ts';
import { productListHandlers } from '#utils/background/handlers/productList.ts';
import { recipeHandlers } from '#utils/background/handlers/recipes.ts';
import { settingsHandlers } from '#utils/background/handlers/settings.ts';
import { siteHandlers } from '#utils/background/handlers/sites.ts';
import * as on from '#utils/background/lifecycle.ts';
import { COMMANDS } from '#utils/intake/keys.ts';
import { menuClicked } from '#utils/intake/menu.ts';
import { receive } from '#utils/runtime/receive.ts';
import { isEnabled } from '#utils/sites/origins.ts';
import { homeOf, openPanelFor } from '#utils/sites/panelWindow.ts';

export default defineBackground({
  type: 'module',
  // Everything is registered at once and synchronously: a listener added later misses the event that woke the worker.
  main() {
    const background = createBackground();
    receive(
      {
        ...siteHandlers(background),
        ...draftHandlers(background),
        ...productListHandlers(background),
        ...outboxHandlers(background),
        ...assistHandlers(background),
        ...lessonHandlers(background),
        ...linkHealthHandlers(background),
        ...importHandlers(background),
        ...cmsShopHandlers(background),
        ...intakeHandlers(background),
        ...inboxHandlers(background),
        ...connectionHandlers(background),
        ...makerHandlers(background),
        ...consignmentHandlers(background),
        ...recipeHandlers(background),
        ...settingsHandlers(background),
        ...asideHandlers(background),
      },
      { isEnabled: (origin) => isEnabled(background.db, origin), homeOf },
    );
    browser.runtime.onInstalled.addListener(() => void on.installed(background));
    browser.runtime.onStartup.addListener(() => void on.started(background));
    browser.runtime.onConnect.addListener((port) => on.connected(background, port));
    browser.permissions.onAdded.addListener(({ origins = [] }) => void on.permissionsChanged(background, origins));
    browser.permissions.onRemoved.addListener(() => void on.permissionsChanged(background, []));
    browser.alarms.onAlarm.addListener(({ name }) => void on.alarmed(background, name));
    browser.notifications.onClicked.addListener((id) => void on.notificationClicked(id));
    // Firefox on a phone has no keys, no menu and no keyword of the address bar.
    browser.commands?.onCommand.addListener((name) => void COMMANDS[name]?.(background.db, background.clock().now));
    browser.contextMenus?.onClicked.addListener((info, tab) => void menuClicked(info, tab));
    browser.omnibox?.onInputEntered.addListener((text) => void openPanelFor({ text, page: null }));
    self.addEventListener('online', () => background.trigger('online'));

    // Whatever woke this worker, it goes on with what the last one left undone.
    background.drain();
  },
});
