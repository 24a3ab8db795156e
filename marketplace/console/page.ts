import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import type { Operator } from '#marketplace/operators/account.ts';
import { readSession, type Session } from '#marketplace/operators/sessions.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import { isSameSecret } from '#marketplace/secret.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { type Page, seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { CONSOLE, type ConsoleWords } from '#marketplace/words/index.ts';
import { readCookie } from './cookies.ts';
import { consoleMessage } from './message.ts';
import { wayBack } from './way.ts';

/** A request of somebody who has come in. */
export interface ConsoleRequest extends PageRequest {
  operator: Operator;
  session: Session;
  k: ConsoleWords;
}

type Answer = Promise<Page | Response> | Page | Response;

export interface Guard {
  /** Not for viewers. */
  role?: 'operator';
  /** Asks for a proof of the person again, when the last one is older than five minutes. */
  fresh?: true;
}

/** The session of a request; null when nobody has come in. Its secret has 256 bits, so that guesses need not be counted. */
export async function sessionOf({ deps, c }: PageRequest): Promise<Session | null> {
  const token = readCookie('session', c, deps.config);
  return token === null ? null : readSession(deps, token);
}

/** The address of a request inside the console, to come back to. */
function here({ c }: PageRequest): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('lang');
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

/** A page for those who run the market; whoever has not come in is led to the door and then back to this page. */
export function consolePage(handle: (request: ConsoleRequest) => Answer, guard: Guard = {}): PageHandler {
  return async (request) => {
    const session = await sessionOf(request);
    if (session === null) return seeOther(link(request.view, '/pengelola/masuk', { ke: here(request) }));
    const known = { ...request, session, operator: session.operator, k: CONSOLE[request.view.locale] };
    if (guard.role === 'operator' && session.operator.role !== 'operator')
      return consoleMessage(request, 'viewerTitle', 'viewerText', 403);
    if (guard.fresh && !session.isFresh)
      return seeOther(link(request.view, '/pengelola/masuk', { ke: here(request), lagi: '1' }));
    return handle(known);
  };
}

/**
 * A form of the console: sent by a page of ours in this very session, by somebody who may act. It answers what happened, and
 * refuses with what was typed beside it.
 */
export function consoleForm(
  handle: (request: ConsoleRequest, form: URLSearchParams) => Answer,
  guard: Pick<Guard, 'fresh'> & { anyRole?: true } = {},
): PageHandler {
  return async (request) => {
    const form = await readForm(request.c);
    if (isForeignPost(request.c, request.deps.config))
      return consoleMessage(request, 'foreignTitle', 'foreignText', 403);
    const session = await sessionOf(request);
    if (session === null) return consoleMessage(request, 'overTitle', 'overText', 401);
    if (!isSameSecret(field(form, 'izin'), session.formToken))
      return consoleMessage(request, 'foreignTitle', 'foreignText', 403);
    if (session.operator.role !== 'operator' && !guard.anyRole)
      return consoleMessage(request, 'viewerTitle', 'viewerText', 403);
    if (guard.fresh && !session.isFresh)
      return consoleMessage(request, 'staleTitle', 'staleText', 403, `/pengelola/masuk?${again(request)}`);
    return handle({ ...request, session, operator: session.operator, k: CONSOLE[request.view.locale] }, form);
  };
}

/** The way to prove oneself again and then back to the page that the form was on, where the browser says which one. */
function again({ c }: PageRequest): URLSearchParams {
  const from = URL.parse(c.req.header('referer') ?? '');
  return new URLSearchParams({ lagi: '1', ke: wayBack(from === null ? '' : from.pathname + from.search) });
}
