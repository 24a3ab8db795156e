import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Challenge } from './challenge.ts';

/** What a new thread brings: in calm times nothing is asked of it; a solved challenge is the proof. */
export type Proof = 'unneeded' | 'missing' | Challenge;

/**
 * False when it was spent before. A solved challenge counts once: its row is written in the transaction that opens the
 * thread, and whoever brings the same one meanwhile waits for that to end.
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

/** Forgets what would be refused for its age anyway. */
export async function forgetSpent({ db, now }: Deps): Promise<void> {
  await db.deleteFrom('spent_challenges').where('expires_at', '<', now()).execute();
}
