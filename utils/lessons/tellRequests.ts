import { browser } from 'wxt/browser';

/**
 * Has a page's own world tell of requests that carry the product's address, under the name of an event that nobody can
 * guess. The browser's own list of requests (`webRequest`) would be the better witness, but a permission for it that is
 * given later sees nothing until the extension is started anew (seen in Chromium 156).
 */
export async function tellRequests(tabId: number, link: string, channel: string): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, world: 'MAIN', func: tell, args: [link, channel] }).catch(() => null);
}

/**
 * Runs in the page: sent there as its source text, so it may name nothing of this file. Of a request without the address
 * nothing is told. The page's own functions are put back by an event of the same name with `:end`.
 */
function tell(link: string, channel: string): void {
  const { fetch: ownFetch } = window;
  const { open: ownOpen, send: ownSend, setRequestHeader: ownHeader } = XMLHttpRequest.prototype;
  const asked = new WeakMap<XMLHttpRequest, { url: string; method: string; headers: string[] }>();
  const say = (url: string, method: string, headers: string[], body: unknown): void => {
    try {
      const said: Record<string, unknown> = { url: new URL(url, document.baseURI).href, method, headers };
      if (typeof body === 'string') said.text = body;
      else if (body instanceof FormData || body instanceof URLSearchParams) {
        const form: Record<string, string[]> = {};
        const files: string[] = [];
        for (const [name, value] of body as Iterable<[string, FormDataEntryValue]>) {
          if (typeof value === 'string') form[name] = [...(form[name] ?? []), value];
          else if (value.size > 0) files.push(name);
        }
        Object.assign(said, { form, files });
      } else return;
      const detail = JSON.stringify(said);
      if (detail.length < 2_000_000 && detail.includes(link))
        document.dispatchEvent(new CustomEvent(channel, { detail }));
    } catch {
      // What cannot be read is the page's own matter.
    }
  };
  window.fetch = function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
    const request = input instanceof Request ? input : null;
    const headers = [...new Headers(init?.headers ?? request?.headers).keys()];
    const method = init?.method ?? request?.method ?? 'GET';
    if (init?.body != null) say(String(request?.url ?? input), method, headers, init.body);
    else if (request !== null && method !== 'GET')
      void request
        .clone()
        .text()
        .then((text) => say(request.url, method, headers, text))
        .catch(() => undefined);
    return ownFetch.call(window, input, init);
  };
  XMLHttpRequest.prototype.open = function (
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: unknown[]
  ) {
    asked.set(this, { method, url: String(url), headers: [] });
    return (ownOpen as (...all: unknown[]) => void).call(this, method, url, ...rest);
  } as typeof ownOpen;
  XMLHttpRequest.prototype.setRequestHeader = function (name: string, value: string) {
    asked.get(this)?.headers.push(name.toLowerCase());
    return ownHeader.call(this, name, value);
  };
  XMLHttpRequest.prototype.send = function (body) {
    const { url, method, headers } = asked.get(this) ?? { url: '', method: 'GET', headers: [] };
    if (body != null) say(url, method, headers, body);
    return ownSend.call(this, body);
  };
  const end = () => {
    window.fetch = ownFetch;
    Object.assign(XMLHttpRequest.prototype, { open: ownOpen, send: ownSend, setRequestHeader: ownHeader });
  };
  document.addEventListener(`${channel}:end`, end, { once: true });
}
