import { assertOurs, type Reply, request, type Session } from '#utils/cms/form.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';

/**
 * The sign-in page, which comes instead of any page once the session ended, with 200 (403 where JSON was asked for).
 */
const SIGN_IN = /<body[^>]*\bcom_login\b|<form[^>]*\bid="form-login"/;
/**
 * Notices of Joomla 3, then of 4 and later. Other pieces of a page look alike, first of all the one for browsers without
 * scripts.
 */
const REFUSAL = `#system-message-container :is(
  .alert-error .alert-message, .alert-danger, joomla-alert[type="danger"], .alert-warning .alert-message)`;
const JOOMLA = /joomla|\bcom_[a-z]+/i;
/** Where Joomla sends everybody whose password was reset: to the own profile (3, then 4 and later). */
const PROFILE = /^com_(?:admin|users)$/;
/** The token is the name of a hidden field whose value is 1; every form and every page that we use has it. */
const TOKEN = /^[0-9a-f]{32}$/;

export interface Joomla extends Session {
  siteUrl: string;
}

export function sessionOf({ page, fetch }: DriverContext): Joomla {
  return {
    fetch,
    siteUrl: page.siteUrl,
    isSignedOut: ({ url, text }) => url.pathname.includes('/administrator/') && SIGN_IN.test(text),
    // We ask for no profile ourselves.
    wantsPassword: ({ url }) =>
      PROFILE.test(url.searchParams.get('option') ?? '') && url.searchParams.get('layout') === 'edit',
    isOurs: ({ text }) => JOOMLA.test(text),
  };
}

/** An admin address. The brackets of `filter[search]` and the colons are Joomla's own. */
export function adminUrl({ siteUrl }: Joomla, query: Record<string, string>): URL {
  const url = new URL(`${siteUrl}/administrator/index.php`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** The token's name, as the page's own forms send it. Throws `markup_changed` when the page has none. */
export function tokenOf(page: Reply): string {
  const { document } = page;
  const fields = [...document.querySelectorAll('input[type="hidden"][value="1"]')];
  const token = fields.map((field) => field.getAttribute('name') ?? '').find((name) => TOKEN.test(name));
  if (token === undefined) assertOurs(page);
  if (token === undefined) throw new CmsError('markup_changed', 'form token');
  return token;
}

/** Posts a task of the article list or form, as its buttons do. */
export function postTask(session: Joomla, url: URL, token: string, fields: Record<string, string>): Promise<Reply> {
  return request(session, url, { method: 'POST', body: new URLSearchParams({ ...fields, [token]: '1' }) });
}

/** Why Joomla did not do something, in its own words; null when it says nothing. */
export function refusalOf({ document }: Reply): string | null {
  const words = document.querySelector(REFUSAL)?.textContent?.trim().replace(/\s+/g, ' ');
  return words ? words.slice(0, 200) : null;
}
