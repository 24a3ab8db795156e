import { browser } from 'wxt/browser';

/**
 * Has a page's own world tell of requests that carry the product's address, under the name of an event that nobody can
 * guess, and of uploads of the product's picture with what they were answered: its file name is said by an event of the same
 * name with `:picture`. The browser's own list of requests (`webRequest`) would be the better witness, but a permission for it that is
 * given later sees nothing until the extension is started anew (seen in Chromium 156).
 */
export async function tellRequests(tabId: number, link: string, channel: string): Promise<void> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, world: 'MAIN', func: tell, args: [link, channel] }).catch(() => null);
}

/**
 * Runs in the page: sent there as its source text, so it may name nothing of this file. Of a request with neither the
 * address nor the picture nothing is told. The page's own functions are put back by an event of the same name with `:end`.
 */
function tell(link: string, channel: string): void {
  const { fetch: ownFetch } = window;
  const { open: ownOpen, send: ownSend, setRequestHeader: ownHeader } = XMLHttpRequest.prototype;
  const asked = new WeakMap<XMLHttpRequest, { url: string; method: string; headers: string[] }>();
  const pictures = new Set<string>();
  const named = (event: Event) => pictures.add(String((event as CustomEvent).detail));
  document.addEventListener(`${channel}:picture`, named);
  const tellOf = (said: Record<string, unknown>) =>
    document.dispatchEvent(new CustomEvent(channel, { detail: JSON.stringify(said) }));
  /** Tells of a save at once; of the picture's upload that it begins, and answers how its end is told: empty for a failure. */
  const say = (
    url: string,
    method: string,
    headers: string[],
    body: unknown,
  ): ((answer: string) => void) | undefined => {
    try {
      let isPicture = false;
      const said: Record<string, unknown> = { url: new URL(url, document.baseURI).href, method, headers };
      // jQuery's serialize() makes one line of text of a form.
      const isLine = typeof body === 'string' && /^[^\s{}"<>=&]+=/.test(body);
      const values = isLine ? new URLSearchParams(body) : body;
      if (typeof values === 'string') said.text = values;
      else if (values instanceof FormData || values instanceof URLSearchParams) {
        const form: Record<string, string[]> = {};
        const files: string[] = [];
        for (const [name, value] of values as Iterable<[string, FormDataEntryValue]>) {
          if (typeof value === 'string') form[name] = [...(form[name] ?? []), value];
          else if (value.size > 0) {
            files.push(name);
            // Upload scripts often put the time before a file's name.
            isPicture ||= [...pictures].some((own) => value.name.includes(own));
          }
        }
        Object.assign(said, { form, files });
      } else return undefined;
      const detail = JSON.stringify(said);
      if (detail.length < 2_000_000 && detail.includes(link)) tellOf(said);
      else if (isPicture) {
        tellOf(said);
        return (answer) => tellOf({ ...said, answer: answer.length < 100_000 ? answer : '' });
      }
    } catch {
      // What cannot be read is the page's own matter.
    }
    return undefined;
  };
  window.fetch = function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
    const request = input instanceof Request ? input : null;
    const headers = [...new Headers(init?.headers ?? request?.headers).keys()];
    const method = init?.method ?? request?.method ?? 'GET';
    const answered = init?.body == null ? undefined : say(String(request?.url ?? input), method, headers, init.body);
    if (init?.body != null) {
      const sent = ownFetch.call(window, input, init);
      if (answered !== undefined)
        void sent
          .then(async (answer) => answered(answer.ok ? await answer.clone().text() : ''))
          .catch(() => answered(''));
      return sent;
    }
    if (request !== null && method !== 'GET')
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
    const answered = body == null ? undefined : say(url, method, headers, body);
    if (answered !== undefined)
      this.addEventListener('loadend', () => {
        const isGood = this.status >= 200 && this.status < 300;
        answered(isGood ? (typeof this.response === 'string' ? this.response : JSON.stringify(this.response)) : '');
      });
    return ownSend.call(this, body);
  };
  const end = () => {
    document.removeEventListener(`${channel}:picture`, named);
    window.fetch = ownFetch;
    Object.assign(XMLHttpRequest.prototype, { open: ownOpen, send: ownSend, setRequestHeader: ownHeader });
  };
  document.addEventListener(`${channel}:end`, end, { once: true });
}
