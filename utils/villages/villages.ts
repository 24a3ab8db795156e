import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { createMarketplace, type Marketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Connection, VillageKey } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { isConnected, listVillages } from './known.ts';

export { isConnected, listVillages, toKnown } from './known.ts';

/** The keys of the connected villages: those whose marketplace can be asked. */
export async function connectedVillages(db: Db): Promise<VillageKey[]> {
  return (await listVillages(db)).filter(({ state }) => state === 'connected').map(({ key }) => key);
}

/**
 * The row of a connected village; undefined when it is not connected or not known. `tx` must hold the `villages` store.
 */
export async function connectedVillage(tx: Tx, key: VillageKey | null): Promise<StoredVillage | undefined> {
  const village = key === null ? undefined : await tx.get('villages', key);
  return village !== undefined && isConnected(village) ? village : undefined;
}

/** The connection of a village; null while it is not connected. */
export async function getConnection(db: Db, key: VillageKey | null): Promise<Connection | null> {
  return (await db.read(['villages'], (tx) => connectedVillage(tx, key)))?.public ?? null;
}

/** As `getConnection`, for callers that cannot go on without a connection. Throws `not_connected`. */
export async function needConnection(db: Db, key: VillageKey | null): Promise<Connection> {
  const connection = await getConnection(db, key);
  if (connection === null) throw new AppError('not_connected');
  return connection;
}

/** The marketplace of a village, as its device. Null while that village is not connected. */
export async function openMarketplace(db: Db, fetch: Fetch, key: VillageKey | null): Promise<Marketplace | null> {
  const village = await db.read(['villages'], (tx) => connectedVillage(tx, key));
  if (village === undefined) return null;
  return createMarketplace({ url: village.public.marketplaceUrl, token: village.token, fetch });
}

/** As `openMarketplace`, for callers that cannot go on without a marketplace. Throws `not_connected`. */
export async function needMarketplace(db: Db, fetch: Fetch, key: VillageKey | null): Promise<Marketplace> {
  const marketplace = await openMarketplace(db, fetch, key);
  if (marketplace === null) throw new AppError('not_connected');
  return marketplace;
}

/** Changes one village's row, if it is there. */
export function changeVillage(
  db: Db,
  key: VillageKey,
  change: (village: StoredVillage) => StoredVillage,
): Promise<void> {
  return db.change(['villages'], async (tx) => {
    const village = await tx.get('villages', key);
    if (village !== undefined) await tx.put('villages', change(village));
  });
}
