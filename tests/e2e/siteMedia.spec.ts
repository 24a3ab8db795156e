import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { expect, test } from './fixtures.ts';

test('a photo is chosen from the site’s own media, also where REST is closed', async ({ village, wordpress }) => {
  const admin = await village.admin();
  // A person puts a picture into the library.
  const buffer = await picture('keripik', '#cfd8c2', 900);
  await admin.goto(`${wordpress.url}/wp-admin/media-new.php?browser-uploader`);
  await admin.setInputFiles('#async-upload', { name: 'panen-raya.jpg', mimeType: 'image/jpeg', buffer });
  await admin.click('#html-upload');
  for (const isBlocked of [false, true]) {
    await wordpress.setRestBlocked(isBlocked);
    await admin.goto(`${wordpress.url}/wp-admin/index.php`);
    const { frame } = await Panel.open(admin);
    const before = await frame.locator('.photo-tile img').count();
    await frame.getByRole('button', { name: 'Pilih dari media situs' }).click();
    const first = frame.getByRole('button', { name: 'Pakai foto ini: panen-raya' });
    await expect(first.locator('img')).toBeVisible();
    await first.click();
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    // The same picture is one photo, however often it is taken.
    await expect(frame.locator('.photo-tile img')).toHaveCount(Math.max(1, before));
    await frame.getByRole('button', { name: 'Tutup media situs' }).click();
  }
});
