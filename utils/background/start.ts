import { COMMANDS } from '#utils/intake/keys.ts';
import { menuClicked } from '#utils/intake/menu.ts';
import { receiver } from '#utils/runtime/receive.ts';
import { isEnabled } from '#utils/sites/origins.ts';
import { homeOf, openPanelFor } from '#utils/sites/panelWindow.ts';
import { createBackground } from './createBackground.ts';
import { asideHandlers } from './handlers/aside.ts';
import { assistHandlers } from './handlers/assist.ts';
import { cmsShopHandlers } from './handlers/cmsShop.ts';
import { connectionHandlers } from './handlers/connection.ts';
import { consignmentHandlers } from './handlers/consignments.ts';
import { draftHandlers } from './handlers/drafts.ts';
import { drivenHandlers } from './handlers/driven.ts';
import { importHandlers } from './handlers/import.ts';
import { inboxHandlers } from './handlers/inbox.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { lessonHandlers } from './handlers/lessons.ts';
import { linkHealthHandlers } from './handlers/linkHealth.ts';
import { makerHandlers } from './handlers/makers.ts';
import { outboxHandlers } from './handlers/outbox.ts';
import { productListHandlers } from './handlers/productList.ts';
import { recipeHandlers } from './handlers/recipes.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { shareHandlers } from './handlers/share.ts';
import { siteHandlers } from './handlers/sites.ts';
import * as on from './lifecycle.ts';

/** Puts the background together, once per worker life. Answers what each event of the browser sets going. */
export function startBackground() {
  const background = createBackground();
  const answer = receiver(
    {
      ...siteHandlers(background),
      ...draftHandlers(background),
      ...productListHandlers(background),
      ...outboxHandlers(background),
      ...assistHandlers(background),
      ...lessonHandlers(background),
      ...drivenHandlers(background),
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
      ...shareHandlers(background),
    },
    { isEnabled: (origin) => isEnabled(background.db, origin), homeOf },
  );
  // Whatever woke this worker, it goes on with what the last one left undone.
  background.drain();
  return {
    answer,
    installed: () => on.installed(background),
    started: () => on.started(background),
    connected: (port: on.Port, closed: AbortSignal) => on.connected(background, port, closed),
    permissionsChanged: (added: readonly string[]) => on.permissionsChanged(background, added),
    alarmed: (name: string) => on.alarmed(background, name),
    notificationClicked: on.notificationClicked,
    pressed: (name: string) => COMMANDS[name]?.(background.db, background.clock().now),
    menuClicked,
    lineEntered: (text: string) => openPanelFor({ text, page: null }),
    online: () => background.trigger('online'),
  };
}
