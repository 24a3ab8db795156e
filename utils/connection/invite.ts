import { InviteCode } from '#contract';
import { readShortCode } from '#contract/shortCode.ts';
import { AppError } from '#utils/appError.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `<marketplace>/k/<8 letters>` taken apart, as the popup puts it together; null for any other link. */
export function readShortLink(link: string): { marketplaceUrl: string; code: string } | null {
  const url = URL.parse(link.trim());
  const found = url && /^(.*)\/k\/([^/]+)\/?$/.exec(url.pathname);
  const code = readShortCode(found?.[2] ?? '');
  return url && found && code !== null ? { marketplaceUrl: secure(url).origin + found[1], code } : null;
}

/**
 * `<marketplace>/undang/<code>` taken apart; the marketplace may live in a sub-folder. Throws `invite_malformed`, or
 * `marketplace_insecure`: a token must not travel over plain http, except to this very machine (practice).
 */
export function readInviteLink(link: string): { marketplaceUrl: string; code: string } {
  const url = URL.parse(link.trim());
  const found = url && /^(.*)\/undang\/([^/]+)\/?$/.exec(url.pathname);
  const code = InviteCode.safeParse(found?.[2]);
  if (!url || !found || !code.success || url.username !== '') throw new AppError('invite_malformed');
  return { marketplaceUrl: secure(url).origin + found[1], code: code.data };
}

/** The same address. Throws `marketplace_insecure` for one to which no key may travel. */
function secure(url: URL): URL {
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isSafe) throw new AppError('marketplace_insecure');
  return url;
}
