import type * as z from 'zod/mini';
import type { Device } from '#contract';
import { newId } from '#contract/newId.ts';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { keepFirstDefaults } from '#utils/drafts/defaults.ts';
import { keepFirstMakers } from '#utils/makers/remember.ts';
import { redeemInvite, takeShortCode } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import { type Connection, type VillageKey, villageKey } from '#utils/model/site.ts';
import type { PendingInvite } from '#utils/model/stored.ts';
import { keepFirstReplies } from '#utils/replies/replies.ts';
import { learnVillage } from '#utils/villages/learn.ts';
import { adopt } from '#utils/villages/ownership.ts';
import { changeVillage, getConnection, needMarketplace, openMarketplace } from '#utils/villages/villages.ts';
import { FORGET_STORES, forgetRow } from './forget.ts';
import { readInviteLink, readShortLink } from './invite.ts';

const EMPTY_INBOX = { cursor: null, syncedAt: null };

/**
 * Redeems an invite link for this device's token of one village; the other villages stay as they are. The device's id
 * is stored first, so that a lost answer is asked for again with the same id. Throws as `readInviteLink` and `call`.
 */
export async function redeem(db: Db, fetch: Fetch, link: string, deviceName: string): Promise<Connection> {
  const pending = await pendingFor(db, fetch, link);
  const invite = { marketplaceUrl: pending.marketplaceUrl, code: pending.code };
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
  await db.change([...FORGET_STORES], async (tx) => {
    const key = villageKey(connection);
    if (answer.village.practice === undefined) await turnReal(tx);
    await keepFirstDefaults(tx, key);
    await keepFirstReplies(tx, key);
    await keepFirstMakers(tx, key);
    const before = await tx.get('villages', key);
    const inbox = before?.inbox ?? EMPTY_INBOX;
    await tx.put('villages', { key, public: connection, token: answer.token, revoked: false, inbox });
    await tx.setValue('invite', null);
    await adopt(tx);
  });
  return connection;
}

/**
 * The real village is here: what was made up for practice ends on this device. Its products come along as drafts, none of
 * them live, and its articles come down.
 */
async function turnReal(tx: Tx): Promise<void> {
  for (const row of await tx.all('villages')) {
    if (row.public.village.practice !== undefined) await forgetRow(tx, row);
  }
}

/** The invite that is being redeemed, with this device's id for it: the same again for the same link or letters. */
async function pendingFor(db: Db, fetch: Fetch, link: string): Promise<z.infer<typeof PendingInvite>> {
  const short = readShortLink(link);
  const known = await db.read(['values'], (tx) => tx.value('invite'));
  const isAgain = short !== null && known?.letters === short.code && known.marketplaceUrl === short.marketplaceUrl;
  if (isAgain) return known;
  const invite = readInviteLink(short === null ? link : await openShort(fetch, short));
  return db.change(['values'], async (tx) => {
    const before = await tx.value('invite');
    const isSame = before?.code === invite.code && before.marketplaceUrl === invite.marketplaceUrl;
    const next = isSame ? before : { ...invite, deviceId: newId(), ...(short !== null && { letters: short.code }) };
    await tx.setValue('invite', next);
    return next;
  });
}

/** The invite link behind 8 letters. Throws `short_code_unknown` for wrong, spent and expired ones alike. */
async function openShort(
  fetch: Fetch,
  { marketplaceUrl, code }: { marketplaceUrl: string; code: string },
): Promise<string> {
  try {
    return (await takeShortCode(marketplaceUrl, fetch, code)).invite;
  } catch (error) {
    throw error instanceof AppError && error.code === 'invite_unknown' ? new AppError('short_code_unknown') : error;
  }
}

/** The devices of a village. What the marketplace says of the village is kept too. Throws `not_connected`. */
export async function listDevices(db: Db, fetch: Fetch, key: VillageKey): Promise<Device[]> {
  const { village, devices } = await (await needMarketplace(db, fetch, key)).me();
  await learnVillage(db, key, village);
  return devices;
}

/**
 * Remembers that a token is no longer good. Everything that is owed by that village waits for its next invite. When the
 * village has a newer token already, nothing changes.
 */
export function markRevoked(db: Db, key: VillageKey, token: string): Promise<void> {
  return changeVillage(db, key, (row) => (row.token === token ? { ...row, revoked: true } : row));
}

/** Takes this device's token back on the marketplace, if it can be reached, and forgets it here in any case. */
export async function signOut(db: Db, fetch: Fetch, key: VillageKey): Promise<void> {
  const connection = await getConnection(db, key);
  const marketplace = await openMarketplace(db, fetch, key);
  if (connection === null || marketplace === null) return;
  await marketplace.revokeDevice(connection.deviceId).catch(() => undefined);
  // The village is kept without the token, so that what it owns waits for it and its sites are known to be its own. A
  // village that was connected anew meanwhile has another token, and keeps it.
  const { token } = marketplace;
  await changeVillage(db, key, (row) => (row.token === token ? { ...row, token: '', revoked: true } : row));
}
