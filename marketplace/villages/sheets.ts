import { randomBytes } from 'node:crypto';
import { InviteCode } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { type InviteView, inviteEnd, inviteUrl, keepInvite } from './invites.ts';
import { derivedCode, hashSecret, linkable } from './tokens.ts';

// Sheets to print with the invites of many villages. Codes are kept only as hashes; whoever holds the sheets' own secret,
// which stands in their address alone, can work the codes out again and print once more.

/** A new secret; a form that carries it may be sent twice, and makes its invites once. */
export const newSheets = (): string => linkable(randomBytes(24));

/** The secret as an address says it; null for what is none. */
export const readSheets = (text: string): string | null => InviteCode.safeParse(text).data ?? null;

const codeOn = (sheets: string, villageId: string): string => derivedCode(sheets, 'sheet-invite', villageId);

/** Makes the village's invite on these sheets; false when it is there already. */
export function inviteOnSheets(deps: Pick<Deps, 'db' | 'now'>, sheets: string, villageId: string): Promise<boolean> {
  const invite = { village_id: villageId, expires_at: inviteEnd(deps), sheet_hash: hashSecret(sheets) };
  return keepInvite(deps, codeOn(sheets, villageId), invite);
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
