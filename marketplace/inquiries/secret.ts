import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '#marketplace/deps.ts';
import { hashSecret, linkable } from '#marketplace/villages/tokens.ts';

/** A private link's secret: the village's id in front (a routing key, no secret), then 192 random bits. */
export interface ThreadSecret {
  villageId: string;
  secret: string;
  hash: string;
}

const of = (villageId: string, bits: Buffer): ThreadSecret => {
  const secret = villageId + linkable(bits.subarray(0, 24));
  return { villageId, secret, hash: hashSecret(secret) };
};

/**
 * The secret of the thread that this form opens. The same form sent twice gives the same link, although only a hash of
 * it is stored; without the server's own secret nobody can work it out.
 */
export function threadSecretOfForm(deps: Deps, villageId: string, openedWith: string): ThreadSecret {
  return of(villageId, keyed(deps, 'tanya', openedWith));
}

/** A changed link: its secret follows from the thread and a random `nonce`, which the thread keeps. */
export function changedThreadSecret(deps: Deps, villageId: string, openedWith: string) {
  const nonce = linkable(randomBytes(24));
  return { nonce, ...threadSecretOfForm(deps, villageId, `${openedWith}\n${nonce}`) };
}

/** The private link's secret as the thread has it now, for a mail to its buyer; null when the link is shut. */
export function currentThreadSecret(
  deps: Deps,
  row: { village_id: string; opened_with: string; link_nonce: string | null; secret_hash: string | null },
): string | null {
  const from = row.link_nonce === null ? row.opened_with : `${row.opened_with}\n${row.link_nonce}`;
  const { secret, hash } = threadSecretOfForm(deps, row.village_id, from);
  // A link that an earlier version changed is random, and nobody but its buyer has it.
  return hash === row.secret_hash ? secret : null;
}

/** The secret of a private link; null when the text has not the form of one. */
export function readThreadSecret(secret: string): ThreadSecret | null {
  const villageId = /^([0-9a-z]{16})[0-9a-z]{38}$/.exec(secret)?.[1];
  return villageId === undefined ? null : { villageId, secret, hash: hashSecret(secret) };
}

/** The secret of the page on which a buyer sees the answers of several villages: no village's id is in it. */
export function bulkSecretOfForm(deps: Deps, openedWith: string): { secret: string; hash: string } {
  const secret = linkable(keyed(deps, 'tanya-semua', openedWith).subarray(0, 24));
  return { secret, hash: hashSecret(secret) };
}

/** The hash of such a page's secret; null when the text has not the form of one. */
export const readBulkSecret = (secret: string): string | null =>
  /^[0-9a-z]{38}$/.test(secret) ? hashSecret(secret) : null;

function keyed(deps: Deps, purpose: string, value: string): Buffer {
  return createHmac('sha256', deps.secret).update(`${purpose}\n${value}`).digest();
}

/** Keyed hash for columns that must be compared but never read back. */
export function keyedHash(deps: Deps, purpose: string, value: string): string {
  return keyed(deps, purpose, value).toString('base64url').slice(0, 32);
}
