import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '#marketplace/admin/commands.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn } from './buyer.ts';
import { addListing, openThread, villageSide } from './fixture.ts';

describe.each(backends)('the operator, on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  const say = async (command: string) => (await runCommand(market.deps, [command], 'id')).text;

  test('sees which village leaves buyers waiting', async () => {
    expect(await say('unanswered')).toBe('Semua desa menjawab dalam 48 jam.');
    const village = await market.village('Desa Sunyi');
    await openThread(market, await addListing(market, village), { text: 'rahasia' });
    market.clock.advance(48 * 3_600_000);
    const text = await say('unanswered');
    expect(text).toMatch(/Desa Sunyi \(\S+\): 1 menunggu jawaban, 0 tawaran kedaluwarsa, sejak 1 Maret 2026/);
    expect(text).not.toContain('rahasia');
  });

  test('reads why a conversation was reported; the one who was reported does not', async () => {
    const village = await market.village('Desa Nakal');
    const { slug } = await addListing(market, village);
    const buyer = buyerIn(market);
    const path = await buyer.thread(slug, { text: 'Halo' });
    await buyer.submit(await buyer.open(path), '/lapor', { text: 'Meminta uang muka' });
    expect(await say('conversations')).toMatch(
      /Pembeli melaporkan Desa Nakal .* tentang Gula semut[\s\S]*- Meminta uang muka/,
    );
    const { inquiries } = await villageSide(market, village).list();
    expect(JSON.stringify(inquiries)).toContain('"reported"');
    expect(JSON.stringify(inquiries)).not.toContain('uang muka');
  });

  test('and the other way round', async () => {
    const village = await market.village('Desa Sabar');
    const { slug } = await addListing(market, village);
    const buyer = buyerIn(market);
    const path = await buyer.thread(slug, { text: 'kasar' });
    const side = villageSide(market, village);
    await side.send((await side.list()).inquiries[0].id, { kind: 'report', text: 'Pembeli mengancam' });
    expect(await say('conversations')).toContain('- Pembeli mengancam');
    const page = await buyer.open(path);
    expect(page.html).toContain('menutup percakapan ini');
    expect(page.html).not.toContain('mengancam');
    expect(await (await buyer.submit(page, '/unduh')).text()).not.toContain('mengancam');
  });
});
