import { refreshListings } from '../drafts/refresh.ts';
import { checkInbox } from '../inbox/check.ts';
import { DONE, type HandlersOf } from '../runtime/handlers.ts';
import type { Room } from '../runtime/room.ts';
import { getConnection, listDevices, needMarketplace, redeem, signOut } from './connection.ts';
import { offeredFacts, tellFacts } from './village.ts';

export function connectionHandlers(room: Room) {
  const { db, fetch, tell } = room;
  return {
    'connection/get': () => getConnection(db),
    async 'connection/redeem'({ link, deviceName }) {
      const connection = await redeem(db, fetch, link, deviceName);
      tell('connection');
      room.wake('connected');
      void refreshAll(room);
      return connection;
    },
    'connection/devices': () => listDevices(db, fetch),
    async 'connection/revoke'({ deviceId }) {
      const connection = await getConnection(db);
      if (deviceId === connection?.deviceId) await signOut(db, fetch);
      else await (await needMarketplace(db, fetch)).revokeDevice(deviceId);
      tell('connection');
      return DONE;
    },
    async 'connection/signOut'() {
      await signOut(db, fetch);
      tell('connection');
      return DONE;
    },
    'village/offered': () => offeredFacts(db),
    async 'village/tell'(facts) {
      await tellFacts(db, fetch, facts);
      tell('connection');
      return DONE;
    },
  } satisfies HandlersOf<
    | 'village/offered'
    | 'village/tell'
    | 'connection/get'
    | 'connection/redeem'
    | 'connection/devices'
    | 'connection/revoke'
    | 'connection/signOut'
  >;
}

/** Everything that the marketplace knows of this village. Best effort: the inbox alarm and the next popup try again. */
async function refreshAll(room: Room): Promise<void> {
  await checkInbox(room).catch(() => undefined);
  await refreshListings(room).catch(() => undefined);
}
