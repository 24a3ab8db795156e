import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Changed } from '#utils/runtime/changed.ts';
import { learnVillage } from '#utils/villages/learn.ts';
import { syncListings, syncThumbnails } from './sync.ts';

/** What a refresh of a village needs of the background. */
export interface RefreshDeps {
  db: Db;
  fetch: Fetch;
  /** Null while that village is not connected. */
  marketplace(village: VillageKey): Promise<Marketplace | null>;
  broadcast(changed: Changed['changed']): void;
  /** Sets going what waited for a connection. */
  trigger(by: 'connected'): void;
}

/**
 * Fetches everything that the marketplace knows of a village: its sites (they say which pages belong to it) and its
 * listings. Does nothing while the village is not connected; throws as `call` does.
 */
export async function refreshVillage(
  { db, fetch, marketplace, broadcast, trigger }: RefreshDeps,
  key: VillageKey,
): Promise<void> {
  const connected = await marketplace(key);
  if (connected === null) return;
  // What was withdrawn elsewhere is taken down here.
  if (await syncListings(db, connected, key)) trigger('connected');
  broadcast('listings');
  const { village } = await connected.me();
  // The pages are told only when the village has changed, because a page that hears of it opens its live port anew.
  if (await learnVillage(db, key, village)) {
    broadcast('connection');
    broadcast('listings');
    trigger('connected');
  }
  if (await syncThumbnails(db, fetch, connected.url, key)) broadcast('listings');
}
