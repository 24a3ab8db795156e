import { strToU8, zipSync } from 'fflate';
import { rowsOf } from '#scripts/look/rows.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { expect, test } from './fixtures.ts';

const LIST = `Assalamualaikum pak, nitip jual ya
1. Gula semut 250gr 25rb
2. Keripik pisang 15rb/bungkus stok 20
3. Madu hutan 90-100rb per botol

WA Bu Siti 081234567890`;

test('a pasted list becomes products that are checked in a table and published by one press', async ({ village }) => {
  const admin = await village.admin();
  const panel = await Panel.open(admin);
  const { frame } = panel;
  await frame.locator('#quick-line').fill(LIST);
  await frame.getByRole('button', { name: 'Periksa daftarnya' }).click();
  await expect(frame.getByRole('heading', { name: 'Daftar produk (3)' })).toBeVisible();
  await expect(frame.locator('#list-name-1')).toHaveValue('Keripik pisang');
  await expect(frame.locator('#list-producerPhone-2')).toHaveValue('081234567890');

  // The keys of a spreadsheet.
  await frame.locator('#list-price-0').focus();
  await admin.keyboard.press('ArrowDown');
  await expect(frame.locator('#list-price-1')).toBeFocused();

  // Nothing that is not said is published: the range waits for its answer, and the list outlives the panel.
  const names = ['keripik-pisang.jpg', 'a.jpg', 'b.jpg'];
  const buffers = await Promise.all(['#cfd8c2', '#d8c2cf', '#c2cfd8'].map((tint) => picture('gula-semut', tint, 400)));
  const photos = names.map((name, index) => ({ name, mimeType: 'image/jpeg', buffer: buffers[index] as Buffer }));
  await frame.locator('.list-photos input').setInputFiles(photos);
  await expect(frame.locator('.list-photo img')).toHaveCount(3);
  await frame.getByText('Semua pembuat setuju').click();
  await admin.reload();
  const again = await Panel.open(admin);
  await again.frame.getByRole('button', { name: 'Buka daftarnya' }).click();
  await expect(again.frame.locator('.list-photo img')).toHaveCount(3);
  const press = async () => {
    await expect(async () => {
      await again.frame.locator('.publish-button button').click({ timeout: 5000 });
      await again.frame.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
      expect(await again.heldBack().isVisible()).toBe(false);
    }).toPass();
  };
  await press();
  await expect(again.frame.getByText('1 baris belum lengkap')).toBeVisible();
  await expect(again.frame.locator('.list-published')).toHaveCount(2);
  await again.frame.getByRole('button', { name: /Rp90\.000/ }).click();
  await press();
  await expect(again.frame.locator('.list-published')).toHaveCount(3);
  await expect(again.frame.getByText('3 dari 3 produk sudah tayang di pasar')).toBeVisible({ timeout: 60_000 });

  // Each has its own article on the village's site.
  await expect(
    again.frame.locator('.list-published .chip').filter({ hasText: /situs desa|Terverifikasi/ }),
  ).toHaveCount(3, {
    timeout: 60_000,
  });
});

test('a spreadsheet’s columns are corrected above them, and its rows become the list', async ({ village }) => {
  const admin = await village.admin();
  const { frame } = await Panel.open(admin);
  const csv = 'Gula semut 250 gr;25000;40\nMadu hutan;90rb;5\n';
  await frame
    .locator('.list-file input')
    .setInputFiles({ name: 'harga.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(frame.getByRole('heading', { name: 'Kolom tabel' })).toBeVisible();
  await expect(frame.getByLabel('Arti kolom 2')).toHaveValue('price');
  await frame.getByLabel('Arti kolom 3').selectOption('none');
  await expect(frame.getByText('2 produk, 1 sudah lengkap selain foto dan pembuat')).toBeVisible();
  await frame.getByRole('button', { name: 'Buat daftar 2 produk' }).click();
  await expect(frame.locator('#list-name-0')).toHaveValue('Gula semut');
  await expect(frame.locator('#list-price-1')).toHaveValue('90rb');
});

test('an exported chat: what is picked becomes the list with its photos, and the rest is not kept', async ({
  village,
}) => {
  const admin = await village.admin();
  const { frame } = await Panel.open(admin);
  const photo = new Uint8Array(await picture('gula-semut', '#cfd8c2', 400));
  const chat = [
    '26/11/25 14.03 - Bu Siti: IMG-1.jpg (file terlampir)',
    'Gula semut 250gr 25rb',
    '26/11/25 14.04 - Pak Lurah: nggih bu',
    '26/11/25 14.05 - +62 812-3456-7890: IMG-2.jpg (file terlampir)',
    '26/11/25 14.06 - +62 812-3456-7890: Keripik pisang 15rb/bungkus',
  ].join('\n');
  const zip = zipSync({ 'Chat WhatsApp.txt': strToU8(chat), 'IMG-1.jpg': photo, 'IMG-2.jpg': photo }, { level: 0 });
  await frame
    .locator('.list-file input')
    .setInputFiles({ name: 'Chat WhatsApp.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await expect(frame.locator('.list-candidate')).toHaveCount(2);
  await frame.locator('.list-candidate', { hasText: 'Keripik pisang' }).click();
  await frame.getByText('Pakai nomor pengirim').click();
  await frame.getByRole('button', { name: 'Buat daftar 1 produk' }).click();
  await expect(frame.locator('#list-name-0')).toHaveValue('Keripik pisang');
  await expect(frame.locator('#list-producerPhone-0')).toHaveValue('+62 812-3456-7890');
  await expect(frame.locator('.list-photo img')).toHaveCount(1);
  // The extension's own rows know the picked product and nothing of the other.
  const kept = JSON.stringify(await rowsOf(village.browser).all('drafts'));
  expect(kept).toContain('Keripik pisang');
  expect(kept).not.toContain('Gula semut');
});
