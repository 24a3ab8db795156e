import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { type ComponentChildren, h } from 'preact';
import { durationText } from '#contract/format.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { App, AppContext } from '#marketplace/http/appTypes.ts';
import { errorFields } from '#marketplace/log.ts';
import { isPassing } from '#marketplace/passing.ts';
import { ProblemError, problemStatus } from '#marketplace/problem.ts';
import { Kept } from './Kept.tsx';
import { renderFault, renderMessage, renderNotFound } from './Message.tsx';
import { htmlPage, Page } from './respond.ts';
import { sendPage } from './send.ts';
import { makeView, type View } from './view.ts';

/** What a page's handler works with. `param` reads a part of the path, `query` a part of the search. */
export interface PageRequest {
  deps: Deps;
  c: AppContext;
  view: View;
  param(name: string): string;
  query(name: string): string;
}

export type PageHandler = (request: PageRequest) => Promise<Page | Response> | Page | Response;

export function viewOf(deps: Deps, c: AppContext): View {
  return makeView({ url: c.req.url }, deps.config, deps.now());
}

/** Forms hold at most a message of 2,000 characters and a few short fields. */
const FORM_BYTES = 32 * 1024;

/**
 * Registers a page; every error becomes a page in the reader's language. A form of more than `formBytes` is
 * refused; null: the handler reads it as it comes in, and ends that itself.
 */
export function mountPage(
  app: App,
  deps: Deps,
  method: 'GET' | 'POST',
  path: string,
  handle: PageHandler,
  formBytes: number | null = FORM_BYTES,
): void {
  const sized = bodyLimit({
    maxSize: formBytes ?? FORM_BYTES,
    onError: (c) => sendPage(c, faultPage(deps, c, viewOf(deps, c), new ProblemError('too_large'))),
  });
  if (method === 'POST' && formBytes !== null) app.on(method, path, sized);
  // What is not a page is compressed while it streams: feeds may be long.
  app.on(method, path, compress(), async (c) => {
    const view = viewOf(deps, c);
    const request = {
      deps,
      c,
      view,
      param: (name: string) => c.req.param(name) ?? '',
      query: (name: string) => c.req.query(name) ?? '',
    };
    try {
      const answer = await handle(request);
      return answer instanceof Page ? sendPage(c, answer) : answer;
    } catch (error) {
      return sendPage(c, faultPage(deps, c, view, error));
    }
  });
}

/** A page that says what went wrong and what to do next, with what was typed; an unexpected error is also logged. */
function faultPage(deps: Deps, c: AppContext, view: View, thrown: unknown): Page {
  const kept = h(Kept, { view, typed: c.var.typed });
  const error = isPassing(thrown) ? new ProblemError('unavailable', { retryAfter: 5 }) : thrown;
  if (!(error instanceof ProblemError)) {
    c.set('problem', 'internal');
    deps.log('error', 'fault', { requestId: c.var.requestId, ...errorFields(error) });
    return htmlPage(renderFault(view, kept), { status: 500, cache: 'own' });
  }
  c.set('problem', error.code);
  if (error.extra.practiceOver) return overPage(view, kept);
  const status = problemStatus(error.code);
  if (error.code !== 'too_many') return htmlPage(problemPage(view, status, kept), { status, cache: 'own' });
  const seconds = error.extra.retryAfter ?? 60;
  const wait = durationText(seconds * 1000 + 59_000, view.locale);
  const page = renderMessage(view, { title: view.t('tooManyTitle'), text: view.t('tooManyText', wait) }, kept);
  const response = htmlPage(page, { status, cache: 'own' });
  response.headers.set('retry-after', String(Math.ceil(seconds)));
  return response;
}

const PRACTICE_OVER = 410;

/** The page of everything that stood in a room for practice, once that has ended. */
function overPage(view: View, kept: ComponentChildren): Page {
  view.isPractice = true;
  const page = renderMessage(view, { title: view.t('practiceOverTitle'), text: view.t('practiceOverText') }, kept);
  return htmlPage(page, { status: PRACTICE_OVER, cache: 'own' });
}

function problemPage(view: View, status: number, kept: ComponentChildren): string {
  if (status >= 500) return renderFault(view, kept);
  if (status === 404) return renderNotFound(view, kept);
  return renderMessage(view, { title: view.t('refusedTitle'), text: view.t('refusedText') }, kept);
}
