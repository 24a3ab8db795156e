import type { IncomingMessage, RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { proofTitle, SiteChallenge, SiteProof } from '#contract';
import { isArticleAddress } from '#marketplace/linkcheck/article.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import {
  BASE_URL,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { type LocalSite, localSite, page } from '#tests/marketplace/localSite.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

// Every name leads to this machine, where the villages' sites of this test stand.
vi.mock('#marketplace/linkcheck/address.ts', async (original) => ({
  ...(await original<object>()),
  resolveByDns: async () => [{ address: '127.0.0.1', family: 4 }],
}));

/** A page that calls itself by these words. */
const titled = (title: string, body = ''): RequestListener => page(`${body}<h1>${title}</h1>`);

describe.each(backends)('who looks after a site, on %s', (backend) => {
  let market: Marketplace;
  let server: LocalSite;
  let site: string;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend, config: { allowPrivateHosts: true } });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    server = await localSite();
    site = `http://kalimanah.desa.id:${server.port}`;
    village = await market.village('Desa Kalimanah', [site]);
    await setVillageStatus(market.deps, village.id, 'waiting');
  });
  afterEach(() => server.stop());

  const put = (path: string, body: object) => market.call('PUT', path, { token: village.token, body });
  const challenge = async () => SiteChallenge.parse(await (await put('/v1/site-challenge', { site })).json());
  const prove = async (url: string | null) => {
    const {
      isProven,
      reason,
      village: now,
    } = SiteProof.parse(await (await put('/v1/site-proof', { site, url })).json());
    return [isProven, reason, now.status];
  };
  const status = async () =>
    (await (await market.call('GET', '/v1/me', { token: village.token })).json()).village.status;
  /** Answers by path; everything else is not there. */
  const serve = (pages: Record<string, RequestListener>) => {
    server.answer = (request, response) => {
      const answer = pages[new URL(request.url ?? '', site).pathname];
      if (answer) answer(request, response);
      else response.writeHead(404).end('<h1>Tidak ada</h1>');
    };
  };

  it('is not shown by a link, wherever it stands: in an article, a comment or a guest book', async () => {
    const { id } = await sentListing(market, village);
    const anchor = `<a href="${BASE_URL}/p/${id}">Beli</a>`;
    for (const html of [anchor, `<div id="comments">${anchor}</div>`, `<div class="buku-tamu">${anchor}</div>`]) {
      server.answer = page(html);
      const url = `${site}/gula`;
      await market.call('PUT', `/v1/listings/${id}/backlink`, {
        token: village.token,
        body: { url, state: 'published' },
      });
      await market.runJobs();
      expect(await status(), html).toBe('waiting');
    }
    expect(await findPublic(market.deps, id)).toBeNull();
  });

  it('is shown by the title of an article: the waiting village is approved and its products are seen', async () => {
    const { id } = await sentListing(market, village);
    const { code } = await challenge();
    serve({ [`/2026/dodolan-${code}/`]: titled(proofTitle(code)) });
    expect(await prove(`${site}/2026/dodolan-${code}/`)).toEqual([true, null, 'approved']);
    expect(await findPublic(market.deps, id)).not.toBeNull();
  });

  it('is shown by an article whose address does not hold the code, and by a redirect to it', async () => {
    const { code } = await challenge();
    const redirect: RequestListener = (_, response) =>
      response.writeHead(301, { location: `/artikel/dodolan-${code}` }).end();
    serve({ '/': redirect, [`/artikel/dodolan-${code}`]: titled(`Dodolan ${code.toUpperCase()} | Desa`) });
    expect(await prove(`${site}/?p=12`)).toEqual([true, null, 'approved']);
  });

  it('is shown where an address of no article is an error of the site, unless the article is one too by then', async () => {
    const { code } = await challenge();
    const path = `/artikel/2026/11/27/dodolan-${code}`;
    let looks = 0;
    let isUp = false;
    server.answer = (request, response) => {
      // As OpenSID 2509 answers for an article that is not there.
      if (request.url !== path || (!isUp && ++looks > 1)) response.writeHead(500).end();
      else titled(proofTitle(code))(request, response);
    };
    expect(await prove(site + path)).toEqual([false, 'status', 'waiting']);
    isUp = true;
    expect(await prove(site + path)).toEqual([true, null, 'approved']);
  });

  it('is shown by a file at the root, and by nothing else at its address', async () => {
    const { code } = await challenge();
    serve({ '/dodolan.txt': (_, response) => response.end(`Halaman ${code} tidak ditemukan`) });
    expect(await prove(null)).toEqual([false, 'code_missing', 'waiting']);
    serve({ '/dodolan.txt': (_, response) => response.end(`\ufeff${code}\r\n`) });
    expect(await prove(null)).toEqual([true, null, 'approved']);
  });

  // The escape of a digit ends with this digit, so "%35274…" is the code and holds the code. A letter's does not.
  it.each(['a digit, 5274vrp8ueer6n3o', 'a letter, k274vrp8ueer6n3o'])(
    'is not shown by pages that call themselves by what a visitor asks for: %s',
    async (kind) => {
      await challenge();
      const code = kind.slice(-16);
      await market.deps.db.updateTable('site_challenges').set({ code }).where('village_id', '=', village.id).execute();
      // A search page: its title repeats the query, or the part of the address.
      const asked = ({ url = '' }: IncomingMessage) =>
        (url.split('/').at(-1) ?? '')
          .replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
          .replace(/<[^>]*>| /g, '');
      server.answer = (request, response) => titled(`Hasil pencarian: ${asked(request)}`)(request, response);
      for (const path of [
        `/?s=${code}`,
        `/search/${code}`,
        `/?x=%25${code.charCodeAt(0).toString(16)}${code.slice(1)}`,
        `/?author=7&n=1#${code}`,
        `/?n=${code[0]}<b>${code.slice(1)}`,
      ])
        expect(await prove(site + path), path).toEqual([false, 'not_an_article', 'waiting']);
      const [first = '', rest] = [code[0], code.slice(1)];
      const encoded = `%${first.charCodeAt(0).toString(16)}${rest}`;
      for (const path of [
        `/apa/saja/${code}`,
        `/${encoded}`,
        `/${code}/${encoded}`,
        `/${code}/${encoded.replace('%', '%25')}`,
        `/${first}%3Cb%3E${rest}`,
        `/${first} ${rest}`,
      ])
        expect(await prove(site + path), path).toEqual([false, 'code_missing', 'waiting']);
    },
  );

  it('is not shown by a comment, a link or a title outside of the site', async () => {
    const { code } = await challenge();
    serve({
      '/artikel': page(`<h1>Kabar desa</h1><p>${code}</p><a href="/">${code}</a>
        <div id="comments"><h1>${code}</h1><p>${code}</p></div>`),
    });
    expect(await prove(`${site}/artikel`)).toEqual([false, 'code_missing', 'waiting']);
    expect(await prove(`http://lain.desa.id:${server.port}/artikel`)).toEqual([
      false,
      'backlink_foreign_host',
      'waiting',
    ]);
  });

  it('is asked once: a used challenge is good for nothing, the same stays open until then, and it ends after a week', async () => {
    const { code } = await challenge();
    expect((await challenge()).code).toBe(code);
    serve({ '/dodolan.txt': (_, response) => response.end(code) });
    expect(await prove(null)).toEqual([true, null, 'approved']);
    await setVillageStatus(market.deps, village.id, 'waiting');
    expect(await prove(null)).toEqual([false, 'no_challenge', 'waiting']);
    expect((await challenge()).code).not.toBe(code);
    expect(await prove(null)).toEqual([false, 'code_missing', 'waiting']);
    market.clock.advance(8 * 86_400_000);
    expect(await prove(null)).toEqual([false, 'no_challenge', 'waiting']);
  });

  it('is told apart from a site that could not be looked at', async () => {
    await challenge();
    server.answer = (_, response) => response.writeHead(403).end();
    expect(await prove(`${site}/artikel`)).toEqual([false, 'kept_out', 'waiting']);
    server.answer = (_, response) => void response.socket?.destroy();
    expect(await prove(null)).toEqual([false, 'unreachable', 'waiting']);
  });

  it('leaves the approval to an operator who wants it so, and on names that anybody can have', async () => {
    const other = await startMarketplace({ backend, config: { allowPrivateHosts: true, trustDesaId: false } });
    const named = async (where: Marketplace, host: string) => {
      const at = `http://${host}:${server.port}`;
      const one = await where.village(host, [at]);
      await setVillageStatus(where.deps, one.id, 'waiting');
      const ask = async (path: string, body: object) =>
        (await where.call('PUT', path, { token: one.token, body })).json();
      const { code } = await ask('/v1/site-challenge', { site: at });
      serve({ '/dodolan.txt': (_, response) => response.end(code) });
      const proof = SiteProof.parse(await ask('/v1/site-proof', { site: at, url: null }));
      return [proof.isProven, proof.village.status];
    };
    expect(await named(other, 'karangreja.desa.id')).toEqual([true, 'waiting']);
    expect(await named(market, 'bukan-desa.example')).toEqual([true, 'waiting']);
    await other.stop();
  });

  it('is asked of the village’s own sites alone', async () => {
    for (const [path, more] of [
      ['/v1/site-challenge', {}],
      ['/v1/site-proof', { url: null }],
    ] as const) {
      const response = await put(path, { site: 'https://lain.desa.id', ...more });
      expect([response.status, (await response.json()).code]).toEqual([422, 'backlink_foreign_host']);
    }
    expect(server.asked).toEqual([]);
  });
});

it('the address of an article is none that a visitor makes', () => {
  const code = 'k3j9x2m4q8w1z7ab';
  const isOne = (address: string) => isArticleAddress(new URL(address, 'https://dagan.desa.id'), code);
  for (const good of [
    `/2026/dodolan-${code}`,
    '/?p=12',
    '/index.php?option=com_content&view=article&id=12',
    '/node/12',
  ])
    expect(isOne(good), good).toBe(true);
  for (const bad of [
    `/?s=${code}`,
    `/search/node/${code}`,
    '/author/budi',
    '/?author=5',
    '/forum/topic/1',
    '/index.php?option=com_kunena&view=topic&id=7',
    '/index.php?option=com_users&view=user&userid=5',
    '/viewtopic.php?t=5',
    `/#${code}`,
  ])
    expect(isOne(bad), bad).toBe(false);
});
