import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { HOUR } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { keyedHash } from '#marketplace/inquiries/secret.ts';

/**
 * How much work: so many numbers, each of which makes the SHA-256 of `<challenge>.<index>.<number>` begin with so many
 * zero bits. About 260,000 hashes: half a second on a desk, a few on a cheap phone, while somebody types. Several small
 * puzzles rather than one large one, because then it takes everybody about the same time.
 */
export const WORK = { puzzles: 8, bits: 15 } as const;

/** Long enough to write, be called away and come back. */
const LIFE_MS = HOUR;

/** What the storefront's one script works on; `solution` is empty until it has. */
export interface ProofOfWork {
  challenge: string;
  solution: string;
}

/** A challenge of ours. Solved, it opens one thread: see `spent.ts`. */
export interface Challenge {
  challenge: string;
  expiresAt: Date;
}

/** Nothing is stored for it: it carries its own end and a mark that only we can make, and for this product alone. */
export function newChallenge(deps: Deps, listingId: string): string {
  const body = `${(deps.now().getTime() + LIFE_MS).toString(36)}.${randomBytes(6).toString('base64url')}`;
  return `${body}.${markOf(deps, listingId, body)}`;
}

/** 132 bits: the whole text that is hashed fits in one block of SHA-256, which is all that `solver.js` can do. */
const markOf = (deps: Deps, listingId: string, body: string): string =>
  keyedHash(deps, 'challenge', `${listingId} ${body}`).slice(0, 22);

/** Null when it is forged, over or of another product; it need not be solved. */
export function readChallenge(deps: Deps, listingId: string, proof: ProofOfWork | null): Challenge | null {
  const [, body, end, mark] = /^((\w{8,9})\.[\w-]{8})\.([\w-]{22})$/.exec(proof?.challenge ?? '') ?? [];
  if (!proof || !body || !end || !mark) return null;
  if (!timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(deps, listingId, body)))) return null;
  const expiresAt = new Date(Number.parseInt(end, 36));
  if (expiresAt <= deps.now()) return null;
  return { challenge: proof.challenge, expiresAt };
}

export function isSolution({ challenge, solution }: ProofOfWork): boolean {
  const numbers = solution.split('.');
  if (numbers.length !== WORK.puzzles || numbers.some((number) => !/^\d{1,10}$/.test(number))) return false;
  return numbers.every((number, index) => {
    const hash = createHash('sha256').update(`${challenge}.${index}.${number}`).digest();
    return hash.readUInt32BE() >>> (32 - WORK.bits) === 0;
  });
}

/** What the form is to carry: a solution that came back with it is not asked for again. */
export function proofOfWorkFor(deps: Deps, listingId: string, sent: ProofOfWork | null): ProofOfWork {
  if (sent && readChallenge(deps, listingId, sent) && isSolution(sent)) return sent;
  return { challenge: newChallenge(deps, listingId), solution: '' };
}
