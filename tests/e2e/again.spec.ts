import { DAY } from '#contract/time.ts';
import { rowsOf } from '#scripts/look/rows.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { connectDevice, GOODS, listGoods } from '#stack/seed.ts';
import { expect, product, test } from './fixtures.ts';

test('what nobody touched for 60 days is asked about once; without the marketplace the answer is owed', async ({
  village,
  market,
}) => {
  const admin = await village.admin();
  const panel = await Panel.open(admin);
  const goods = await product('Gula semut');
  await panel.fill(goods);
  await panel.publish();
  await panel.done();

  await market.goDown();
  const rows = rowsOf(village.browser);
  const long = { checkedAt: 0, updatedAt: Date.now() - 64 * DAY };
  await rows.put(
    'listings',
    (await rows.all('listings')).map((listing) => ({ ...listing, ...long })),
  );
  const popup = await Popup.open(village.browser);
  const tab = popup.page.locator('.tabs button', { hasText: 'Produk' });
  await expect(tab.locator('.count')).toHaveText('1');
  await popup.showListings();
  await expect(popup.page.getByRole('heading', { name: 'Masih ada? 1 produk' })).toBeVisible();
  await popup.page.getByRole('button', { name: 'Ya, semua masih ada' }).click();
  await expect(popup.page.getByText('1 produk tercatat masih ada')).toBeVisible();
  await expect(popup.page.getByRole('heading', { name: /Masih ada/ })).toHaveCount(0);
  await expect(tab.locator('.count')).toHaveCount(0);
  expect(await popup.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');

  await market.comeBack();
  // The next time that anything is looked for, at the latest in a minute.
  await expect(async () => {
    await village.browser.minutePasses();
    await expect(popup.page.getByText('1 produk tercatat masih ada')).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  const [listing] = await rows.all('listings');
  expect(listing).toMatchObject({ checkOwed: false, input: { rev: 1 } });
});

test('an empty form goes on from the last product or from usual goods, and says what other villages ask', async ({
  village,
  market,
}) => {
  const [gula] = Object.values(GOODS).flat();
  if (gula === undefined) throw new Error('goods');
  for (const [at, name] of ['Lamuk', 'Serang', 'Tunjungmuli'].entries()) {
    const site = `https://${name.toLowerCase()}-${Date.now()}.desa.id`;
    const invite = (await market.invite(`Desa ${name}`, site)).split('/undang/')[1] ?? '';
    const price = 23_000 + at * 2000;
    const semut = { ...gula, name: 'Gula semut', unit: 'bungkus' as const, price };
    const packed = { ...semut, packSize: { amount: 250, measure: 'gram' as const } };
    await listGoods(market.url, await connectDevice(market.url, invite), site, [packed]);
  }
  const admin = await village.admin();
  const first = await Panel.open(admin);
  await first.fill(await product('Keripik pisang', 'keripik', { unit: 'bungkus', pack: '200' }));
  await first.publish();
  await first.done();

  await admin.reload();
  const panel = await Panel.open(admin);
  const again = panel.frame.getByRole('button', { name: 'Jual produk lain' });
  if (await again.isVisible()) await again.click();
  await panel.frame.getByRole('button', { name: /^Seperti yang terakhir: Keripik pisang .* 200 g$/ }).click();
  await expect(panel.field('packAmount')).toHaveValue('200');
  await expect(panel.field('name')).toHaveValue('');
  await expect(panel.frame.locator('#quick-line')).toBeFocused();
  await panel.frame.getByRole('button', { name: 'Urungkan' }).click();
  await expect(panel.field('packAmount')).toHaveValue('');

  await panel.frame.getByRole('button', { name: 'Gula semut', exact: true }).click();
  await expect(panel.field('name')).toHaveValue('Gula semut');
  const hint = panel.frame.getByText(/Desa lain: sekitar Rp10\.000\/ons \([34] desa, 1 bulan terakhir\)/);
  await expect(hint).toHaveCount(0);
  await panel.field('price').focus();
  await expect(hint).toBeVisible();
});
