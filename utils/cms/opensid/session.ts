import { type FilledForm, formOf, type Reply, request, type Session, send } from '#utils/cms/form.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { adminBase } from './recognise.ts';

/** Red notices carry OpenSID's own words; their heading ("Gagal") and close button are left out. */
const REFUSAL = '.alert-danger p';
/** The notice of the page that asks for another password, which shows no red one. */
const FORCED = '.callout-warning p';
const TOKEN = 'sidcsrf';

export interface Opensid extends Session {
  /** The address under which the admin pages lie, ending in `/`. */
  base: URL;
  siteUrl: string;
  document: Document;
}

/** The session of the person on this page. Every ended session lands on `/siteman` with 200, JSON addresses too. */
export function sessionOf({ page, document, fetch }: DriverContext): Opensid {
  const site = new URL(`${page.siteUrl}/`);
  return {
    fetch,
    document,
    siteUrl: page.siteUrl,
    base: adminBase(document, site) ?? new URL('index.php/', site),
    isSignedOut: ({ url }) => /\/siteman\/?$/.test(url.pathname),
  };
}

/**
 * Fetches an admin page. Throws `no_permission` for a page that the role may not see, because such a request lands
 * elsewhere with 200: on `/beranda` or the module's first page with a red notice, on `/pengguna` while the factory
 * password stands.
 */
export async function visit(session: Opensid, path: string): Promise<Reply> {
  const url = new URL(path, session.base);
  const reply = await request(session, url);
  assertLanded(reply, url);
  return reply;
}

export function assertLanded(reply: Reply, { pathname }: URL): void {
  if (reply.url.pathname !== pathname) throw new CmsError('no_permission', wordsOf(reply, REFUSAL, FORCED));
}

/** Fetches what the tables of the admin pages fetch: JSON, given only to requests that call themselves a script's. */
export async function fetchJson(session: Opensid, url: URL): Promise<{ reply: Reply; json: unknown }> {
  const reply = await send(session, url, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (session.isSignedOut(reply)) throw new CmsError('signed_out');
  try {
    return { reply, json: JSON.parse(reply.text) };
  } catch {
    return { reply, json: undefined };
  }
}

export async function visitForm(session: Opensid, path: string): Promise<FilledForm> {
  return formOf(await visit(session, path), 'form#validasi');
}

/**
 * Posts a form. The token is read at the last moment, because every POST of any tab changes it. A bare 500 means a
 * wrong token, a body over the server's limit or an error after the write, and leaves a fresh token. The form is then
 * posted once more, unless `isWritten` finds that the first POST did arrive. Throws `refused` in OpenSID's words when
 * it says no.
 */
export async function submit(session: Opensid, form: FilledForm, isWritten?: () => Promise<boolean>): Promise<void> {
  let reply = await post(session, form);
  if (reply.status >= 500) {
    if (await isWritten?.()) return;
    reply = await post(session, form);
  }
  if (reply.status >= 500) throw new CmsError('refused', `HTTP ${reply.status}`);
  const refusal = wordsOf(reply, REFUSAL);
  if (refusal !== null) throw new CmsError('refused', refusal);
}

async function post(session: Opensid, { action, data }: FilledForm): Promise<Reply> {
  const token = new RegExp(`(?:^|; )${TOKEN}=([^;]+)`).exec(session.document.cookie)?.[1];
  // Where the cookie cannot be read, the form's own token is the newest we know.
  if (token !== undefined) data.set(TOKEN, token);
  const reply = await send(session, action, { method: 'POST', body: data });
  // OpenSID has dropped the data of this POST: nothing was written.
  if (session.isSignedOut(reply)) throw new CmsError('signed_out');
  return reply;
}

function wordsOf({ document }: Reply, ...selectors: string[]): string | null {
  for (const selector of selectors) {
    // A refused picture's words stand in a paragraph of their own inside the notice's, which leaves the first one empty.
    const paragraphs = [...document.querySelectorAll(selector)].map((found) => found.textContent?.trim() ?? '');
    const words = paragraphs.find((text) => text !== '')?.replace(/\s+/g, ' ');
    if (words !== undefined) return words.slice(0, 200);
  }
  return null;
}
