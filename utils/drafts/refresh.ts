import type { Room } from '../runtime/room.ts';
import { pullListings, pullThumbnails } from './pull.ts';

/** Everything the marketplace knows of this village's listings. Does nothing while not connected; throws as `call` does. */
export async function refreshListings({ db, fetch, marketplace, tell }: Room): Promise<void> {
  const connected = await marketplace();
  if (connected === null) return;
  await pullListings(db, connected);
  tell('listings');
  if (await pullThumbnails(db, fetch, connected.url)) tell('listings');
}
