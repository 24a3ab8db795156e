import { expect } from '#stack/pages/expect.ts';
import type { Panel } from '#stack/pages/panel.ts';
import type { Good } from './goods.ts';
import { MAKER, openPanel, photoOf, type Seller } from './seller.ts';

/** A chat's text, pasted whole. */
export async function fromPaste(seller: Seller, goods: Good[]): Promise<void> {
  const panel = await openPanel(seller);
  const lines = goods.map(({ name, price, unit }, at) => `${at + 1}. ${name} ${price}rb/${unit}`);
  const text = ['Assalamualaikum pak, nitip jual ya', ...lines, '', `WA ${MAKER.name} ${MAKER.phone}`].join('\n');
  await panel.frame.locator('#quick-line').fill(text);
  await panel.frame.getByRole('button', { name: 'Periksa daftarnya' }).click();
  await publishesList(panel, seller, goods);
}

/** A table saved from Excel. */
export async function fromFile(seller: Seller, goods: Good[]): Promise<void> {
  const panel = await openPanel(seller);
  const rows = goods.map(({ name, price, unit }) => [name, price * 1000, unit, MAKER.name, MAKER.phone].join(';'));
  const buffer = Buffer.from(['Nama;Harga;Satuan;Pembuat;WA', ...rows].join('\n'));
  await panel.frame.locator('.list-file input').setInputFiles({ name: 'harga.csv', mimeType: 'text/csv', buffer });
  await panel.frame.getByRole('button', { name: `Buat daftar ${goods.length} produk` }).click();
  await publishesList(panel, seller, goods);
}

/** In the table: photos for all rows, one tick for the makers, one press; then all articles are waited for. */
async function publishesList(panel: Panel, seller: Seller, goods: Good[]): Promise<void> {
  const { frame } = panel;
  for (const [at, { name }] of goods.entries()) await expect(frame.locator(`#list-name-${at}`)).toHaveValue(name);
  await frame.locator('.list-photos input').setInputFiles(await Promise.all(goods.map((one) => photoOf(seller, one))));
  await expect(frame.locator('.list-photo img')).toHaveCount(goods.length);
  const agreed = frame.locator('#list-all-consent');
  if (!(await agreed.isChecked())) await frame.getByText('Semua pembuat setuju').click();
  await expect(async () => {
    await frame.locator('.publish-button button').click({ timeout: 5000 });
    await frame.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
    expect(await panel.heldBack().isVisible()).toBe(false);
  }).toPass();
  const all = `${goods.length} dari ${goods.length} produk sudah tayang di pasar`;
  await expect(frame.getByText(all)).toBeVisible({ timeout: 60_000 });
  const written = frame.locator('.list-published .chip').filter({ hasText: /situs desa|Terverifikasi/ });
  await expect(written).toHaveCount(goods.length, { timeout: 60_000 });
  await frame.getByRole('button', { name: 'Selesai, kosongkan daftar' }).click();
}
