import type { Db } from '#utils/db/db.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';

export function isConnected({ revoked }: StoredVillage): boolean {
  return !revoked;
}

/** What the pages may see: everything but the token. */
export function toKnown({ key, public: connection, token, revoked }: StoredVillage): KnownVillage {
  return { key, connection, state: revoked ? (token === '' ? 'signed_out' : 'revoked') : 'connected' };
}

/** Every village that this device speaks for or did, sorted by name. */
export async function listVillages(db: Pick<Db, 'read'>): Promise<KnownVillage[]> {
  const rows = await db.read(['villages'], (tx) => tx.all('villages'));
  return rows.map(toKnown).sort((a, b) => a.connection.village.name.localeCompare(b.connection.village.name));
}
