import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Changed } from '#utils/messages.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { learnVillage } from '#utils/villages/learn.ts';
import { syncListings, syncThumbnails } from './sync.ts';

/** What a look at a village's marketplace needs of the background. */
export interface RefreshDeps {
  db: Db;
  fetch: Fetch;
  /** Null while that village is not connected. */
  marketplace(village: VillageKey): Promise<Marketplace | null>;
  broadcast(changed: Changed['changed']): void;
  /** What waited for a connection goes on. */
  trigger(by: 'connected'): void;
}

/**
 * Everything the marketplace knows of a village: its sites (they say which pages are whose) and its listings. Does nothing
 * while it is not connected; throws as `call` does.
 */
export async function refreshVillage(
  { db, fetch, marketplace, broadcast, trigger }: RefreshDeps,
  key: VillageKey,
): Promise<void> {
  const connected = await marketplace(key);
  if (connected === null) return;
  await syncListings(db, connected, key);
  broadcast('listings');
  const { village } = await connected.me();
  // Told only when it is news: whoever hears of a change of villages listens anew.
  if (await learnVillage(db, key, village)) {
    broadcast('connection');
    broadcast('listings');
    trigger('connected');
  }
  if (await syncThumbnails(db, fetch, connected.url, key)) broadcast('listings');
}
