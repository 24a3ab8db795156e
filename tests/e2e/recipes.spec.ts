import { RecipeList } from '#contract';
import { rowsOf } from '#scripts/look/rows.ts';
import { Options } from '#stack/pages/options.ts';
import { recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { expect, test } from './fixtures.ts';

test('what was learned of a site reaches the marketplace, and its deletion too, also after a night without one', async ({
  village,
  market,
  wordpress,
}) => {
  const { browser } = village;
  const rows = rowsOf(browser);
  const [{ key = '', token = '' } = {}] = await rows.all('villages');
  const recipe = recipeFor(wordpress.url);
  const row = { village: key, rev: 1, base: 0, recipe, at: Date.now() };
  await rows.put('values', [{ name: 'recipes', value: { [wordpress.url]: row } }]);
  const kept = async () => {
    const answer = await fetch(`${market.url}/v1/recipes`, { headers: { authorization: `Bearer ${token}` } });
    return RecipeList.parse(await answer.json()).recipes.map(({ recipe: one }) => one);
  };

  const { page } = await Options.open(browser);
  const section = page.locator('#recipes');
  await expect(section.getByText('isi_berita')).toBeVisible();
  await expect.poll(kept).toEqual([recipe]);
  await expect(section.getByText('belum terkirim')).toHaveCount(0);

  const file = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Simpan ke berkas' }).click();
  expect((await file).suggestedFilename()).toMatch(/^cara-menyimpan-127\.0\.0\.1-\d+\.json$/);

  await section.getByRole('button', { name: 'Hapus' }).click();
  await expect(section).toHaveCount(0);
  await expect.poll(kept).toEqual([null]);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(section.getByText('isi_berita')).toBeVisible();
  await expect.poll(kept).toEqual([recipe]);

  await market.goDown();
  await section.getByRole('button', { name: 'Hapus' }).click();
  await expect(section).toHaveCount(0);
  await browser.killWorker();
  await market.comeBack();
  await page.reload();
  await expect.poll(kept, { timeout: 60_000 }).toEqual([null]);
});
