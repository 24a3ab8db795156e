import { JSDOM } from 'jsdom';
import { opensid } from '../../utils/cms/opensid/recognise.ts';
import type { CmsPage, DriverContext } from '../../utils/cms/types.ts';

/** A signed-in person's browser tab on an OpenSID, real or double: one cookie jar for its pages and its requests. */
export interface Tab {
  fetch: typeof fetch;
  /** Opens an admin page, as the content script would find it. */
  open(path: string): Promise<DriverContext>;
  signOut(): void;
  /** Called before every request; may change the world between two steps. */
  before: (url: URL, init: RequestInit) => void | Promise<void>;
}

export async function openTab(base: string, user: string, password = 'x'): Promise<Tab> {
  const { cookieJar } = new JSDOM('', { url: base });

  const tab: Tab = {
    before: () => undefined,
    signOut: () => cookieJar.setCookieSync('ci_session=gone; path=/', base, { ignoreError: true }),
    async fetch(input, init = {}) {
      let url = new URL(String(input), base);
      let { method = 'GET', body = null } = init;
      await tab.before(url, init);
      for (let hops = 0; hops < 10; hops += 1) {
        const headers = new Headers(init.headers);
        headers.set('cookie', cookieJar.getCookieStringSync(url.href));
        headers.set('referer', base);
        headers.set('user-agent', 'Mozilla/5.0');
        const sent = body === null ? null : await encodeBody(body, headers);
        const response = await fetch(url, { method, headers, body: sent, redirect: 'manual' });
        for (const cookie of response.headers.getSetCookie())
          cookieJar.setCookieSync(cookie, url.href, { ignoreError: true });
        const answer = await response.arrayBuffer();
        const location = response.headers.get('location');
        if (location === null) return named(new Response(answer, response), url, hops > 0);
        if (response.status !== 307) [method, body] = ['GET', null];
        url = new URL(location, url);
      }
      throw new TypeError('too many redirects');
    },
    async open(path) {
      const response = await tab.fetch(new URL(path, base));
      const { window } = new JSDOM(await response.text(), { url: response.url, cookieJar });
      const page = opensid.recognise({ document: window.document, location: new URL(response.url) });
      if (page === null) throw new Error(`${response.url} is not an admin page`);
      return { page: page satisfies CmsPage, document: window.document, fetch: tab.fetch };
    },
  };

  await tab.fetch(new URL('siteman', base));
  const sidcsrf = /sidcsrf=(\w+)/.exec(cookieJar.getCookieStringSync(base))?.[1] ?? '';
  await tab.fetch(new URL('siteman/auth', base), {
    method: 'POST',
    body: new URLSearchParams({ sidcsrf, username: user, password }),
  });
  return tab;
}

/** As browsers write multipart: a file without a name still has `filename=""`, which Node's own encoder leaves out. */
async function encodeBody(body: BodyInit, headers: Headers): Promise<BodyInit> {
  if (!(body instanceof FormData)) return body;
  const boundary = `----dodolan${crypto.randomUUID()}`;
  headers.set('content-type', `multipart/form-data; boundary=${boundary}`);
  const parts: (string | ArrayBuffer)[] = [];
  for (const [name, value] of body.entries()) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`);
    if (typeof value === 'string') parts.push(`\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`);
    else {
      parts.push(`; filename="${value.name}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`);
      parts.push(await value.arrayBuffer(), '\r\n');
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
}

function named(response: Response, url: URL, redirected: boolean): Response {
  Object.defineProperty(response, 'url', { value: url.href });
  Object.defineProperty(response, 'redirected', { value: redirected });
  return response;
}
