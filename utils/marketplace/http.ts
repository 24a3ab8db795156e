import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { Problem } from '#contract';
import { CLIENT_VERSION_HEADER } from '#contract/clientVersion.ts';
import { AppError } from '#utils/appError.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface Request {
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** From the root of the marketplace, e.g. `/v1/me`. */
  path: string;
  token?: string | undefined;
  json?: unknown;
  bytes?: { type: string; data: ArrayBuffer };
  /** Milliseconds for the whole exchange, body included. */
  timeout?: number;
}

/** A refusal by the marketplace; `current` is what it holds now (409). Other failures are a plain `AppError`. */
export class ProblemAnswerError extends AppError {
  constructor(readonly problem: Problem) {
    super(problem.code, problem.issues ?? [], problem.retryAfter ?? null);
  }
}

/**
 * One exchange with a marketplace. Answers what `schema` parsed; a null schema means 204, no content. Throws `ProblemAnswerError`,
 * or `AppError`: `offline` (the device has no network), `unreachable` (nobody answered in time), `unreadable` (something
 * answered, but not a marketplace: a hotel's login page, a proxy's error).
 */
export async function call<S extends z.ZodMiniType | null>(
  base: string,
  fetch: Fetch,
  request: Request,
  schema: S,
): Promise<S extends z.ZodMiniType ? z.infer<S> : undefined> {
  let response: Response;
  let body: unknown;
  // Not inside: a fault of ours is no marketplace that does not answer.
  const init = toInit(request);
  try {
    response = await fetch(base + request.path, init);
    body = response.status === 204 ? undefined : await readJson(response);
  } catch {
    throw new AppError(navigator.onLine === false ? 'offline' : 'unreachable');
  }
  if (!response.ok) throw toError(response, body);
  if (schema === null) {
    if (response.status !== 204) throw new AppError('unreadable');
    return undefined as never;
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('unreadable');
  return parsed.data as never;
}

/** The same for an answer that is a file. */
export async function callBytes(base: string, fetch: Fetch, request: Request): Promise<ArrayBuffer> {
  let response: Response;
  let bytes: ArrayBuffer;
  const init = toInit(request);
  try {
    response = await fetch(base + request.path, init);
    bytes = await response.arrayBuffer();
  } catch {
    throw new AppError(navigator.onLine === false ? 'offline' : 'unreachable');
  }
  if (response.ok) return bytes;
  throw toError(response, await readJson(new Response(bytes)));
}

/** Which version of the extension speaks; null in a script or a test, which is none. */
function ownVersion(): string | null {
  const here: typeof browser | undefined = browser;
  return here?.runtime.getManifest().version ?? null;
}

function toInit({ method, token, json, bytes, timeout = 20_000 }: Request): RequestInit {
  const headers = new Headers({ accept: 'application/json' });
  const version = ownVersion();
  if (version !== null) headers.set(CLIENT_VERSION_HEADER, version);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const type = bytes?.type ?? (json === undefined ? undefined : 'application/json');
  if (type !== undefined) headers.set('content-type', type);
  return {
    method,
    headers,
    body: bytes?.data ?? (json === undefined ? null : JSON.stringify(json)),
    signal: AbortSignal.timeout(timeout),
    // The token is the only credential; a redirect would carry the request to another place.
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
  };
}

/** Undefined when it is no JSON; a broken connection still throws. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toError(response: Response, body: unknown): AppError {
  const problem = Problem.safeParse(body);
  if (problem.success) {
    const { servedFrom, practiceOver, retryAfter = null } = problem.data;
    if (practiceOver) return new AppError('practice_over');
    return servedFrom === undefined
      ? new ProblemAnswerError(problem.data)
      : new AppError('client_too_old', [], retryAfter);
  }
  if (response.status === 429) return new AppError('too_many', [], Number(response.headers.get('retry-after')) || null);
  return new AppError(response.status >= 500 ? 'unreachable' : 'unreadable');
}
