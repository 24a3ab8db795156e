import type { Marketplace, TestVillage } from '#tests/marketplace/harness.ts';
import type { Page } from '#tests/marketplace/inquiries/buyer.ts';

export const pageOf = async (sent: Response | Promise<Response>): Promise<Page> => {
  const response = await sent;
  return { status: response.status, headers: response.headers, html: await response.text() };
};

/** A phone with a plain browser: it keeps the cookie that it is given, and fills in the forms that stand there. */
export function phoneIn(market: Marketplace) {
  const phone = {
    cookie: '',
    send: async (method: string, path: string, raw?: string, headers: Record<string, string> = {}) => {
      const all = {
        accept: 'text/html',
        ...(phone.cookie !== '' && { cookie: phone.cookie }),
        ...(raw !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      };
      const response = await market.call(method, path, {
        headers: all,
        ip: '203.0.113.9',
        ...(raw !== undefined && { raw }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) phone.cookie = set.split(';')[0] ?? '';
      return response;
    },
    open: (path: string) => pageOf(phone.send('GET', path)),
    /** The address and the fields of the form whose action ends so, filled in. */
    filled(of: Page, action: string, typed: Record<string, string> = {}) {
      const form = new RegExp(`<form[^>]*action="([^"#]*${action})(?:[?#][^"]*)?"[\\s\\S]*?</form>`).exec(of.html);
      if (!form?.[1]) throw new Error(`no form ${action} on the page`);
      const hidden = [...form[0].matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
      const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
      return [form[1], new URLSearchParams({ ...fields, ...typed }).toString()] as const;
    },
    submit(of: Page, action: string, typed: Record<string, string> = {}, headers: Record<string, string> = {}) {
      const [path, body] = phone.filled(of, action, typed);
      return phone.send('POST', path, body, headers);
    },
    /** What the computer shows as a QR code. */
    async link(village: TestVillage): Promise<string> {
      const answer = await market.call('POST', '/v1/pairings', { token: village.token });
      const { url } = await answer.json();
      return new URL(url).pathname;
    },
    async pair(village: TestVillage): Promise<Response> {
      const page = await phone.open(await phone.link(village));
      return phone.submit(page, '/jawab/pasang/\\w+', { name: 'HP Bu Rina' });
    },
  };
  return phone;
}
