import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BacklinkInput, Listing, Problem } from '#contract';
import { listenLive } from '#marketplace/db/live.ts';
import { recordCheck } from '#marketplace/linkcheck/record.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import {
  BASE_URL,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { type LocalSite, localSite, page } from '#tests/marketplace/localSite.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('link back on %s', (backend) => {
  let market: Marketplace;
  let site: LocalSite;
  let village: TestVillage;
  let id: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend, config: { allowPrivateHosts: true } });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    site = await localSite();
    village = await market.village(undefined, [`${site.url}/desa`]);
    id = (await sentListing(market, village)).id;
  });
  afterEach(() => site.stop());

  const put = (input: Partial<BacklinkInput> = {}) =>
    market.call('PUT', `/v1/listings/${id}/backlink`, {
      token: village.token,
      body: { url: `${site.url}/desa/gula`, state: 'published', ...input },
    });
  const verification = async (response: Response) => Listing.parse(await response.json()).verification;
  const read = async () => verification(await market.call('GET', `/v1/listings/${id}`, { token: village.token }));
  const link = () => page(`<p>Produk</p><a href="${BASE_URL}/p/${id}">Beli</a>`);

  it('is verified at once when our link is on the page, and buyers see it', async () => {
    site.answer = link();
    const url = `${site.url}/desa/gula`;
    const checkedAt = market.clock.now().toISOString();
    expect(await verification(await put())).toEqual({ state: 'verified', url, checkedAt, reason: null });
    expect(await findPublic(market.deps, id)).toMatchObject({ verified: true, backlinkUrl: url });
    expect(await verification(await put())).toMatchObject({ state: 'verified' });
  });

  it.each([
    ['link_missing', page('<a href="https://lain.example/p/x">Lain</a>')],
    ['page_gone', (_, response) => response.writeHead(404).end()],
    ['not_a_page', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('png')],
    ['host_foreign', (_, response) => response.writeHead(302, { location: '/tetangga' }).end()],
    ['too_large', (_, response) => response.end('x'.repeat(2_200_000))],
  ] satisfies [string, LocalSite['answer']][])(
    'is broken with the reason %s, and buyers do not see it',
    async (reason, answer) => {
      site.answer = answer;
      expect(await verification(await put())).toMatchObject({ state: 'broken', reason });
      expect(await findPublic(market.deps, id)).toMatchObject({ verified: false, backlinkUrl: null });
    },
  );

  it.each([
    ['unreachable', (_, response) => void response.socket?.destroy()],
    ['status', (_, response) => response.writeHead(503).end()],
    ['kept_out', (_, response) => response.writeHead(403).end('Access denied')],
    ['kept_out', (_, response) => response.writeHead(406).end()],
  ] satisfies [string, LocalSite['answer']][])(
    'that could not be looked at (%s) is looked at again by itself, and not called missing',
    async (reason, answer) => {
      site.answer = answer;
      expect(await verification(await put())).toMatchObject({ state: 'checking', reason });
      site.answer = link();
      await market.runJobs();
      expect(await read()).toMatchObject({ state: 'verified', reason: null });
    },
  );

  it('that cannot be looked at three times is broken for that reason; the next look may verify it', async () => {
    site.answer = (_, response) => response.writeHead(503).end();
    await put();
    await market.runJobs();
    expect(await read()).toMatchObject({ state: 'broken', reason: 'status' });
    expect(site.asked).toHaveLength(3);
    site.answer = link();
    expect(await verification(await put())).toMatchObject({ state: 'verified' });
  });

  it('is verified through the site’s own redirect', async () => {
    const goto = encodeURIComponent(`${BASE_URL}/p/${id}`);
    site.answer = page(`<a href="/desa/?goto=${goto}" rel="nofollow">Beli</a>`);
    expect(await verification(await put())).toMatchObject({ state: 'verified' });
  });

  it('is verified by no link in comments, in a guest book or marked as a visitor’s', async () => {
    const anchor = (rel: string) => `<a href="${BASE_URL}/p/${id}" rel="${rel}">Beli</a>`;
    for (const left of [
      `<div id="comments"><ol class="comment-list"><li class="comment">${anchor('nofollow')}</li></ol></div>`,
      `<div class="buku-tamu">${anchor('')}</div>`,
      `<p>${anchor('external nofollow ugc')}</p>`,
    ]) {
      site.answer = page(`<p>Produk</p>${left}`);
      expect(await verification(await put()), left).toMatchObject({ state: 'broken', reason: 'link_missing' });
    }
  });

  it("refuses a page that is not on the village's site, and asks it nothing", async () => {
    for (const url of ['https://evil.example/gula', `${site.url}/tetangga/gula`, `${site.url}/desaku`]) {
      const response = await put({ url });
      expect(response.status).toBe(422);
      expect(Problem.parse(await response.json()).code).toBe('backlink_foreign_host');
    }
    expect(site.asked).toEqual([]);
    expect(await read()).toMatchObject({ state: 'none', url: null });
  });

  it('answers `checking` for a page that takes long, and tells the popup the result', async () => {
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<() => void>();
    const answer = link();
    site.answer = (request, response) => isAsked(() => answer(request, response));
    expect(await verification(await put())).toMatchObject({ state: 'checking', checkedAt: null });
    const { promise: told, resolve } = Promise.withResolvers<void>();
    const stop = await listenLive(market.deps.listen, village.id, (event) => event.id === id && resolve());
    (await asked)();
    await told;
    await stop();
    expect(await read()).toMatchObject({ state: 'verified' });
  });

  it('is checked by the job when the process that was asked did not live to do it', async () => {
    await market.deps.db
      .updateTable('listings')
      .set({ backlink_url: `${site.url}/desa/gula`, backlink_state: 'checking' })
      .where('id', '=', id)
      .execute();
    site.answer = link();
    await market.deps.jobs.send('linkcheck', { villageId: village.id, id, url: `${site.url}/desa/gula` }, { key: id });
    await market.runJobs();
    expect(await read()).toMatchObject({ state: 'verified' });
  });

  it('remembers a page that waits for an editor, and forgets one that was taken down', async () => {
    site.answer = link();
    await put();
    expect(await verification(await put({ state: 'gone' }))).toMatchObject({ state: 'none', url: null });
    const url = `${site.url}/desa/menunggu`;
    const before = site.asked.length;
    expect(await verification(await put({ url, state: 'pending' }))).toMatchObject({ state: 'none', url });
    expect(site.asked.length).toBe(before);
  });

  it('is looked at every day; a site that is down keeps its mark for two days, a page without our link for none', async () => {
    site.answer = link();
    await put();
    const daily = async () => {
      market.clock.advance(86_400_000);
      await market.deps.jobs.send('linkcheck-daily', {});
      await market.runJobs();
      return read();
    };
    site.answer = (_, response) => response.writeHead(503).end();
    expect(await daily()).toMatchObject({ state: 'verified', reason: 'status' });
    expect(await daily()).toMatchObject({ state: 'verified' });
    expect(await daily()).toMatchObject({ state: 'broken', reason: 'status' });
    site.answer = link();
    expect(await daily()).toMatchObject({ state: 'verified', reason: null });
    site.answer = page('dihapus');
    expect(await daily()).toMatchObject({ state: 'broken', reason: 'link_missing' });
    site.answer = (_, response) => response.writeHead(503).end();
    expect(await daily(), 'what was seen stays told').toMatchObject({ state: 'broken', reason: 'link_missing' });
  });

  it('keeps its mark while a guard keeps only us out, for two weeks', async () => {
    site.answer = link();
    await put();
    const at = { villageId: village.id, id, url: `${site.url}/desa/gula`, sites: [] };
    for (let day = 1; day < 14; day++) {
      await recordCheck(market.deps, at, { state: 'broken', reason: 'kept_out' });
      expect(await read(), `day ${day}`).toMatchObject({ state: 'verified', reason: 'kept_out' });
    }
    await recordCheck(market.deps, at, { state: 'broken', reason: 'kept_out' });
    expect(await read()).toMatchObject({ state: 'broken', reason: 'kept_out' });
  });

  it('of one silent or broken site keeps no other village waiting in the daily round', async () => {
    const mute = await localSite(
      (_, response) => void response.socket?.write('HTTP/1.1 101 Hm\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    );
    const other = await market.village(undefined, [mute.url]);
    for (let n = 0; n < 5; n++) {
      const { id: stuck } = await sentListing(market, other);
      await market.deps.db
        .updateTable('listings')
        .set({ backlink_url: `${mute.url}/${n}`, backlink_state: 'verified' })
        .where('id', '=', stuck)
        .execute();
    }
    await market.deps.db
      .updateTable('listings')
      .set({
        backlink_url: `${site.url}/desa/gula`,
        backlink_state: 'checking',
        backlink_checked_at: market.clock.now(),
      })
      .where('id', '=', id)
      .execute();
    site.answer = link();
    market.clock.advance(86_400_000);
    await market.deps.jobs.send('linkcheck-daily', {});
    await market.runJobs();
    expect(await read()).toMatchObject({ state: 'verified' });
    mute.stop();
  });

  it('does not let the result for an earlier page speak for the one named since', async () => {
    site.answer = page('kosong');
    await put();
    const stale = { villageId: village.id, id, url: `${site.url}/desa/lama`, sites: [] };
    await recordCheck(market.deps, stale, { state: 'verified' });
    expect(await read()).toMatchObject({ state: 'broken', url: `${site.url}/desa/gula` });
  });
});

describe.each(backends)('link check on %s with the rules of the open internet', (backend) => {
  it('does not ask an address inside our own network, although an operator registered it', async () => {
    const market = await startMarketplace({ backend });
    const inside = await localSite(page('rahasia'));
    const village = await market.village(undefined, [inside.url]);
    const { id } = await sentListing(market, village);
    const response = await market.call('PUT', `/v1/listings/${id}/backlink`, {
      token: village.token,
      body: { url: `${inside.url}/x`, state: 'published' },
    });
    expect((await response.json()).verification).toMatchObject({ state: 'broken', reason: 'address_private' });
    expect(inside.asked).toEqual([]);
    inside.stop();
    await market.stop();
  });
});
