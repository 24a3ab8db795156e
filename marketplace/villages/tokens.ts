import { randomBytes } from 'node:crypto';
import { sha256 } from '#marketplace/sha256.ts';

/** SHA-256 is enough for secrets that are 256 random bits: there is nothing to guess. */
export function hashSecret(secret: string): string {
  return sha256(secret, 'base64url');
}

/** A device token names its village in front (a routing key, no secret), then 256 random bits. */
export function newToken(villageId: string): string {
  return `${villageId}.${randomBytes(32).toString('base64url')}`;
}

/** The village a token claims to be of, or null when it has not the form of a token. */
export function villageOfToken(token: string): string | null {
  return /^([0-9a-z]{16})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/**
 * Random bits as letters and digits alone, for what people pass on in links: chat programs take a `_` or `-` at the end
 * of a link for their own markup or for punctuation, and cut it off.
 */
export function linkable(bits: Buffer): string {
  const digits = Math.ceil((bits.length * 8) / Math.log2(36));
  return BigInt(`0x${bits.toString('hex')}`)
    .toString(36)
    .padStart(digits, '0');
}

/** 192 bits in 38 characters, as the contract's InviteCode. */
export function newInviteCode(): string {
  return linkable(randomBytes(24));
}
