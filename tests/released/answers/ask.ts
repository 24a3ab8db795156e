import type { App } from '#marketplace/http/appTypes.ts';
import type { Call, Marketplace, TestVillage } from '#tests/marketplace/harness.ts';

/** One answer of the server as a device receives it. */
export interface Answer {
  /** What it answers, in words. */
  about: string;
  /** As the contract names it, e.g. `PUT /v1/listings/:id`. */
  route: string;
  status: number;
  type: string | null;
  /** JSON as it was read; any other body as text. */
  body: unknown;
}

export interface Question extends Call {
  /** What stands in the address for `:id` and the like; also a query, as `?`. */
  at?: Record<string, string>;
}

/** A device of one village that keeps every answer it gets. */
export interface Asker {
  market: Marketplace;
  village: TestVillage;
  answers: Answer[];
  ask(about: string, route: string, question?: Question): Promise<Answer>;
}

export function createAsker(market: Marketplace, village: TestVillage, app: App = market.app): Asker {
  const answers: Answer[] = [];
  return {
    market,
    village,
    answers,
    async ask(about, route, { at = {}, token = village.token, body, raw, headers = {} } = {}) {
      const [method = 'GET', pattern = ''] = route.split(' ');
      const path = pattern.replace(/:(\w+)/g, (_, name: string) => at[name] ?? '') + (at['?'] ?? '');
      const sent = new Headers(headers);
      if (token !== '') sent.set('authorization', `Bearer ${token}`);
      if (body !== undefined) sent.set('content-type', 'application/json');
      const payload = body === undefined ? raw : JSON.stringify(body);
      const init = { method, headers: sent, ...(payload !== undefined && { body: payload }) };
      const response = await app.request(path, init, { incoming: { socket: { remoteAddress: '198.51.100.7' } } });
      const type = response.headers.get('content-type');
      const text = await response.text();
      const answer = {
        about,
        route,
        status: response.status,
        type,
        body: type?.includes('json') ? JSON.parse(text) : text,
      };
      answers.push(answer);
      return answer;
    },
  };
}
