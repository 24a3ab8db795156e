import { createHmac } from 'node:crypto';
import { shortCodeOf } from '#contract/shortCode.ts';
import type { Deps } from '#marketplace/deps.ts';
import { derivedCode, linkable } from '#marketplace/villages/tokens.ts';

// What a room's sheets show can be shown again, on any day and by any process: it follows from the server's own secret,
// and the database holds only hashes of it.

function bits({ secret }: Pick<Deps, 'secret'>, purpose: string, of: string): Buffer {
  return createHmac('sha256', secret).update(`practice ${purpose}\n${of}`).digest();
}

/** The secret in the trainer's link. */
export const trainerSecret = (deps: Pick<Deps, 'secret'>, room: string): string =>
  derivedCode(deps.secret, 'practice trainer', room);

/** The invite code on a seat's sheet. */
export const seatInvite = (deps: Pick<Deps, 'secret'>, village: string): string =>
  derivedCode(deps.secret, 'practice invite', village);

/** The 8 letters on a seat's sheet, for whoever has no camera at the office computer. */
export const seatLetters = (deps: Pick<Deps, 'secret'>, village: string): string =>
  shortCodeOf(bits(deps, 'letters', village));

/** The id of the buyer's message number `at` in a thread: said twice, it is said once. */
export const messageId = (deps: Pick<Deps, 'secret'>, inquiry: string, at: number): string =>
  linkable(bits(deps, `message ${at}`, inquiry)).slice(0, 16);

/** The token in the forms of the trainer's screen. */
export const formToken = (deps: Pick<Deps, 'secret'>, room: string): string =>
  bits(deps, 'form', room).toString('base64url');
