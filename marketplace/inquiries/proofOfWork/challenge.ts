import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { HOUR } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { keyedHash } from '#marketplace/inquiries/secret.ts';

/**
 * The size of a proof of work: `puzzles` numbers, each of which makes the SHA-256 of `<challenge>.<index>.<number>`
 * begin with `bits` zero bits. That takes about 260,000 hashes: half a second on a desk, a few seconds on a cheap
 * phone, while somebody types. It is made of several small puzzles and not of one large one, because then it takes
 * everybody about the same time.
 */
export const WORK = { puzzles: 8, bits: 15 } as const;

/** How long a challenge may be used: long enough to write, be called away and come back. */
const LIFE_MS = HOUR;

/**
 * The challenge that the form carries and the storefront's one script works on; `solution` is empty until it is solved.
 */
export interface ProofOfWork {
  challenge: string;
  solution: string;
}

/** A challenge that this service made. Once solved, it opens one thread: see `spent.ts`. */
export interface Challenge {
  challenge: string;
  expiresAt: Date;
}

/**
 * Makes a challenge for this listing alone. Nothing is stored for it: its text holds its own end and a keyed hash that
 * only this service can make.
 */
export function newChallenge(deps: Deps, listingId: string): string {
  const body = `${(deps.now().getTime() + LIFE_MS).toString(36)}.${randomBytes(6).toString('base64url')}`;
  return `${body}.${markOf(deps, listingId, body)}`;
}

/**
 * The keyed hash of a challenge has 132 bits, so that the whole text to be hashed fits in one block of SHA-256, which
 * is all that `solver.js` can do.
 */
const markOf = (deps: Deps, listingId: string, body: string): string =>
  keyedHash(deps, 'challenge', `${listingId} ${body}`).slice(0, 22);

/** The challenge of a form; null when it is forged, too old or for another listing. It need not be solved. */
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

/**
 * The proof of work that the form is to carry: a valid solution that came back with the form is kept, otherwise there
 * is a new challenge.
 */
export function proofOfWorkFor(deps: Deps, listingId: string, sent: ProofOfWork | null): ProofOfWork {
  if (sent && readChallenge(deps, listingId, sent) && isSolution(sent)) return sent;
  return { challenge: newChallenge(deps, listingId), solution: '' };
}
