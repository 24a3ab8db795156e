import { newCookies, openDom } from '#tests/support/dom.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** One request of the page, just before it is sent. */
export interface Asked {
  url: URL;
  method: string;
}

/**
 * A person's browser on a CMS, real or double: one cookie jar, redirects followed as browsers do. Node's own fetch knows
 * no cookies and cannot send jsdom's FormData.
 */
export interface Browser {
  fetch: typeof fetch;
  /** Opens a page as the content script would find it: its document is alive, with values and frames, but runs no script. */
  open(url: string): Promise<{ document: Document; location: URL }>;
}

export function createBrowser(base: string): Browser {
  const cookieJar = newCookies();

  async function browse(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    let url = new URL(String(input), base);
    let { method = 'GET', body = null } = init;
    for (let hops = 0; hops < 10; hops += 1) {
      const headers = new Headers(init.headers);
      if (init.credentials !== 'omit') headers.set('cookie', cookieJar.getCookieStringSync(url.href));
      // The page that the caller says it asks from, else the site's first.
      if (!headers.has('referer')) headers.set('referer', `${base}/`);
      headers.set('user-agent', 'Mozilla/5.0');
      const sent = body === null ? null : await encodeBody(body, headers);
      const response = await fetch(url, { method, headers, body: sent, redirect: 'manual' });
      for (const cookie of init.credentials === 'omit' ? [] : response.headers.getSetCookie()) {
        cookieJar.setCookieSync(cookie, url.href, { ignoreError: true });
      }
      const answer = await response.arrayBuffer();
      const location = response.headers.get('location');
      if (location === null) return answerAs(url, hops > 0, new Response(withoutStyles(answer, response), response));
      if (response.status !== 307 && response.status !== 308) [method, body] = ['GET', null];
      url = new URL(location, url);
    }
    throw new TypeError('too many redirects');
  }

  return {
    fetch: browse,
    async open(url) {
      const response = await browse(url);
      // A site keeps its signed-in tabs for all tests of a file.
      const { window } = openDom(await response.text(), { url: response.url, cookieJar }, 'file');
      return { document: window.document, location: new URL(response.url) };
    },
  };
}

/** Leaves style sheets out: jsdom reads them for seconds on an editor's page, and no test looks at styles. */
function withoutStyles(answer: ArrayBuffer, { headers }: Response): ArrayBuffer | string {
  if (!headers.get('content-type')?.startsWith('text/html')) return answer;
  return new TextDecoder().decode(answer).replace(/<style[\s\S]*?<\/style>/g, '');
}

/** A response that says where it came from; those made by `new Response` do not. */
export function answerAs(url: URL | string, redirected: boolean, response: Response): Response {
  Object.defineProperty(response, 'url', { value: String(url) });
  Object.defineProperty(response, 'redirected', { value: redirected });
  return response;
}

/** The same person on a site whose pages are written otherwise: `change` is made to every page that is read. */
export function reading(context: DriverContext, change: (html: string) => string): DriverContext {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await context.fetch(input, init);
    const { status, statusText, headers, url, redirected } = answer;
    if (!headers.get('content-type')?.startsWith('text/html')) return answer;
    const body = change(await answer.text());
    return answerAs(url, redirected, new Response(body, { status, statusText, headers }));
  };
  return { ...context, fetch };
}

/** As browsers write multipart: a file without a name still has `filename=""`, which Node's own encoder leaves out. */
async function encodeBody(body: BodyInit, headers: Headers): Promise<BodyInit> {
  // jsdom's own kinds, which Node's fetch does not know.
  if (body instanceof URLSearchParams) {
    headers.set('content-type', 'application/x-www-form-urlencoded');
    return String(body);
  }
  if (!(body instanceof FormData)) return body;
  const boundary = `----dodolan${crypto.randomUUID()}`;
  headers.set('content-type', `multipart/form-data; boundary=${boundary}`);
  const parts: Buffer[] = [];
  const write = (text: string) => parts.push(Buffer.from(text));
  for (const [name, value] of body.entries()) {
    write(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`);
    if (typeof value === 'string') write(`\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`);
    else {
      write(`; filename="${value.name}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`);
      parts.push(Buffer.from(await value.arrayBuffer()));
      write('\r\n');
    }
  }
  write(`--${boundary}--\r\n`);
  return Buffer.concat(parts);
}
