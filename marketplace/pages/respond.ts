import { createHash } from 'node:crypto';
import { STYLE_HASH } from './style.ts';

/** wa.me answers with a redirect of its own, and browsers hold redirects after a form to `form-action` too. */
const WHATSAPP = 'https://wa.me https://api.whatsapp.com';

/** No script, no frame, no foreign request of any kind; the one stylesheet by its hash. */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "img-src 'self'",
  `form-action 'self' ${WHATSAPP}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The same, and our own script files: for the question form under pressure, and no other page. */
const SCRIPT_CSP = `${PAGE_CSP}; script-src 'self'`;

export interface PageOptions {
  status?: number;
  /**
   * `shared`: anybody's page, kept by a CDN for a minute. `own`: made for this reader (a form with an id, what somebody
   * typed, a private thread), kept by nobody else.
   */
  cache?: 'shared' | 'own';
  /** Private pages must not tell other sites their address. */
  noReferrer?: boolean;
  hasScript?: boolean;
}

/** An HTML answer with the headers that every page of the marketplace carries. */
export function htmlResponse(html: string, options: PageOptions = {}): Response {
  const { status = 200, cache = 'shared', noReferrer = false, hasScript = false } = options;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': hasScript ? SCRIPT_CSP : PAGE_CSP,
    'referrer-policy': noReferrer ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
  });
  if (cache === 'own') headers.set('cache-control', 'private, no-cache');
  else keepShared(headers, html);
  return new Response(html, { status, headers });
}

/** Anybody's: a CDN may keep it for a minute and ask by the tag whether it changed. */
export function keepShared(headers: Headers, body: string): void {
  headers.set('cache-control', 'public, max-age=30, s-maxage=60, stale-while-revalidate=600');
  headers.set('etag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
}
