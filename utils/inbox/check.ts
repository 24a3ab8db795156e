import { AppError } from '../appError.ts';
import { markRevoked } from '../connection/connection.ts';
import type { Room } from '../runtime/room.ts';
import { notify } from './notify.ts';
import { syncInbox } from './sync.ts';

/** One look at a time, in this worker's life: the popup, the alarm and a live event often ask together. */
let looking: Promise<void> | null = null;

/** Looks for news, stores it, tells the open pages, notifies. Does nothing while not connected. Throws as `call` does. */
export function checkInbox(room: Room): Promise<void> {
  looking ??= look(room).finally(() => {
    looking = null;
  });
  return looking;
}

async function look(room: Room): Promise<void> {
  const marketplace = await room.marketplace();
  if (marketplace === null) return;
  try {
    const news = await syncInbox(room.db, marketplace, room.clock().now);
    room.tell('inquiries');
    await notify(room.db, news);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') {
      await markRevoked(room.db);
      room.tell('connection');
    }
    throw error;
  }
}
