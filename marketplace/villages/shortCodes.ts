import { createHmac, randomInt } from 'node:crypto';
import { readShortCode, SHORT_CODE_LENGTH, SHORT_CODE_LETTERS } from '#contract/shortCode.ts';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { giveBackSender, limitSender } from '#marketplace/http/limits.ts';
import { inviteUrl } from './invites.ts';
import { hashSecret, otherInviteCode } from './tokens.ts';

/** How long (ms) the letters are good. */
export const SHORT_CODE_LIFE = 10 * MINUTE;
/** How many letters of one invite are good at once: one for each computer of an office. */
const LIVE = 3;
/** Wrong tries; a right one is given back, so that a class of trainees behind one address gets in. */
const WRONG_TRIES = { name: 'short-code', max: 5, seconds: 600 };

/** Keyed, because 40 bits alone are soon guessed by whoever has a copy of the table. */
function hashLetters(deps: Deps, letters: string): string {
  return createHmac('sha256', deps.secret).update(`short-code\n${letters}`).digest('base64url');
}

/**
 * Letters that stand for an open invite until `SHORT_CODE_LIFE` is over, beside the newest ones before. Null when the invite
 * is not open. Only who holds the invite's own code can ask for them.
 */
export async function makeShortCode(deps: Deps, invite: string): Promise<string | null> {
  const now = deps.now();
  const letters = Array.from({ length: SHORT_CODE_LENGTH }, () => SHORT_CODE_LETTERS[randomInt(32)]).join('');
  const hash = hashSecret(invite);
  const row = await deps.db
    .selectFrom('invites')
    .select('code_hash')
    .where((eb) => eb.or([eb('code_hash', '=', hash), eb('other_hash', '=', hash)]))
    .where('used_by', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const said = { letters_hash: hashLetters(deps, letters), expires_at: new Date(now.getTime() + SHORT_CODE_LIFE) };
  await deps.db
    .insertInto('short_codes')
    .values({ ...said, invite_hash: row.code_hash })
    .execute();
  const newest = deps.db
    .selectFrom('short_codes')
    .select('letters_hash')
    .where('invite_hash', '=', row.code_hash)
    .orderBy('expires_at', 'desc')
    .limit(LIVE);
  await deps.db
    .deleteFrom('short_codes')
    .where('invite_hash', '=', row.code_hash)
    .where('letters_hash', 'not in', newest)
    .execute();
  return letters;
}

/** Lets these letters stand for an invite (its hash) until `expires_at`: they are printed on a sheet beside the link. */
export async function keepLetters(deps: Deps, letters: string, invite_hash: string, expires_at: Date): Promise<void> {
  await deps.db
    .insertInto('short_codes')
    .values({ letters_hash: hashLetters(deps, letters), invite_hash, expires_at })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** True while these letters stand for this invite: a page that shows them says nothing that somebody else made up. */
export async function areLettersOf(deps: Deps, invite: string, letters: string): Promise<boolean> {
  const hash = hashSecret(invite);
  const row = await deps.db
    .selectFrom('short_codes as s')
    .innerJoin('invites as i', 'i.code_hash', 's.invite_hash')
    .select('s.letters_hash')
    .where('s.letters_hash', '=', hashLetters(deps, letters))
    .where('s.expires_at', '>', deps.now())
    .where((eb) => eb.or([eb('i.code_hash', '=', hash), eb('i.other_hash', '=', hash)]))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The invite link for letters that somebody typed, once; null for wrong, spent and expired ones alike. Throws `too_many`
 * after five wrong tries of a network.
 */
export async function takeShortCode(deps: Deps, c: AppContext, typed: string): Promise<string | null> {
  const letters = readShortCode(typed);
  // What cannot be a code is a slip of the hand, and tells nobody anything.
  if (letters === null) return null;
  await limitSender(deps, WRONG_TRIES, c);
  const taken = await deps.db
    .deleteFrom('short_codes')
    .where('letters_hash', '=', hashLetters(deps, letters))
    .where('expires_at', '>', deps.now())
    .returning('invite_hash')
    .executeTakeFirst();
  if (taken === undefined) return null;
  const code = otherInviteCode(deps.secret, taken.invite_hash);
  await deps.db
    .updateTable('invites')
    .set({ other_hash: hashSecret(code) })
    .where('code_hash', '=', taken.invite_hash)
    .execute();
  await giveBackSender(deps, WRONG_TRIES, c);
  return inviteUrl(deps, code);
}

/** Forgets letters that nobody typed in time. */
export async function forgetShortCodes(deps: Deps): Promise<void> {
  await deps.db.deleteFrom('short_codes').where('expires_at', '<=', deps.now()).execute();
}
