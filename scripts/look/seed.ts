import type { ExtensionBrowser } from '#stack/browser.ts';
import { Panel } from '#stack/pages/panel.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { connectDevice, GOODS, listGoods } from '#stack/seed.ts';
import { product } from '#tests/e2e/fixtures.ts';
import { extensionPage } from './popup.ts';
import type { Stage } from './surface.ts';

export async function seedNeighbours({ market }: Stage): Promise<void> {
  for (const [name, goods] of Object.entries(GOODS)) {
    const site = `https://${name.replace('Desa ', '').toLowerCase()}.desa.id`;
    const invite = (await market.invite(name, site)).split('/undang/')[1] ?? '';
    await listGoods(market.url, await connectDevice(market.url, invite), site, goods);
  }
}

/** Makes two products on the village's site, and a question with an offer on one. */
export async function sellAndAsk(
  browser: ExtensionBrowser,
  { wordpress }: Stage,
): Promise<{ productUrl: string; threadUrl: string }> {
  const admin = await browser.context.newPage();
  await admin.goto(wordpress.signInUrl('admin'));
  const urls: string[] = [];
  // The tests' goods end their names in letters of chance; pictures show them as a village writes them.
  const year = new Date().getFullYear() % 100;
  const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  // The second one's permit is over soon: the popup says so.
  const goods = [
    ['Gula semut organik', 'gula-semut', { pirt: `2063303010123-${year + 2}`, halal: 'ID33110000123450422' }],
    ['Kopi lereng Slamet', 'kopi', { bpom: 'MD 867012345678', bpomUntil: soon }],
  ] as const;
  for (const [name, picture, more] of goods) {
    const panel = await Panel.open(admin);
    await panel.fill(await product(name, picture, { name, more }));
    await panel.publish();
    urls.push((await panel.done()).productUrl);
    await admin.reload();
  }
  const [first = '', second = ''] = urls;
  const shop = await ProductPage.open(await browser.context.newPage(), first);
  const threadUrl = await shop.ask({
    text: 'Kalau ambil sepuluh bisa kurang, Bu? Saya di Semarang.',
    offer: { price: '20rb', quantity: '10' },
    name: 'Rina',
  });
  const other = await ProductPage.open(shop.page, second);
  await other.ask({ text: 'Masih ada? Giling halus atau kasar?', name: 'Pak Joko' });
  await shop.page.close();
  await admin.close();
  const popup = await extensionPage(browser, 'popup.html');
  await popup.getByText('Rina').first().waitFor();
  await popup.close();
  return { productUrl: first, threadUrl };
}
