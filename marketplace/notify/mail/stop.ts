import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { linkable } from '#marketplace/villages/tokens.ts';

/** A refused address is tried again after this time: mailboxes come back. */
const REFUSED_DAYS = 90;

function markOf(deps: Pick<Deps, 'secret'>, key: string): string {
  return linkable(createHmac('sha256', deps.secret).update(`stop\n${key}`).digest().subarray(0, 16));
}

/** The link of a mail that ends all mails to its address. It holds no address, and only this service can make one. */
export function stopPath(deps: Pick<Deps, 'secret'>, addressKey: string): string {
  return `/berhenti/${addressKey}${markOf(deps, addressKey)}`;
}

/** The address that a stop link is about, as its key; null when this service has made no such link. */
export function readStop(deps: Pick<Deps, 'secret'>, token: string): string | null {
  const [, key = '', mark = ''] = /^([0-9a-z]{31})([0-9a-z]{25})$/.exec(token) ?? [];
  if (key === '') return null;
  return timingSafeEqual(Buffer.from(markOf(deps, key)), Buffer.from(mark)) ? key : null;
}

export type StopReason = 'asked' | 'refused';

/** Why nothing is sent to an address; null when mails go there. */
export async function stopReason(db: Db, addressKey: string): Promise<StopReason | null> {
  const row = await db
    .selectFrom('mail_stops')
    .select('reason')
    .where('address_key', '=', addressKey)
    .executeTakeFirst();
  return row?.reason ?? null;
}

/** From now on nothing goes to this address. What somebody asked for is not overwritten by what a server said. */
export async function stopMails(deps: Deps, addressKey: string, reason: StopReason): Promise<void> {
  await deps.db
    .insertInto('mail_stops')
    .values({ address_key: addressKey, reason, at: deps.now() })
    .onConflict((oc) => (reason === 'asked' ? oc.column('address_key').doUpdateSet({ reason }) : oc.doNothing()))
    .execute();
}

/** Only whoever holds a mail that went there can undo it. */
export async function resumeMails(deps: Deps, addressKey: string): Promise<void> {
  await deps.db.deleteFrom('mail_stops').where('address_key', '=', addressKey).execute();
}

/** Forgets what servers have refused long ago; what people asked for stays. */
export async function forgetRefusals(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - REFUSED_DAYS * DAY);
  await deps.db.deleteFrom('mail_stops').where('reason', '=', 'refused').where('at', '<', before).execute();
}
