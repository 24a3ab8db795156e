import { STYLE_SOURCES } from './style.ts';

/** wa.me answers with a redirect of its own, and browsers hold redirects after a form to `form-action` too. */
const WHATSAPP = 'https://wa.me https://api.whatsapp.com';

/** Allows no script, no frame and no foreign request of any kind; only our own stylesheets, by their hashes. */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src ${STYLE_SOURCES}`,
  "img-src 'self'",
  // No page of ours asks for anything itself. Tools that judge a page (Lighthouse) fetch robots.txt from inside it.
  "connect-src 'self'",
  `form-action 'self' ${WHATSAPP}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Like `PAGE_CSP`, but also allows our own script files: for the question form under load and the form with photos. */
const SCRIPT_CSP = `${PAGE_CSP}; script-src 'self'`;

/** A CDN may keep the page for a minute. */
export const SHARED = 'public, max-age=30, s-maxage=60, stale-while-revalidate=600';

export interface PageOptions {
  status?: number;
  /**
   * `shared` is the same for everybody, and a CDN keeps it for a minute. `own` is made for this reader (a form with an
   * id, what somebody typed, a private thread), and no cache keeps it for anybody else.
   */
  cache?: 'shared' | 'own';
  /** Private pages must not tell other sites their address. */
  noReferrer?: boolean;
  hasScript?: boolean;
  /** The page holds little pictures in itself, because they have no address. */
  hasInlinePictures?: boolean;
  /** The page may ask the browser where it is, which it asks the person. */
  asksPosition?: boolean;
}

/** A text with its headers that is still to be sent: `send.ts` adds its tag and compresses it. */
export class Page {
  constructor(
    readonly body: string,
    readonly headers: Headers,
    readonly status: number,
    /** True when the page is the same for everybody: caches keep it, and ask for it again by its tag. */
    readonly isShared: boolean,
  ) {}
}

/** An HTML page with the headers that every page of the marketplace carries. */
export function htmlPage(html: string, options: PageOptions = {}): Page {
  const { status = 200, cache = 'shared', noReferrer = false, hasScript = false, hasInlinePictures = false } = options;
  const position = options.asksPosition ? '(self)' : '()';
  const policy = hasScript ? SCRIPT_CSP : PAGE_CSP;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': hasInlinePictures ? policy.replace("img-src 'self'", "img-src 'self' data:") : policy,
    // Not `no-referrer`: an older browser would then send our own form with `Origin: null`, as another site's.
    'referrer-policy': noReferrer ? 'same-origin' : 'strict-origin-when-cross-origin',
    'permissions-policy': `camera=(), geolocation=${position}, microphone=()`,
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': cache === 'own' ? 'private, no-cache' : SHARED,
  });
  return new Page(html, headers, status, cache === 'shared');
}

/** Redirects with 303, so that reloading the page sends nothing again. */
export function seeOther(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin', ...headers },
  });
}
