import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { roomOf } from './practice.ts';
import { hashSecret, newInviteCode } from './tokens.ts';

/** How long (ms) an invite is good. */
export const INVITE_LIFE = 14 * DAY;

export interface InviteView {
  village: { id: string; name: string; siteUrl: string };
  state: 'open' | 'used' | 'expired';
  expiresAt: Date;
  isPractice: boolean;
}

/** What the page of an invite link shows; null when the code is unknown. Throws `practice_over`. */
export async function findInvite(deps: Deps, code: string): Promise<InviteView | null> {
  const row = await deps.db
    .selectFrom('invites as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .select(['v.id', 'v.name', 'v.sites', 'i.used_by', 'i.expires_at'])
    .where((eb) => eb.or([eb('i.code_hash', '=', hashSecret(code)), eb('i.other_hash', '=', hashSecret(code))]))
    .executeTakeFirst();
  if (!row) return null;
  const state = row.used_by !== null ? 'used' : row.expires_at <= deps.now() ? 'expired' : 'open';
  const isPractice = (await roomOf(deps.db, row.id, deps.now())) !== null;
  const village = { id: row.id, name: row.name, siteUrl: row.sites[0] ?? '' };
  return { village, state, expiresAt: row.expires_at, isPractice };
}

/** The link that opens the page of an invite. */
export const inviteUrl = ({ config }: Pick<Deps, 'config'>, code: string): string => `${config.baseUrl}/undang/${code}`;

/**
 * Keeps an invite for one device of the village, its code as a hash alone; false when it is kept already. `sheet_hash` names
 * the sheets that it stands on.
 */
export async function keepInvite(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  code: string,
  invite: { village_id: string; expires_at: Date; sheet_hash?: string },
): Promise<boolean> {
  const kept = await db
    .insertInto('invites')
    .values({ code_hash: hashSecret(code), created_at: now(), used_by: null, used_at: null, ...invite })
    .onConflict((oc) => oc.doNothing())
    .returning('code_hash')
    .executeTakeFirst();
  return kept !== undefined;
}

/** When an invite that is made now is over. */
export const inviteEnd = ({ now }: Pick<Deps, 'now'>): Date => new Date(now().getTime() + INVITE_LIFE);

/** Makes an invite for one device of the village; the code is shown once. */
export async function createInvite(deps: Deps, villageId: string): Promise<{ code: string; url: string }> {
  const code = newInviteCode();
  await keepInvite(deps, code, { village_id: villageId, expires_at: inviteEnd(deps) });
  return { code, url: inviteUrl(deps, code) };
}
