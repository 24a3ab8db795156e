import { STYLE_SOURCES } from './style.ts';

/** wa.me answers with a redirect of its own, and browsers hold redirects after a form to `form-action` too. */
const WHATSAPP = 'https://wa.me https://api.whatsapp.com';

/** No script, no frame, no foreign request of any kind; our own stylesheets by their hashes. */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCES}`,
  "img-src 'self'",
  `form-action 'self' ${WHATSAPP}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The same, and our own script files: for the question form under pressure, and no other page. */
const SCRIPT_CSP = `${PAGE_CSP}; script-src 'self'`;

/** A CDN may keep it for a minute. */
export const SHARED = 'public, max-age=30, s-maxage=60, stale-while-revalidate=600';

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

/** A text with its headers that is still to be sent: `send.ts` tags and compresses it. */
export class Page {
  constructor(
    readonly body: string,
    readonly headers: Headers,
    readonly status: number,
    /** Anybody's: kept by caches, and asked for again by its tag. */
    readonly isShared: boolean,
  ) {}
}

/** An HTML page with the headers that every page of the marketplace carries. */
export function htmlPage(html: string, options: PageOptions = {}): Page {
  const { status = 200, cache = 'shared', noReferrer = false, hasScript = false } = options;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': hasScript ? SCRIPT_CSP : PAGE_CSP,
    'referrer-policy': noReferrer ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': cache === 'own' ? 'private, no-cache' : SHARED,
  });
  return new Page(html, headers, status, cache === 'shared');
}
