import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCatalogue } from '#marketplace/pages/feeds/files.ts';
import { writeCatalogues } from '#marketplace/pages/feeds/jobs.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { readXml } from './read.ts';

describe.each(backends)('feeds (%s)', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
  });
  afterAll(() => market.stop());
  const google = async () => (await market.call('GET', '/feed/google.xml')).text();
  const remake = () => writeCatalogues.run(market.deps, {});

  it('a catalogue is there from the first time that it is asked for, and all who ask at once share one', async () => {
    const { id } = await sentListing(market, village);
    const all = await Promise.all(Array.from({ length: 5 }, google));
    for (const xml of all) expect(readXml(xml).documentElement.textContent).toContain(id);
    expect(await readdir(join(market.deps.config.dataDir, 'feeds'))).toEqual(['google.xml']);
  });

  it('a catalogue is not made per request: what changed is in it after the job', async () => {
    await google();
    const { id } = await sentListing(market, village);
    expect(await google()).not.toContain(id);
    await remake();
    expect(await google()).toContain(id);
  });

  it('a reader who has it is told so, until it is written anew', async () => {
    const tag = (await market.call('GET', '/feed/meta.xml')).headers.get('etag') ?? '';
    const again = () => market.call('GET', '/feed/meta.xml', { headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    await remake();
    expect((await again()).status).toBe(200);
  });

  it('a server that stops leaves the last catalogue, and no half one', async () => {
    const before = await google();
    const stopping = AbortSignal.abort();
    await expect(writeCatalogue({ ...market.deps, stopping }, 'google')).rejects.toThrow('stopped');
    expect(await google()).toBe(before);
    expect((await readdir(join(market.deps.config.dataDir, 'feeds'))).sort()).toEqual(['google.xml', 'meta.xml']);
  });

  it('a kind has a feed of its own, which its page names', async () => {
    const { id } = await sentListing(market, village, { name: 'Kopi lereng', category: 'minuman' });
    const feed = await (await market.call('GET', '/kategori/minuman/feed.xml')).text();
    expect(readXml(feed).documentElement.textContent).toContain(`/p/${id}`);
    expect(await (await market.call('GET', '/kategori/batik/feed.xml')).text()).not.toContain(id);
    expect(await (await market.call('GET', '/kategori/minuman')).text()).toContain('href="/kategori/minuman/feed.xml"');
    expect((await market.call('GET', '/kategori/senjata/feed.xml')).status).toBe(404);
  });
});
