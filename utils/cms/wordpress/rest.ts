import * as z from 'zod/mini';
import { assertIn, assertUp, isDown, type Reply, send } from '#utils/cms/form.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { CmsError } from '#utils/cms/types.ts';
import { visit } from './pages.ts';
import { isNotAllowed } from './refusal.ts';
import type { WordPress } from './session.ts';

/** REST is closed here, wholly or for writing (a security plugin, a firewall, a proxy): only the forms are left. */
export class RestRefusedError extends Error {
  override name = 'RestRefusedError';
}

/** The code of an expired nonce and of an expired login, which look the same. */
const STALE = 'rest_cookie_invalid_nonce';
/** The code of a route that this site has not: a plugin is not there, or has closed it. */
export const NO_ROUTE = 'rest_no_route';
/** What a reply to `rest-nonce` ends with; a careless host's PHP warnings may stand before it. */
const NONCE = /(?:^|[^0-9a-z])([0-9a-f]{10})\s*$/;
/** Where the block editor, or the media library of the classic one, hands it to its script. */
const PAGE_NONCE = /(?:createNonceMiddleware\(\s*|wpApiSettings\s*=\s*\{[^<{}]{0,300}"nonce"\s*:\s*)"([0-9a-f]{10})"/;
const Fault = z.object({ code: z.string(), data: z.optional(z.unknown()) });
const FaultStatus = z.object({ status: z.int() });
const Me = z.object({ id: z.int(), name: z.string(), capabilities: z.record(z.string(), z.unknown()) });
export type Me = z.infer<typeof Me>;

export interface RestAnswer {
  /** Null when it worked, else WordPress's code, which alone is judged: its words are translated. */
  code: string | null;
  status: number;
  body: unknown;
}

export interface Rest {
  /** Who we are and what we may do; rejects as `call` does. It is asked for at once, so that it costs no extra time. */
  me: Promise<Me>;
  /**
   * `route` lies under `/wp/v2/`, or is a whole one where it begins with `/`; a body of text is JSON. Throws
   * `RestRefusedError`, or `CmsError` signed_out, network and site_down; WordPress's own refusals are answers.
   */
  call(
    method: 'GET' | 'POST' | 'DELETE',
    route: string,
    query?: Record<string, string>,
    body?: FormData | string,
  ): Promise<RestAnswer>;
}

/** Opens REST with a fresh nonce. */
export async function openRest(session: WordPress): Promise<Rest> {
  let nonce = await freshNonce(session);

  async function once(method: string, url: string, body: FormData | string | undefined): Promise<Reply> {
    // Some hosts let no DELETE through; WordPress reads the override of a POST.
    const headers: Record<string, string> = { 'X-WP-Nonce': nonce, Accept: 'application/json' };
    if (method === 'DELETE') headers['X-HTTP-Method-Override'] = 'DELETE';
    if (typeof body === 'string') headers['Content-Type'] = 'application/json';
    const verb = method === 'DELETE' ? 'POST' : method;
    return send(session, url, { method: verb, headers, ...(body && { body }) });
  }

  const call: Rest['call'] = async (method, route, query = {}, body) => {
    // index.php?rest_route= works with every permalink setting and in sub-folders; /wp-json/ does not.
    const whole = route.startsWith('/') ? route : `/wp/v2/${route}`;
    const url = `${session.siteUrl}/index.php?${new URLSearchParams({ rest_route: whole, ...query })}`;
    const first = answerOf(session, method, await once(method, url, body));
    if (first.code !== STALE) return first;
    nonce = await freshNonce(session);
    const second = answerOf(session, method, await once(method, url, body));
    if (second.code === STALE) throw new RestRefusedError(STALE);
    return second;
  };

  const me = whoAmI(call);
  // Whoever awaits `me` gets its failure; until then the failure must not count as unhandled.
  me.catch(() => undefined);
  return { me, call };
}

async function whoAmI(call: Rest['call']): Promise<Me> {
  const answer = await call('GET', 'users/me', { context: 'edit' });
  const me = Me.safeParse(answer.body);
  if (!me.success) throw new RestRefusedError(answer.code ?? `HTTP ${answer.status}`);
  return me.data;
}

async function freshNonce(session: WordPress): Promise<string> {
  const reply = await send(session, `${session.siteUrl}/wp-admin/admin-ajax.php?action=rest-nonce`);
  assertIn(session, reply);
  assertUp(reply);
  const [, nonce] = NONCE.exec(reply.text) ?? [];
  if (nonce !== undefined) return nonce;
  if (reply.status === 400 && reply.text.trim() === '0') throw new CmsError('signed_out');
  return nonceOnPage(session);
}

/**
 * The nonce that the page of a new post brings for its own script. Some sites close ajax to everybody but the
 * administrator, and leave REST open.
 */
async function nonceOnPage(session: WordPress): Promise<string> {
  const page = await visit(session, 'post-new.php');
  const [, nonce] = PAGE_NONCE.exec(page?.text ?? '') ?? [];
  if (nonce === undefined) throw new RestRefusedError('no nonce');
  return nonce;
}

/**
 * Sorts a reply: WordPress's JSON is an answer, its own refusals too; all else means that REST is not open. A 5xx to a
 * question means that as well, because guards say 503 to REST alone: the forms show whether the site itself is down. A
 * write that ended in 5xx may have been carried out, so it is not handed on at once.
 */
function answerOf(session: WordPress, method: string, reply: Reply): RestAnswer {
  assertIn(session, reply);
  const isQuestion = method === 'GET';
  if (isQuestion && isDown(reply.status)) throw new RestRefusedError(`HTTP ${reply.status}`);
  const body = jsonIn(reply.text) ?? undefined;
  const error = Fault.safeParse(body);
  if (reply.status < 300 && body !== undefined && !error.success) return { code: null, status: reply.status, body };
  if (!error.success) {
    // 503 says that nobody has taken the write: the forms may do it.
    if (reply.status !== 503) assertUp(reply);
    throw new RestRefusedError(`HTTP ${reply.status}`);
  }
  const { code } = error.data;
  // Behind warnings that PHP printed first, every reply has the status 200.
  const status = FaultStatus.safeParse(error.data.data).data?.status ?? reply.status;
  const isRefusal = status === 401 || status === 403;
  if (isRefusal && code !== STALE && !isNotAllowed(code)) throw new RestRefusedError(code);
  if (code === NO_ROUTE) throw new RestRefusedError(code);
  return { code, status, body };
}
