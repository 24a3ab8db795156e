import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListingList } from '#contract';
import { runCommand } from '#marketplace/admin/commands.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';

describe.each(backends)('reports on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let other: TestVillage;
  let listing: { id: string; slug: string };
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
    other = await market.village('Desa Serang');
    listing = await addListing(market, village);
    await addListing(market, village, { name: 'Keripik' });
  });
  afterAll(() => market.stop());

  const own = async ({ token }: TestVillage) =>
    ListingList.parse(await (await market.call('GET', '/v1/listings?mine', { token })).json()).listings;
  const report = async (path: string, typed: Record<string, string>, ip: string) => {
    const buyer = buyerIn(market, ip);
    const answer = await buyer.submit(await buyer.open(`${path}/lapor`), `${path}/lapor`, typed);
    return { status: answer.status, text: textOf(await answer.text()) };
  };
  const said = async (...argv: string[]) => (await runCommand(market.deps, argv, 'id')).text;

  it('of a listing reach its village as reasons and a number, without name or words, and the operator with them', async () => {
    expect((await own(village)).map(({ reports }) => reports)).toEqual([null, null]);
    const told = await report(`/p/${listing.slug}`, { reason: 'scam', text: 'Saya Budi, tertipu' }, '198.51.100.1');
    expect([told.status, told.text]).toEqual([
      200,
      expect.stringContaining('Desa diberi tahu alasannya, tanpa nama Anda'),
    ]);
    await report(`/p/${listing.slug}`, { reason: 'wrong', text: '' }, '198.51.100.2');
    // The same person once more is the same person.
    await report(`/p/${listing.slug}`, { reason: 'wrong', text: 'Fotonya lain' }, '198.51.100.1');
    const latest = market.clock.now().toISOString();
    const [reported] = (await own(village)).filter(({ id }) => id === listing.id);
    expect(reported?.reports).toEqual({ people: 2, reasons: ['wrong'], latest });
    const one = await (await market.call('GET', `/v1/listings/${listing.id}`, { token: village.token })).text();
    expect(one).toContain('"people":2');
    expect(one).not.toMatch(/Budi|Fotonya|198\.51/);
    expect(JSON.stringify(await own(other))).not.toContain('wrong');
    expect(await said('reports')).toMatch(/Gula semut, Desa Dagan \(2 orang: keterangan salah\)[\s\S]*- Fotonya lain/);
  });

  it('are gone from the village once the operator has looked', async () => {
    await said('handled', `https://pasar.example/p/${listing.slug}`);
    expect((await own(village)).map(({ reports }) => reports)).toEqual([null, null]);
    expect(await said('reports')).toBe('Tidak ada laporan baru.');
  });

  it('of a village reach it and the operator, who marks them as looked at', async () => {
    const page = await buyerIn(market).open(`/desa/${village.slug}`);
    expect(page.html).toContain(`/desa/${village.slug}/lapor`);
    const told = await report(
      `/desa/${village.slug}`,
      { reason: 'other', text: 'Tidak pernah menjawab' },
      '198.51.100.3',
    );
    expect([told.status, told.text]).toEqual([200, expect.stringContaining('tanpa nama Anda')]);
    expect(await said('reports')).toMatch(
      /^Desa Dagan \(1 orang: lainnya\)\n {2}\S*\/desa\/dagan\n {2}- Tidak pernah menjawab$/,
    );
    const asks = async ({ token }: TestVillage) => (await market.call('GET', '/v1/reports', { token })).json();
    const latest = market.clock.now().toISOString();
    expect(await asks(village)).toEqual({ reports: { people: 1, reasons: ['other'], latest } });
    expect(await asks(other)).toEqual({ reports: null });
    await said('handled', 'dagan');
    expect(await asks(village)).toEqual({ reports: null });
    expect(await said('reports')).toBe('Tidak ada laporan baru.');
    expect((await buyerIn(market).open('/desa/tidak-ada/lapor')).status).toBe(404);
  });

  it('come back with what was typed when the reason is missing, and are limited by address', async () => {
    const again = await report(`/desa/${village.slug}`, { text: 'Tanpa alasan' }, '198.51.100.4');
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Pilih satu alasan dulu')]);
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      statuses.push((await report(`/desa/${village.slug}`, { reason: 'other', text: '' }, '198.51.100.5')).status);
    }
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429]);
  });
});
