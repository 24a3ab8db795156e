import type { Background } from '#utils/background/context.ts';
import { listDevices, redeem, signOut } from '#utils/connection/connection.ts';
import { forgetVillage } from '#utils/connection/forget.ts';
import { offeredFacts, tellFacts } from '#utils/connection/villageFacts.ts';
import { checkVillage } from '#utils/inbox/check.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import { type VillageKey, villageKey } from '#utils/model/site.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { getConnection, listVillages, needMarketplace } from '#utils/villages/villages.ts';

export function connectionHandlers(background: Background) {
  const { db, fetch, broadcast } = background;
  return {
    'village/list': () => listVillages(db),
    async 'connection/redeem'({ link, deviceName }) {
      const connection = await redeem(db, fetch, link, deviceName);
      broadcast('connection');
      background.trigger('connected');
      void refreshAll(background, villageKey(connection));
      return connection;
    },
    async 'connection/devices'({ village }) {
      const devices = await listDevices(db, fetch, village);
      background.trigger('connected');
      return devices;
    },
    async 'connection/revoke'({ village, deviceId }) {
      const connection = await getConnection(db, village);
      if (deviceId === connection?.deviceId) await signOut(db, fetch, village);
      else await (await needMarketplace(db, fetch, village)).revokeDevice(deviceId);
      broadcast('connection');
      return DONE;
    },
    async 'connection/signOut'({ village }) {
      await signOut(db, fetch, village);
      broadcast('connection');
      return DONE;
    },
    async 'village/forget'({ village }) {
      await forgetVillage(db, village);
      for (const changed of ['connection', 'listings', 'drafts', 'outbox', 'inquiries', 'settings'] as const)
        broadcast(changed);
      background.drain();
      return DONE;
    },
    'village/offered': ({ village }) => offeredFacts(db, village),
    async 'village/tell'({ village, facts }) {
      await tellFacts(db, fetch, village, facts);
      broadcast('connection');
      background.trigger('connected');
      return DONE;
    },
  } satisfies HandlersOf<
    | 'village/list'
    | 'village/forget'
    | 'village/offered'
    | 'village/tell'
    | 'connection/redeem'
    | 'connection/devices'
    | 'connection/revoke'
    | 'connection/signOut'
  >;
}

/**
 * Fetches all that the marketplace knows of a village. Errors are ignored: the inbox alarm and the next popup try
 * again.
 */
async function refreshAll(background: Background, key: VillageKey): Promise<void> {
  await checkVillage(background, key).catch(() => undefined);
  await refreshVillage(background, key).catch(() => undefined);
}
