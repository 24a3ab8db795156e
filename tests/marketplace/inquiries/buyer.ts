import type { Marketplace } from '#tests/marketplace/harness.ts';

/** A buyer with a plain browser: opens pages, fills in the forms that stand there, follows redirects by hand. */
export interface Page {
  status: number;
  html: string;
  headers: Headers;
}

export function buyerIn(market: Marketplace, ip = '198.51.100.7') {
  const page = async (response: Response): Promise<Page> => ({
    status: response.status,
    html: await response.text(),
    headers: response.headers,
  });
  const post = (path: string, fields: Record<string, string>) =>
    market.call('POST', path, {
      ip,
      raw: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  return {
    open: async (path: string) => page(await market.call('GET', path, { ip, headers: { accept: 'text/html' } })),
    post,
    /** Submits the form of a page whose action ends so, with its hidden fields and what was typed. */
    async submit(of: Page, action: string, typed: Record<string, string> = {}) {
      const form = new RegExp(`<form[^>]*action="([^"#]*${action})[^"]*"[\\s\\S]*?</form>`).exec(of.html);
      if (!form?.[1]) throw new Error(`no form ${action} on the page`);
      const hidden = [...form[0].matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      return post(form[1], { ...fields, ...typed });
    },
    async ask(slug: string, typed: Record<string, string>) {
      const product = await this.open(`/p/${slug}`);
      return this.submit(product, `/p/${slug}/tanya`, { consent: 'ya', ...typed });
    },
    /** Asks and answers the address of the private page. */
    async thread(slug: string, typed: Record<string, string>): Promise<string> {
      const response = await this.ask(slug, typed);
      const location = response.headers.get('location');
      if (response.status !== 303 || location === null) throw new Error(`not opened: ${response.status}`);
      return location;
    },
  };
}

/** The text a reader sees, without the style and the tags. */
export const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
