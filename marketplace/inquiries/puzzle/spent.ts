import type { Db } from '../../db/open.ts';
import type { Deps } from '../../deps.ts';
import type { Solved } from './challenge.ts';

/** What a new thread brings: in calm times nothing is asked of it. */
export type Proof = 'unneeded' | 'missing' | Solved;

/**
 * Whether it need not be looked at first. A solved challenge counts once: its row is written in the transaction that
 * opens the thread, and whoever brings the same one meanwhile waits for that to end.
 */
export async function isProven(db: Db, villageId: string, proof: Proof): Promise<boolean> {
  if (typeof proof === 'string') return proof === 'unneeded';
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
