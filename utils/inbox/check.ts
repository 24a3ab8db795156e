import { AppError } from '#utils/appError.ts';
import type { Room } from '#utils/background/context.ts';
import { markRevoked } from '#utils/connection/connection.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { connectedVillages } from '#utils/villages/villages.ts';
import { notify } from './notify.ts';
import { syncInbox } from './sync.ts';

/** One look at a village at a time, in this worker's life: the popup, the alarm and a live event often ask together. */
const looking = new Map<VillageKey, Promise<void>>();

/**
 * Looks for news of every connected village, side by side. One that cannot be asked keeps nobody from the others' news;
 * then it throws as `call` does.
 */
export async function checkInbox(room: Room): Promise<void> {
  const looks = (await connectedVillages(room.db)).map((key) => checkVillage(room, key));
  const failed = (await Promise.allSettled(looks)).find((look) => look.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Looks for one village's news, stores it, tells the open pages, notifies. Does nothing while it is not connected. */
export function checkVillage(room: Room, key: VillageKey): Promise<void> {
  const look = looking.get(key) ?? lookAt(room, key).finally(() => looking.delete(key));
  looking.set(key, look);
  return look;
}

async function lookAt(room: Room, key: VillageKey): Promise<void> {
  const marketplace = await room.marketplace(key);
  if (marketplace === null) return;
  try {
    const news = await syncInbox(room.db, marketplace, key, room.clock().now);
    room.tell('inquiries');
    await notify(room.db, news);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') {
      await markRevoked(room.db, key, marketplace.token);
      room.tell('connection');
    }
    throw error;
  }
}
