import { createHmac, randomBytes } from 'node:crypto';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { hashSecret } from '#marketplace/villages/tokens.ts';
import type { Operator } from './account.ts';

/** After so long (ms) without a page, whoever comes back has to come in again: office computers are shared. */
const IDLE = 30 * MINUTE;
/** However busy, a session is over after this (ms). */
const LONGEST = 12 * 60 * MINUTE;
/** How long (ms) a proof counts for what asks for one again. */
const PROOF = 5 * MINUTE;
/** A page notes that it was seen at most so often (ms). */
const NOTE = MINUTE;

export interface Session {
  operator: Operator;
  tokenHash: string;
  /** Whether whoever sits there proved who they are a moment ago. */
  isFresh: boolean;
  /** What each form of this session holds, and no other site can know. */
  formToken: string;
}

/** Begins a session; answers its secret, which only the browser keeps. */
export async function beginSession({ db, now }: Deps, operatorId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await db
    .insertInto('operator_sessions')
    .values({ token_hash: hashSecret(token), operator_id: operatorId, created_at: at, seen_at: at, proved_at: at })
    .execute();
  return token;
}

/** The session of a secret; null for one that is unknown or over, or whose account has ended. */
export async function readSession(deps: Deps, token: string): Promise<Session | null> {
  const tokenHash = hashSecret(token);
  const now = deps.now().getTime();
  const row = await deps.db
    .selectFrom('operator_sessions as s')
    .innerJoin('operators as o', 'o.id', 's.operator_id')
    .select(['o.id', 'o.name', 'o.role', 's.seen_at', 's.proved_at'])
    .where('s.token_hash', '=', tokenHash)
    .where('s.seen_at', '>', new Date(now - IDLE))
    .where('s.created_at', '>', new Date(now - LONGEST))
    .where('o.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (now - row.seen_at.getTime() > NOTE) {
    await deps.db
      .updateTable('operator_sessions')
      .set({ seen_at: deps.now() })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return {
    operator: { id: row.id, name: row.name, role: row.role },
    tokenHash,
    isFresh: now - row.proved_at.getTime() < PROOF,
    formToken: createHmac('sha256', deps.secret).update(`izin\n${tokenHash}`).digest('base64url'),
  };
}

export async function endSession({ db }: Deps, tokenHash: string): Promise<void> {
  await db.deleteFrom('operator_sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends every session of an account, on all devices, and the links that would begin one. */
export async function endSessions({ db }: Deps, operatorId: string): Promise<void> {
  await db.deleteFrom('operator_links').where('operator_id', '=', operatorId).execute();
  await db.deleteFrom('operator_sessions').where('operator_id', '=', operatorId).execute();
}

/** Ends every session of an account but this one. */
export async function endOtherSessions({ db }: Deps, operatorId: string, tokenHash: string): Promise<void> {
  await db
    .deleteFrom('operator_sessions')
    .where('operator_id', '=', operatorId)
    .where('token_hash', '!=', tokenHash)
    .execute();
}

/** Forgets sessions, links and challenges that are over: an hourly job. */
export async function forgetEndedSessions({ db, now }: Deps): Promise<void> {
  const at = now();
  await db
    .deleteFrom('operator_sessions')
    .where((eb) =>
      eb.or([
        eb('seen_at', '<=', new Date(at.getTime() - IDLE)),
        eb('created_at', '<=', new Date(at.getTime() - LONGEST)),
      ]),
    )
    .execute();
  for (const table of ['operator_links', 'operator_challenges'] as const)
    await db.deleteFrom(table).where('expires_at', '<', at).execute();
}
