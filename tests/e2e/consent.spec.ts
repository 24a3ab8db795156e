import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { expect, product, test } from './fixtures.ts';

/** How an address answers to anybody; the whole answer is read, because the next question goes over the same line. */
async function status(url: string): Promise<number> {
  const answer = await fetch(url);
  await answer.text();
  return answer.status;
}

test('a maker agrees once; withdrawn, her products come down everywhere, or are the village’s own', async ({
  village,
}) => {
  const admin = await village.admin();
  const sell = async (name: string, asked: boolean) => {
    await admin.reload();
    const panel = await Panel.open(admin);
    const again = panel.frame.getByRole('button', { name: 'Jual produk lain' });
    if (await again.isVisible()) await again.click();
    const goods = await product(name, 'gula-semut', { producer: 'Bu Siti', phone: '0812-0000-0001' });
    await panel.fill(goods);
    await expect(panel.frame.getByText('Bu Siti sudah setuju (')).toHaveCount(asked ? 0 : 1);
    await panel.publish();
    return panel.done();
  };
  const first = await sell('Gula semut', true);
  const second = await sell('Gula cetak', false);
  for (const { productUrl, postUrl } of [first, second])
    expect([await status(productUrl), await status(postUrl ?? '')]).toEqual([200, 200]);

  const { page } = await Options.open(village.browser);
  const makers = page.locator('#makers');
  await makers.getByRole('button', { name: 'Ubah Bu Siti' }).click();
  await makers.getByRole('button', { name: 'Tarik persetujuan' }).click();
  await expect(makers.getByText('2 produknya ditarik dari pasar')).toBeVisible();
  await makers.getByRole('button', { name: 'Ya, tarik persetujuan' }).click();
  await expect(makers.getByText('tidak setuju lagi')).toBeVisible();
  // The admin page is open, so that the articles come down at once.
  for (const { productUrl, postUrl } of [first, second]) {
    await expect.poll(() => status(productUrl), { timeout: 60_000 }).toBe(410);
    await expect.poll(() => status(postUrl ?? ''), { timeout: 60_000 }).toBe(404);
  }
  await expect(makers.getByText('masih menunggu dikirim')).toHaveCount(0);

  // With a number of its own the village sells on; what it restores is in its name.
  await makers.getByRole('button', { name: 'Isi', exact: true }).click();
  await makers.getByLabel('Nomor WhatsApp').fill('0819-9999-9999');
  await makers.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(makers.getByText('0819-9999-9999')).toBeVisible();
  const popup = await Popup.open(village.browser);
  await popup.showListings();
  const listing = popup.page.locator('.listing').filter({ hasText: 'Gula cetak' });
  await listing.locator('button').first().click();
  await listing.getByRole('button', { name: 'Tayangkan lagi' }).click();
  await expect
    .poll(async () => (await (await fetch(second.productUrl)).text()).includes('Desa Dagan'), { timeout: 60_000 })
    .toBe(true);
  expect(await (await fetch(second.productUrl)).text()).not.toContain('Bu Siti');
});
