import { ConsignmentList } from '#contract';
import type { Marketplace, TestVillage } from '#tests/marketplace/harness.ts';
import { solve } from '#tests/marketplace/inquiries/solve.ts';
import { jpeg } from '#tests/marketplace/pictures.ts';

/** What a villager types, in order. */
export const TYPED = {
  name: 'Keripik singkong pedas',
  price: '10rb',
  unit: 'bungkus',
  description: 'Digoreng pagi, tahan sebulan.',
  producer: 'Bu Siti',
  phone: '0812 9998 8877',
  consent: 'ya',
};
export type Typed = Partial<Record<keyof typeof TYPED | 'unitWord' | 'website' | 'kept', string>>;

export const waiting = async (market: Marketplace, { token }: Pick<TestVillage, 'token'>) =>
  ConsignmentList.parse(await (await market.call('GET', '/v1/consignments', { token })).json());

/** The path of the village's form. */
export const formPath = async (market: Marketplace, village: Pick<TestVillage, 'token'>): Promise<string> =>
  new URL((await waiting(market, village)).link).pathname;

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

/** A villager with a plain browser: opens the form, fills it in, chooses photos and sends. */
export function villagerIn(market: Marketplace, path: string, ip = '198.51.100.9') {
  const open = async (at = path) => {
    const response = await market.call('GET', at, { ip, headers: { accept: 'text/html' } });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  return {
    open,
    /** Sends over a page's hidden fields; what comes back is the answer as it is. */
    async send(
      typed: Typed = {},
      {
        photos = [],
        html,
        headers = {},
        isSolved = false,
      }: {
        photos?: Uint8Array<ArrayBuffer>[];
        html?: string;
        headers?: Record<string, string>;
        isSolved?: boolean;
      } = {},
    ): Promise<Response> {
      const page = html ?? (await open()).html;
      const form = new FormData();
      form.set('id', hidden(page, 'id') ?? '');
      const challenge = hidden(page, 'soal');
      if (challenge !== undefined) form.set('soal', challenge);
      if (isSolved) form.set('jawaban', solve({ html: page, status: 200, headers: new Headers() }));
      for (const [name, value] of Object.entries({ ...TYPED, ...typed })) if (value !== '') form.set(name, value);
      for (const [, hash = ''] of page.matchAll(/name="kept" value="([0-9a-f]{64})" checked/g))
        form.append('kept', hash);
      for (const [at, photo] of photos.entries()) form.append('photos', new Blob([photo]), `foto ${at}.jpg`);
      if (photos.length === 0) form.append('photos', new Blob([]), '');
      const body = new Response(form);
      const type = body.headers.get('content-type') ?? '';
      const raw = new Uint8Array(await body.arrayBuffer());
      return market.call('POST', path, { ip, raw, headers: { 'content-type': type, ...headers } });
    },
  };
}

let seed = 500;
/** A photo like no other, small enough for the form. */
export const photo = () => jpeg({ width: 320, height: 240, seed: seed++ });
