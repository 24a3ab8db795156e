import type { Device } from '../../marketplace/contract/index.ts';
import { AppError } from '../appError.ts';
import type { Db } from '../db/db.ts';
import { newId } from '../ids.ts';
import { createMarketplace, type Marketplace, redeemInvite } from '../marketplace.ts';
import type { Connection } from '../model/site.ts';
import type { StoredConnection } from '../model/stored.ts';
import type { Fetch } from './http.ts';
import { readInviteLink } from './invite.ts';
import { isOther, MOVE_STORES, moveOut } from './move.ts';

async function stored(db: Db): Promise<StoredConnection | null> {
  const connection = await db.read(['values'], (tx) => tx.value('connection'));
  return connection === undefined || connection.revoked ? null : connection;
}

/** What the pages may see: everything but the token. */
export async function getConnection(db: Db): Promise<Connection | null> {
  return (await stored(db))?.public ?? null;
}

export async function openMarketplace(db: Db, fetch: Fetch): Promise<Marketplace | null> {
  const connection = await stored(db);
  if (connection === null) return null;
  return createMarketplace({ url: connection.public.marketplaceUrl, token: connection.token, fetch });
}

/** As `openMarketplace`, for what makes no sense without one. Throws `not_connected`. */
export async function needMarketplace(db: Db, fetch: Fetch): Promise<Marketplace> {
  const marketplace = await openMarketplace(db, fetch);
  if (marketplace === null) throw new AppError('not_connected');
  return marketplace;
}

/**
 * An invite link becomes this device's token. The device's id is stored first, so that a lost answer is asked for again
 * with the same id. Throws as `readInviteLink` and `call`.
 */
export async function redeem(db: Db, fetch: Fetch, link: string, deviceName: string): Promise<Connection> {
  const invite = readInviteLink(link);
  const pending = await db.change(['values'], async (tx) => {
    const known = await tx.value('invite');
    const isSame = known?.code === invite.code && known.marketplaceUrl === invite.marketplaceUrl;
    const next = isSame ? known : { ...invite, deviceId: newId() };
    await tx.setValue('invite', next);
    return next;
  });
  const answer = await redeemInvite(invite.marketplaceUrl, fetch, {
    invite: invite.code,
    id: pending.deviceId,
    name: deviceName,
  });
  const connection: Connection = {
    marketplaceUrl: invite.marketplaceUrl,
    deviceId: answer.device.id,
    deviceName: answer.device.name,
    village: answer.village,
  };
  await db.change(MOVE_STORES, async (tx) => {
    const before = await tx.value('connection');
    if (before !== undefined && isOther(before.public, connection)) await moveOut(tx);
    await tx.setValue('connection', { public: connection, token: answer.token, revoked: false });
    await tx.setValue('invite', null);
  });
  return connection;
}

/** The devices of this village. What the marketplace says of the village is kept too. Throws `not_connected`. */
export async function listDevices(db: Db, fetch: Fetch): Promise<Device[]> {
  const { village, devices } = await (await needMarketplace(db, fetch)).me();
  await db.change(['values'], async (tx) => {
    const connection = await tx.value('connection');
    if (connection !== undefined)
      await tx.setValue('connection', { ...connection, public: { ...connection.public, village } });
  });
  return devices;
}

/** Remembers that the token is no longer good. Everything owed waits for the next connection. */
export function markRevoked(db: Db): Promise<void> {
  return db.change(['values'], async (tx) => {
    const connection = await tx.value('connection');
    if (connection !== undefined) await tx.setValue('connection', { ...connection, revoked: true });
  });
}

/** Takes this device's token back on the marketplace, if it can be reached, and forgets it here in any case. */
export async function signOut(db: Db, fetch: Fetch): Promise<void> {
  const connection = await stored(db);
  if (connection === null) return;
  const marketplace = await openMarketplace(db, fetch);
  await marketplace?.revokeDevice(connection.public.deviceId).catch(() => undefined);
  // Where we were is kept without the token: the next connection tells by it whether it is the same village again.
  await db.change(['values'], (tx) => tx.setValue('connection', { ...connection, token: '', revoked: true }));
}
