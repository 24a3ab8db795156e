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

export interface PageOptions {
  status?: number;
  /**
   * `shared`: anybody's page, kept by a CDN for a minute. `own`: made for this reader (a form with an id, what somebody
   * typed, a private thread), kept by nobody else.
   */
  cache?: 'shared' | 'own';
  /** Private pages must not tell other sites their address. */
  noReferrer?: boolean;
}

/** An HTML answer with the headers that every page of the marketplace carries. */
export function htmlResponse(html: string, options: PageOptions = {}): Response {
  const { status = 200, cache = 'shared', noReferrer = false } = options;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_CSP,
      'cache-control':
        cache === 'own' ? 'private, no-cache' : 'public, max-age=30, s-maxage=60, stale-while-revalidate=600',
      'referrer-policy': noReferrer ? 'no-referrer' : 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}
