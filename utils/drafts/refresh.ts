import { changeVillage, getConnection } from '../connection/villages.ts';
import type { VillageKey } from '../model/site.ts';
import type { Room } from '../runtime/room.ts';
import { pullListings, pullThumbnails } from './pull.ts';

/**
 * Everything the marketplace knows of a village: its sites (they say which pages are whose) and its listings. Does nothing
 * while it is not connected; throws as `call` does.
 */
export async function refreshVillage({ db, fetch, marketplace, tell }: Room, key: VillageKey): Promise<void> {
  const connected = await marketplace(key);
  if (connected === null) return;
  await pullListings(db, connected, key);
  tell('listings');
  const { village } = await connected.me();
  const before = await getConnection(db, key);
  // Told only when it is news: whoever hears of a change of villages listens anew.
  if (before !== null && JSON.stringify(before.village) !== JSON.stringify(village)) {
    await changeVillage(db, key, (row) => ({ ...row, public: { ...row.public, village } }));
    tell('connection');
  }
  if (await pullThumbnails(db, fetch, connected.url, key)) tell('listings');
}
