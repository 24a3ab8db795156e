import { createHmac, randomBytes } from 'node:crypto';
import { shortCodeOf } from '#contract/shortCode.ts';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { hashSecret, linkable } from '#marketplace/villages/tokens.ts';
import type { Operator } from './account.ts';

/** Who handed the link over: a mail, or the command line. */
export type LinkWay = 'mail' | 'command';

const LINK_LIFE = 10 * MINUTE;

/** A browser's own secret, from before anybody signed in there. */
export const newBrowser = (): string => randomBytes(32).toString('base64url');

/**
 * The code of 8 letters that stands for a browser: whoever looks at it reads it to the command line, and the link that this
 * prints opens there and nowhere else.
 */
export function browserCode({ secret }: Pick<Deps, 'secret'>, browser: string): string {
  return shortCodeOf(createHmac('sha256', secret).update(`operator-browser\n${browser}`).digest());
}

/** Makes a link that lets an operator in, once, within ten minutes, in the browser with this code. The path of its page. */
export async function makeLink(
  { db, now }: Deps,
  operatorId: string,
  { browser, way }: { browser: string; way: LinkWay },
): Promise<string> {
  const token = linkable(randomBytes(24));
  const expires_at = new Date(now().getTime() + LINK_LIFE);
  // One open link for each browser: the newest.
  await db.deleteFrom('operator_links').where('operator_id', '=', operatorId).where('browser', '=', browser).execute();
  await db
    .insertInto('operator_links')
    .values({ token_hash: hashSecret(token), operator_id: operatorId, browser, way, expires_at })
    .execute();
  return `/pengelola/masuk/${token}`;
}

/** Whose a link is: the operator's, where this browser asked for it; `elsewhere` where another did; null when it is over. */
export async function readLink(
  deps: Deps,
  token: string,
  browser: string | null,
): Promise<Operator | 'elsewhere' | null> {
  const row = await deps.db
    .selectFrom('operator_links as l')
    .innerJoin('operators as o', 'o.id', 'l.operator_id')
    .select(['o.id', 'o.name', 'o.role', 'l.browser'])
    .where('l.token_hash', '=', hashSecret(token))
    .where('l.expires_at', '>', deps.now())
    .where('o.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (browser === null || browserCode(deps, browser) !== row.browser) return 'elsewhere';
  return { id: row.id, name: row.name, role: row.role };
}

/** Uses a link up and answers which way it came; null when somebody was faster. */
export async function useLink({ db }: Deps, token: string): Promise<LinkWay | null> {
  const used = await db
    .deleteFrom('operator_links')
    .where('token_hash', '=', hashSecret(token))
    .returning('way')
    .executeTakeFirst();
  return used?.way ?? null;
}
