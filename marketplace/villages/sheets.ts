import { createHmac, randomBytes } from 'node:crypto';
import { InviteCode } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { INVITE_LIFE, type InviteView, inviteUrl } from './invites.ts';
import { hashSecret, linkable } from './tokens.ts';

// Sheets to print with the invites of many villages. Codes are kept only as hashes; whoever holds the sheets' own secret,
// which stands in their address alone, can work the codes out again and print once more.

/** A new secret; a form that carries it may be sent twice, and makes its invites once. */
export const newSheets = (): string => linkable(randomBytes(24));

/** The secret as an address says it; null for what is none. */
export const readSheets = (text: string): string | null => InviteCode.safeParse(text).data ?? null;

const codeOn = (sheets: string, villageId: string): string =>
  linkable(createHmac('sha256', sheets).update(`sheet-invite\n${villageId}`).digest().subarray(0, 24));

/** Makes the village's invite on these sheets; false when it is there already. */
export async function inviteOnSheets(
  deps: Pick<Deps, 'db' | 'now'>,
  sheets: string,
  villageId: string,
): Promise<boolean> {
  const now = deps.now();
  const made = await deps.db
    .insertInto('invites')
    .values({
      ...{ code_hash: hashSecret(codeOn(sheets, villageId)), village_id: villageId, sheet_hash: hashSecret(sheets) },
      ...{ created_at: now, expires_at: new Date(now.getTime() + INVITE_LIFE), used_by: null, used_at: null },
    })
    .onConflict((oc) => oc.doNothing())
    .returning('code_hash')
    .executeTakeFirst();
  return made !== undefined;
}

export interface Sheet {
  village: { slug: string; name: string; district: string | null; regency: string | null };
  url: string;
  state: InviteView['state'];
  expiresAt: Date;
}

/** The sheets of this secret, by the villages' names; none for a secret that nobody made. */
export async function sheetsOf(deps: Deps, sheets: string): Promise<Sheet[]> {
  const rows = await deps.db
    .selectFrom('invites as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .select(['v.id', 'v.slug', 'v.name', 'v.district', 'v.regency', 'i.used_by', 'i.expires_at'])
    .where('i.sheet_hash', '=', hashSecret(sheets))
    .orderBy('v.name')
    .orderBy('v.slug')
    .execute();
  return rows.map(({ id, slug, name, district, regency, used_by, expires_at }) => ({
    village: { slug, name, district, regency },
    url: inviteUrl(deps, codeOn(sheets, id)),
    state: used_by !== null ? 'used' : expires_at <= deps.now() ? 'expired' : 'open',
    expiresAt: expires_at,
  }));
}
