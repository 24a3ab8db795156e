import { joinLoose } from '#utils/cms/looseForms.ts';
import { CmsError } from './types.ts';

/**
 * How a driver talks to its CMS: plain requests with the person's session, and a test of every reply whether it is the
 * login page. CMSs answer 200 with that page, or with something else again, so only the adapter can tell.
 */
export interface Session {
  fetch: typeof fetch;
  isSignedOut(reply: Reply): boolean;
  /**
   * True for a page that this CMS drew, whatever is on it. Everything else that comes with 200 (a host's maintenance
   * page, a firewall's question) tells nothing of the CMS.
   */
  isOurs?(reply: Reply): boolean;
  /** True for the page on which the CMS asks for a new password, in the place of the page that was asked for. */
  wantsPassword?(reply: Reply): boolean;
}

/** A reply read to its end. `url` is where it ended after redirects. */
export interface Reply {
  url: URL;
  redirected: boolean;
  status: number;
  text: string;
  /** How long the server asks us to stay away; null where it does not say. */
  retryAfterSeconds: number | null;
  /** True for a page that is not the CMS's at all, see `Session.isOurs`. */
  readonly isForeign: boolean;
  /**
   * The reply as an inert document: no script runs, nothing loads. It is made when it is first asked for, because most
   * replies are JSON.
   */
  readonly document: Document;
}

export interface FilledForm {
  page: Reply;
  form: HTMLFormElement;
  /** Where the form posts to; a form without an action posts to its own page. */
  action: URL;
  /**
   * What the browser would send without pressing a button. Only get, set, append, delete and has: iterating it throws in
   * Firefox's content scripts.
   */
  data: FormData;
}

/**
 * Sends one request. Throws `CmsError` `network` when nothing came back, `site_down` when the server cannot just now,
 * `signed_out` when the session ended, `password_due`; every other answer is returned for the adapter to judge.
 */
export async function request(session: Session, url: URL | string, init: RequestInit = {}): Promise<Reply> {
  const reply = await send(session, url, init);
  assertIn(session, reply);
  assertUp(reply);
  return reply;
}

/** Throws `signed_out` or `password_due` for a reply that came in the place of the one that was asked for. */
export function assertIn(session: Session, reply: Reply): void {
  if (session.isSignedOut(reply)) throw new CmsError('signed_out');
  if (session.wantsPassword?.(reply)) throw new CmsError('password_due');
}

/** True for the answers of a server that may do better later: overloaded, broken, in maintenance, a gateway's own (52x). */
export function isDown(status: number): boolean {
  return status >= 500 || status === 429;
}

/** Throws `site_down` for such an answer. Whoever uses `send` must ask this before it judges what the page says. */
export function assertUp({ status, retryAfterSeconds }: Pick<Reply, 'status' | 'retryAfterSeconds'>): void {
  if (isDown(status)) throw new CmsError('site_down', `HTTP ${status}`, retryAfterSeconds);
}

/**
 * Throws `site_down` for a page that is not the CMS's. It is asked before "this page has changed" or "you may not" is
 * said of a page, because neither is true of a page that somebody else put in its place.
 */
export function assertOurs({ isForeign, document }: Reply): void {
  if (isForeign) throw new CmsError('site_down', document.title.trim().slice(0, 100) || null);
}

/** As `request`, but a server fault (5xx) is returned too: for CMSs that say "wrong token" or "too large" with a bare 500. */
export async function send(session: Session, url: URL | string, init: RequestInit = {}): Promise<Reply> {
  try {
    const response = await session.fetch(String(url), { credentials: 'same-origin', ...init });
    const text = await response.text();
    let parsed: Document | null = null;
    const reply: Reply = {
      url: new URL(response.url || String(url)),
      redirected: response.redirected,
      status: response.status,
      text,
      retryAfterSeconds: secondsIn(response.headers.get('retry-after')),
      get isForeign() {
        return session.isOurs?.(reply) === false;
      },
      get document() {
        parsed ??= joinLoose(new DOMParser().parseFromString(text, 'text/html'));
        return parsed;
      },
    };
    return reply;
  } catch (error) {
    throw new CmsError('network', error instanceof Error ? error.message : null);
  }
}

/** `Retry-After` in seconds. Its other form, a date, is left: village servers' clocks are wrong too often. */
function secondsIn(retryAfter: string | null): number | null {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

/** Fetches a page and the form on it. Throws `markup_changed` naming the selector when there is no such form. */
export async function getForm(session: Session, url: URL | string, selector: string): Promise<FilledForm> {
  return formOf(await request(session, url), selector);
}

/** The form of a page that was fetched already. */
export function formOf(page: Reply, selector: string): FilledForm {
  const form = page.document.querySelector<HTMLFormElement>(selector);
  if (form === null) {
    assertOurs(page);
    throw new CmsError('markup_changed', selector);
  }
  // The attribute is read, not the property, because a field named "action" hides the form's own.
  const action = new URL(form.getAttribute('action') || page.url.href, page.url);
  // Behind a TLS proxy a CMS may write http:// into its own pages, so only the path is taken from there.
  return { page, form, action: onOrigin(action, page.url), data: new FormData(form) };
}

/** Posts a form as multipart, which every server-side language reads as well as the urlencoded kind. */
export function postForm(session: Session, { action, data }: Pick<FilledForm, 'action' | 'data'>): Promise<Reply> {
  return request(session, action, { method: 'POST', body: data });
}

function onOrigin(url: URL, page: URL): URL {
  return url.hostname === page.hostname ? new URL(url.pathname + url.search, page.origin) : url;
}
