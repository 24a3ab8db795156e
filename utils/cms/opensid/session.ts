import {
  assertIn,
  assertOurs,
  assertUp,
  type FilledForm,
  formOf,
  type Reply,
  request,
  type Session,
  send,
} from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { adminBase } from './recognise.ts';

/**
 * Red notices carry OpenSID's own words, in a paragraph or, of a form's fields, in a list; their heading ("Gagal") and close
 * button are left out.
 */
const REFUSAL = '.alert-danger :is(p, li)';
const TOKEN = 'sidcsrf';
/** Stands in every page and dialog of the admin, and in no page that somebody else puts there. */
const OPENSID = /siteman|sidcsrf|opensid/i;

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
    // While the factory password stands, every address leads to the own account.
    wantsPassword: ({ url }) => /\/pengguna\/?$/.test(url.pathname),
    isOurs: ({ text }) => OPENSID.test(text),
  };
}

/** Until the village's name and code are filled in, every address leads here, with a red notice that asks for them. */
const UNNAMED_VILLAGE = /\/identitas_desa\/?$/;

/**
 * Fetches an admin page. Throws `no_permission` for a page that the role may not see, because such a request lands
 * elsewhere with 200: on `/beranda` or the module's first page with a red notice. Throws `refused`, in OpenSID's words,
 * while it asks for something else of everybody.
 */
export async function visit(session: Opensid, path: string): Promise<Reply> {
  const url = new URL(path, session.base);
  const reply = await request(session, url);
  assertLanded(reply, url);
  return reply;
}

export function assertLanded(reply: Reply, { pathname }: URL): void {
  if (reply.url.pathname === pathname) return;
  // Newer versions lead those who may not to an address that is none: a bare 404.
  if (reply.status !== 404) assertOurs(reply);
  throw new CmsError(UNNAMED_VILLAGE.test(reply.url.pathname) ? 'refused' : 'no_permission', refusalOf(reply));
}

/**
 * Fetches what the tables of the admin pages fetch: JSON, given only to requests that call themselves a script's. Throws
 * as `request` does; `json` is undefined for a page of OpenSID in its place.
 */
export async function fetchJson(session: Opensid, url: URL): Promise<{ reply: Reply; json: unknown }> {
  const reply = await request(session, url, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const json = jsonIn(reply.text);
  if (json === undefined) assertOurs(reply);
  return { reply, json };
}

export async function visitForm(session: Opensid, path: string): Promise<FilledForm> {
  return formOf(await visit(session, path), 'form#validasi');
}

/**
 * Posts a form. The token is read at the last moment, because every POST of any tab changes it. A bare 500 means a
 * wrong token, a body over the server's limit or an error after the write, and leaves a fresh token. The form is then
 * posted once more, unless `isWritten` finds that the first POST did arrive. Throws `refused` in OpenSID's words when
 * it says no, `site_down` when the second POST ends alike.
 */
export async function submit(session: Opensid, form: FilledForm, isWritten?: () => Promise<boolean>): Promise<void> {
  let reply = await post(session, form);
  if (reply.status === 500) {
    if (await isWritten?.()) return;
    reply = await post(session, form);
  }
  assertUp(reply);
  const refusal = refusalOf(reply);
  if (refusal !== null) throw new CmsError('refused', refusal);
}

/** True for an end of `submit` that may lie in this very form: OpenSID said no, or the body was over the server's limit. */
export function isRefusal(error: unknown): boolean {
  return error instanceof CmsError && (error.code === 'refused' || error.what === 'HTTP 500');
}

async function post(session: Opensid, { action, data }: FilledForm): Promise<Reply> {
  const token = new RegExp(`(?:^|; )${TOKEN}=([^;]+)`).exec(session.document.cookie)?.[1];
  // Where the cookie cannot be read, the form's own token is the newest we know.
  if (token !== undefined) data.set(TOKEN, token);
  const reply = await send(session, action, { method: 'POST', body: data });
  // OpenSID has dropped the data of this POST: nothing was written.
  assertIn(session, reply);
  return reply;
}

/** Why OpenSID did not do something, in its own words; null when the page shows no red notice. */
export function refusalOf({ document }: Reply): string | null {
  // A refused picture's words stand in a paragraph of their own inside the notice's, which leaves the first one empty.
  const paragraphs = [...document.querySelectorAll(REFUSAL)].map((found) => found.textContent?.trim() ?? '');
  const words = paragraphs.find((text) => text !== '')?.replace(/\s+/g, ' ');
  return words?.slice(0, 200) ?? null;
}
