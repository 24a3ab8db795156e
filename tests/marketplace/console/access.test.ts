import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#contract/time.ts';
import { readSession } from '#marketplace/operators/sessions.ts';
import { newSheets } from '#marketplace/villages/sheets.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { phoneIn } from '#tests/marketplace/notify/phone.ts';
import { type DeskMarket, deskMarket, SECRETS } from './deskMarket.ts';
import { type SignedIn, sendForm, signedIn } from './operator.ts';

/**
 * Who may pass at an address of the console. `door`: it is the way in itself, or a way back to a page. `all`: operators and
 * viewers. `operator`: operators. `fresh`: and only with a new proof of the person.
 */
interface Rule {
  who: 'door' | 'all' | 'operator';
  fresh?: true;
  /** The address with its parts filled in. */
  at?: (desk: DeskMarket) => string;
}

const DOOR: Rule = { who: 'door' };
const ALL: Rule = { who: 'all' };
const OPERATOR: Rule = { who: 'operator' };
const ofVillage =
  (rest = '') =>
  ({ dagan }: DeskMarket) =>
    `/pengelola/desa/${dagan.slug}${rest}`;

/** Every address of the console. A new one fails here until somebody has said who may pass. */
const RULES: Record<string, Rule> = {
  'GET /pengelola/masuk': DOOR,
  'POST /pengelola/masuk/surel': DOOR,
  'GET /pengelola/masuk/surel': DOOR,
  'GET /pengelola/masuk/:token': DOOR,
  'POST /pengelola/masuk/:token': DOOR,
  'GET /pengelola/webauthn.js': DOOR,
  'GET /pengelola/kunci.js': DOOR,
  'POST /pengelola/kunci/tanya': DOOR,
  'POST /pengelola/kunci/masuk': DOOR,
  'POST /pengelola/kunci/baru': { who: 'all', fresh: true },
  'POST /pengelola/kunci/simpan': { who: 'all', fresh: true },
  'GET /pengelola/akun': { who: 'all', fresh: true },
  'POST /pengelola/akun/hapus': { who: 'all', fresh: true },
  'POST /pengelola/keluar': ALL,
  'POST /pengelola/keluar-semua': ALL,
  'GET /pengelola/pengelola': { who: 'operator', fresh: true },
  'POST /pengelola/pengelola': { who: 'operator', fresh: true },
  'POST /pengelola/pengelola/akhiri': { who: 'operator', fresh: true },
  'GET /pengelola/catatan': OPERATOR,
  'GET /pengelola/angka': ALL,
  'POST /pengelola/angka/unduh': { who: 'operator', fresh: true },
  'GET /pengelola/angka/unduh': DOOR,
  'GET /pengelola/pengaturan': OPERATOR,
  'GET /pengelola': ALL,
  'GET /pengelola/desa': ALL,
  'GET /pengelola/desa/:slug': { who: 'all', at: ofVillage() },
  'GET /pengelola/desa/:slug/tangguhkan': { who: 'operator', fresh: true, at: ofVillage('/tangguhkan') },
  'POST /pengelola/desa/:slug/tangguhkan': { who: 'operator', fresh: true, at: ofVillage('/tangguhkan') },
  'POST /pengelola/desa/:slug/terima': { who: 'operator', at: ofVillage('/terima') },
  'GET /pengelola/desa/:slug/terima': DOOR,
  'POST /pengelola/desa/:slug/undang': { who: 'operator', at: ofVillage('/undang') },
  'GET /pengelola/desa/:slug/undang': DOOR,
  'POST /pengelola/desa/:slug/cabut': { who: 'operator', at: ofVillage('/cabut') },
  'GET /pengelola/desa/:slug/cabut': DOOR,
  'GET /pengelola/undang': OPERATOR,
  'POST /pengelola/undang': OPERATOR,
  'POST /pengelola/undang/buat': OPERATOR,
  'GET /pengelola/undang/buat': DOOR,
  'POST /pengelola/undang/satu': OPERATOR,
  'GET /pengelola/undang/satu': DOOR,
  'GET /pengelola/undangan/:lembar': { who: 'operator', at: () => `/pengelola/undangan/${newSheets()}` },
  'GET /pengelola/laporan': ALL,
  'POST /pengelola/laporan/selesai': OPERATOR,
  'GET /pengelola/laporan/selesai': DOOR,
  'GET /pengelola/ditahan': ALL,
  'GET /pengelola/ditahan/:desa/:tanya': {
    who: 'operator',
    fresh: true,
    at: ({ dagan, held }) => `/pengelola/ditahan/${dagan.id}/${held.id}`,
  },
  'POST /pengelola/ditahan/selesai': OPERATOR,
  'GET /pengelola/ditahan/selesai': DOOR,
  'GET /pengelola/menunggu-jawab': ALL,
  'POST /pengelola/menunggu-jawab/ingatkan': OPERATOR,
  'GET /pengelola/menunggu-jawab/ingatkan': DOOR,
  'POST /pengelola/menunggu-jawab/tunjukkan': OPERATOR,
  'GET /pengelola/menunggu-jawab/tunjukkan': DOOR,
  'GET /pengelola/tautan': ALL,
  'POST /pengelola/tautan/periksa': OPERATOR,
  'GET /pengelola/tautan/periksa': DOOR,
  'GET /pengelola/situs': ALL,
  'POST /pengelola/situs/tambah': OPERATOR,
  'GET /pengelola/situs/tambah': DOOR,
  'POST /pengelola/situs/tolak': OPERATOR,
  'GET /pengelola/situs/tolak': DOOR,
  'POST /pengelola/situs/tawarkan': OPERATOR,
  'GET /pengelola/situs/tawarkan': DOOR,
  'POST /pengelola/situs/batal': OPERATOR,
  'GET /pengelola/situs/batal': DOOR,
  'GET /pengelola/produk': ALL,
  'POST /pengelola/produk/sembunyikan': OPERATOR,
  'GET /pengelola/produk/sembunyikan': DOOR,
  'POST /pengelola/produk/tampilkan': OPERATOR,
  'GET /pengelola/produk/tampilkan': DOOR,
};

describe.each(backends)('who passes at the addresses of the console, on %s', (backend) => {
  let market: Marketplace;
  let desk: DeskMarket;
  let phone: string;
  let viewer: SignedIn;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    desk = await deskMarket(market);
    const paired = phoneIn(market);
    await paired.pair(desk.dagan);
    phone = paired.cookie;
    expect((await paired.open('/jawab')).status).toBe(200);
  });
  afterAll(() => market.stop());

  const ways = Object.entries(RULES).map(([route, rule]) => {
    const [method = '', pattern = ''] = route.split(' ');
    return { route, method, rule, pattern, path: () => rule.at?.(desk) ?? pattern };
  });
  const guarded = ways.filter(({ rule }) => rule.who !== 'door');
  const forms = guarded.filter(({ method }) => method === 'POST');
  let count = 0;
  const fresh = (role: 'operator' | 'viewer') => signedIn(market, role, `${role} ${count++}`);

  /** Passing is everything but being led to the door or refused. */
  async function passes(answer: Promise<Response>): Promise<boolean> {
    const { status, headers } = await answer;
    expect(status).toBeLessThan(500);
    return status !== 401 && status !== 403 && !headers.get('location')?.startsWith('/pengelola/masuk?');
  }
  const ask = (who: SignedIn, { method, path }: (typeof ways)[number]) =>
    method === 'GET' ? who.get(path()) : tokenOf(who).then((izin) => who.post(path(), {}, { izin }));
  /** A script of ours sends the session's token as a header. */
  const tokenOf = async ({ cookie }: SignedIn) =>
    (await readSession(market.deps, cookie.slice(cookie.indexOf('=') + 1)))?.formToken ?? '';
  const askWith = ({ method, path }: (typeof ways)[number], headers: Record<string, string>) =>
    method === 'GET' ? market.call('GET', path(), { headers }) : sendForm(market, path(), {}, headers);

  it('has a rule for every address, and no rule for one that is not there', () => {
    const mounted = market.app.routes
      .filter(({ path, method }) => /^\/pengelola(\/|$)/.test(path) && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(mounted)).toEqual(new Set(Object.keys(RULES)));
  });

  it('nobody passes without a session: neither a stranger, nor a village, nor a paired phone', async () => {
    for (const way of guarded) {
      expect(await passes(askWith(way, {})), `${way.route}, nobody`).toBe(false);
      const token = { authorization: `Bearer ${desk.dagan.token}` };
      expect(await passes(askWith(way, token)), `${way.route}, a village`).toBe(false);
      expect(await passes(askWith(way, { cookie: phone })), `${way.route}, a phone`).toBe(false);
    }
  });

  it('a viewer passes where it may, and acts nowhere', async () => {
    for (const way of guarded) {
      const may = way.rule.who === 'all';
      expect(await passes(ask(await fresh('viewer'), way)), way.route).toBe(may);
    }
  });

  it('a viewer reads no number, no name of a buyer and no text, and finds no form but the way out', async () => {
    viewer = await fresh('viewer');
    for (const way of guarded.filter(({ method, rule }) => method === 'GET' && rule.who === 'all' && !rule.fresh)) {
      const html = await (await viewer.get(way.path())).text();
      for (const [name, secret] of Object.entries(SECRETS)) expect(html, `${way.route}: ${name}`).not.toContain(secret);
      const posts = [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"/g)].map(([, action]) => action);
      expect(posts, way.route).toEqual(['/pengelola/keluar']);
    }
  });

  it('a form from elsewhere, or without the token of the session, is refused', async () => {
    for (const way of forms) {
      const operator = await fresh('operator');
      const foreign = await operator.post(
        way.path(),
        {},
        {
          origin: 'https://evil.example',
          izin: await tokenOf(operator),
        },
      );
      expect(foreign.status, `${way.route}, foreign`).toBe(403);
      const bare = await sendForm(market, way.path(), {}, { cookie: operator.cookie });
      expect(bare.status, `${way.route}, no token`).toBe(403);
      const other = await operator.post(way.path(), { izin: 'x'.repeat(43) }, { izin: 'x'.repeat(43) });
      expect(other.status, `${way.route}, a wrong token`).toBe(403);
    }
  });

  it('an operator passes everywhere, with an old proof not where a new one is asked for', async () => {
    for (const way of guarded) {
      const operator = await fresh('operator');
      market.clock.advance(6 * MINUTE);
      if (way.rule.fresh) expect(await passes(ask(operator, way)), `${way.route}, an old proof`).toBe(false);
      expect(await passes(ask(await fresh('operator'), way)), way.route).toBe(true);
    }
  });

  it('what is private is kept by no cache', async () => {
    const operator = await fresh('operator');
    for (const way of guarded.filter(({ method }) => method === 'GET')) {
      const { headers } = await operator.get(way.path());
      expect(headers.get('cache-control'), way.route).toContain('no-store');
    }
  });
});
