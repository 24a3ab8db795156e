import { addOperator, type Operator } from '#marketplace/operators/account.ts';
import { beginSession, readSession } from '#marketplace/operators/sessions.ts';
import { BASE_URL, type Marketplace } from '#tests/marketplace/harness.ts';

/** Somebody who has come in, and what their browser would do. */
export interface SignedIn {
  operator: Operator;
  /** The header with the session's secret. */
  cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a form as a page of the console would, with the session's token. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export const SESSION_COOKIE = `${BASE_URL.startsWith('https:') ? '__Host-' : ''}dodolan-pengelola`;

/** Makes an account and lets it in, as the door does. */
export async function signedIn(
  market: Marketplace,
  role: Operator['role'] = 'operator',
  name = 'Bu Rina',
): Promise<SignedIn> {
  const operator = await addOperator(market.deps, { name, role, email: null }, null);
  if (typeof operator === 'string') throw new Error(operator);
  const token = await beginSession(market.deps, operator.id);
  const cookie = `${SESSION_COOKIE}=${token}`;
  return {
    operator,
    cookie,
    get: (path) => market.call('GET', path, { headers: { accept: 'text/html', cookie } }),
    async post(path, fields = {}, headers = {}) {
      const izin = (await readSession(market.deps, token))?.formToken ?? '';
      return sendForm(market, path, { izin, ...fields }, { cookie, ...headers });
    },
  };
}

/** A form as a browser sends it from a page of ours, unless `headers` say otherwise. */
export function sendForm(
  market: Marketplace,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return market.call('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: BASE_URL, ...headers },
    raw: new URLSearchParams(fields).toString(),
  });
}
