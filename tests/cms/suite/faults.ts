import { answerAs } from '#tests/cms/browser.ts';
import { EVERY_VARIANT } from '#tests/support/variants.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** The page died here: nothing after this point happens, whatever the code would do. */
export class DiedError extends Error {}

export interface Asked {
  url: URL;
  method: string;
  send(): Promise<Response>;
}

/** What happens to one request instead of being sent and answered. */
export type Fault = (asked: Asked) => Promise<Response>;

/** The same person and page, with the nth request (from 1) going wrong. `hit` says whether there was an nth request. */
export function faultAt(context: DriverContext, nth: number, fault: Fault): { context: DriverContext; hit(): boolean } {
  let count = 0;
  let isDead = false;
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    if (isDead) throw new DiedError();
    count += 1;
    const send = () => context.fetch(input, init);
    if (count !== nth) return send();
    try {
      return await fault({ url: new URL(String(input)), method: init.method ?? 'GET', send });
    } catch (error) {
      isDead = error instanceof DiedError;
      throw error;
    }
  };
  return { context: { ...context, fetch }, hit: () => count >= nth };
}

/**
 * Runs `attempt` with the first, second, third … request going wrong, until there is no such request any more; answers how
 * many there may be. With `turns`, faults share the requests in every run: each `turns`-th one, another for each `turn`.
 */
export async function atEveryRequest(
  attempt: (nth: number) => Promise<{ hit: boolean }>,
  { turn = 0, turns = 1 } = {},
): Promise<number> {
  const step = EVERY_VARIANT ? 1 : turns;
  for (let nth = 1 + (turn % step); nth < 60; nth += step) {
    if (!(await attempt(nth)).hit) return nth - 1;
  }
  throw new Error('it never ends');
}

/** The request arrives, but the page has died before its answer comes. */
export const diesAfter: Fault = async ({ send }) => {
  await send();
  throw new DiedError();
};
/** The connection broke before the request arrived. */
export const offline: Fault = async () => {
  throw new TypeError('Failed to fetch');
};
export const breaksBefore: Fault = async ({ url }) => answerAs(url, false, new Response('', { status: 500 }));
export const breaksAfter: Fault = async ({ url, send }) => {
  await send();
  return answerAs(url, false, new Response('<h1>Internal Server Error</h1>', { status: 500 }));
};
/** A write is dropped, and the answer looks like success. Reading is left alone: only writes can be lied about. */
export function silent({ body, type }: { body: string; type: string }): Fault {
  return async ({ url, method, send }) =>
    method === 'GET' ? send() : answerAs(url, false, new Response(body, { headers: { 'content-type': type } }));
}
