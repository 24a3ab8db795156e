import { assertOurs, type FilledForm, postForm, type Reply, request, type Session } from '#utils/cms/form.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { settingsIn } from './recognise.ts';

/** Core's login form and login block; on no page of somebody who is signed in. */
const LOGIN = 'input[name="form_id"][value^="user_login"]';
const DRUPAL = /drupal|backdrop/i;
const REFUSAL = '.messages--error, .messages.error, [data-drupal-messages] [role="alert"]';
/** Sites without rewriting have every address behind one of these. */
const QUERY_LINK = 'a[href*="?q=node"], a[href*="?q=admin"], a[href*="?q=user"]';
const SCRIPT = 'index.php/';
/** Body class of Drupal 7 and Backdrop. */
const NODE_CLASS = /(?:^|\s)page-node-(\d+)(?:\s|$)/;

export interface Drupal extends Session {
  siteUrl: string;
  document: Document;
  /** The address of one of Drupal's own paths, in the way this site writes addresses. */
  at(path: string): URL;
}

export function sessionOf({ page, document, fetch }: DriverContext): Drupal {
  const isByQuery = document.querySelector(QUERY_LINK) !== null;
  const settings = settingsIn(document);
  // What is written at an address without the language's own prefix is of the site's default language.
  const root = (settings?.baseUrl.endsWith(SCRIPT) ? SCRIPT : '') + (settings?.pathPrefix ?? '');
  return {
    fetch,
    document,
    siteUrl: page.siteUrl,
    isSignedOut: (reply) => reply.document.querySelector(LOGIN) !== null,
    isOurs: ({ text }) => DRUPAL.test(text),
    at: (path) =>
      new URL(isByQuery ? `${page.siteUrl}/?q=${path.replace('?', '&')}` : `${page.siteUrl}/${root}${path}`),
  };
}

/**
 * Fetches a page; 403 and 404 are answers. Drupal gives 403 for "you may not" and for "who are you?"; for the latter
 * this throws `signed_out`.
 */
export async function visit(session: Drupal, path: string | URL): Promise<Reply> {
  return assertSignedIn(session, await request(session, typeof path === 'string' ? session.at(path) : path));
}

export async function post(session: Drupal, form: Pick<FilledForm, 'action' | 'data'>): Promise<Reply> {
  return assertSignedIn(session, await postForm(session, form));
}

async function assertSignedIn(session: Drupal, reply: Reply): Promise<Reply> {
  // The own account's page is open to everybody who has one, and the login form to all others.
  if (reply.status === 403 && (await request(session, session.at('user'))).status === 403) {
    throw new CmsError('signed_out');
  }
  // What a field's search answers is JSON and has no mark of Drupal.
  if (reply.status < 400 && /^\s*</.test(reply.text)) assertOurs(reply);
  return reply;
}

/** The number of the post that a page shows, whatever address it has. */
export function nodeOn({ document, url }: Pick<Reply, 'document' | 'url'>): string | null {
  const shortlink = document.querySelector('link[rel="shortlink"]')?.getAttribute('href') ?? '';
  const paths = [settingsIn(document)?.currentPath, shortlink, url.pathname, url.searchParams.get('q')];
  const byPath = paths.map((path) => /(?:^|\/)node\/(\d+)$/.exec(path ?? '')?.[1]).find((id) => id !== undefined);
  return byPath ?? NODE_CLASS.exec(document.body.className)?.[1] ?? null;
}

/** What Drupal says in red, as far as it helps a person. */
export function refusalOn({ document }: Reply): string | null {
  const message = document.querySelector(REFUSAL)?.cloneNode(true) as Element | undefined;
  // A heading for screen readers says first what kind of message it is.
  for (const heading of message?.querySelectorAll('h2, .visually-hidden, .element-invisible') ?? []) heading.remove();
  return message?.textContent?.trim().replace(/\s+/g, ' ').slice(0, 200) || null;
}
