import { createHmac, randomBytes } from 'node:crypto';
import { sha256 } from '#marketplace/sha256.ts';

/** The hash of a secret. SHA-256 is enough for secrets of 256 random bits, because nobody can guess them. */
export function hashSecret(secret: string): string {
  return sha256(secret, 'base64url');
}

/** A new device token: the village's id in front (a routing key, no secret), then 256 random bits. */
export function newToken(villageId: string): string {
  return `${villageId}.${randomBytes(32).toString('base64url')}`;
}

/** The village that a token names, or null when the text has not the form of a token. */
export function villageOfToken(token: string): string | null {
  return /^([0-9a-z]{16})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/**
 * Random bits as letters and digits alone, for links that people pass on: chat programs take a `_` or `-` at the end of
 * a link for their own markup or for punctuation, and cut it off.
 */
export function linkable(bits: Buffer): string {
  const digits = Math.ceil((bits.length * 8) / Math.log2(36));
  return BigInt(`0x${bits.toString('hex')}`)
    .toString(36)
    .padStart(digits, '0');
}

/** A new invite code: 192 bits in 38 characters, as in the contract's InviteCode. */
export function newInviteCode(): string {
  return linkable(randomBytes(24));
}

/** A code like an invite's that follows from a secret: what is asked for again is always the same one. */
export function derivedCode(secret: Buffer | string, purpose: string, of: string): string {
  return linkable(createHmac('sha256', secret).update(`${purpose}\n${of}`).digest().subarray(0, 24));
}

/**
 * The code under which an invite is opened on another computer: always the same one, so that what was opened there earlier
 * goes on.
 */
export function otherInviteCode(secret: Buffer, inviteHash: string): string {
  return derivedCode(secret, 'other-invite', inviteHash);
}
