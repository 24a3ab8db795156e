import { InviteCode } from '#contract';
import { AppError } from '#utils/appError.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `<marketplace>/undang/<code>` taken apart; the marketplace may live in a sub-folder. Throws `invite_malformed`, or
 * `marketplace_insecure`: a token must not travel over plain http, except to this very machine (practice).
 */
export function readInviteLink(link: string): { marketplaceUrl: string; code: string } {
  const url = URL.parse(link.trim());
  const found = url && /^(.*)\/undang\/([^/]+)\/?$/.exec(url.pathname);
  const code = InviteCode.safeParse(found?.[2]);
  if (!url || !found || !code.success || url.username !== '') throw new AppError('invite_malformed');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new AppError('marketplace_insecure');
  }
  return { marketplaceUrl: url.origin + found[1], code: code.data };
}
