import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Challenge } from './challenge.ts';

/**
 * The proof of work that a new thread brings: `unneeded` when there is no load, or else a solved challenge, or
 * `missing`.
 */
export type Proof = 'unneeded' | 'missing' | Challenge;

/**
 * Spends a solved challenge; false when it was spent before. Its row is written in the transaction that opens the
 * thread, and another sender of the same challenge waits until that transaction ends.
 */
export async function spend(db: Db, villageId: string, proof: Challenge): Promise<boolean> {
  const spent = await db
    .insertInto('spent_challenges')
    .values({ village_id: villageId, challenge: proof.challenge, expires_at: proof.expiresAt })
    .onConflict((oc) => oc.doNothing())
    .returning('challenge')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Deletes spent challenges that would be refused for their age anyway. */
export async function forgetSpent({ db, now }: Deps): Promise<void> {
  await db.deleteFrom('spent_challenges').where('expires_at', '<', now()).execute();
}
