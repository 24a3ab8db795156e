import type { Page } from '@playwright/test';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { expect, product, test } from './fixtures.ts';
import { publishedPosts } from './pages/site.ts';

/** The addresses of the site's products pages, as any visitor finds them. */
async function productsPages(siteUrl: string): Promise<string[]> {
  const answer = await fetch(`${siteUrl}/index.php?rest_route=/wp/v2/pages&per_page=100`);
  const pages = (await answer.json()) as { link: string; slug: string }[];
  return pages.filter(({ slug }) => slug.startsWith('produk-desa')).map(({ link }) => link);
}

/** Presses the button in the options' row of the site; answers where the page is. */
async function makePage(page: Page, says: string): Promise<string> {
  await page.getByRole('button', { name: 'Buat halaman Produk Desa' }).click();
  await expect(page.getByText(says)).toBeVisible({ timeout: 60_000 });
  return (await page.getByRole('link', { name: 'Buka halaman' }).getAttribute('href')) ?? '';
}

async function publish(admin: Page, name: string): Promise<string> {
  const panel = await Panel.open(admin);
  const goods = await product(name, 'gula-semut');
  await panel.fill(goods);
  await panel.publish();
  await panel.done();
  return goods.name;
}

test('one press makes the page of all products, a second one finds it, and what is published later is on it', async ({
  village,
  wordpress,
}) => {
  const author = await village.admin('author');
  const { page } = await Options.open(village.browser);
  await page.getByRole('button', { name: 'Buat halaman Produk Desa' }).click();
  await expect(page.getByText('tidak diizinkan')).toBeVisible({ timeout: 60_000 });
  expect(await productsPages(wordpress.url)).toEqual([]);
  await author.close();

  const admin = await village.admin();
  await makePage(page, 'sudah dibuat');
  await page.reload();
  const address = await makePage(page, 'sudah ada');
  expect(await productsPages(wordpress.url)).toEqual([address]);
  await wordpress.setRestBlocked(true);
  await page.reload();
  const byForms = await makePage(page, 'sudah ada');
  await wordpress.setRestBlocked(false);
  expect(await productsPages(wordpress.url)).toEqual([address]);

  const name = await publish(admin, 'Gula halaman desa');
  for (const url of [address, byForms]) {
    const visitor = await village.browser.context.newPage();
    await visitor.goto(url);
    await expect(visitor.getByRole('link', { name }).first()).toBeVisible();
    await visitor.close();
  }
});

test('a post deleted by hand is noticed at the next visit, and written again when the person says so', async ({
  village,
  wordpress,
}) => {
  const admin = await village.admin();
  const name = await publish(admin, 'Madu dihapus orang');
  const [post] = await publishedPosts(wordpress.url, name);
  const erased = await fetch(`${wordpress.url}/?witness=erase`, {
    method: 'POST',
    body: JSON.stringify({ id: post?.id }),
  });
  expect(erased.ok).toBe(true);
  const popup = await Popup.open(village.browser);
  await popup.showListings();
  await admin.reload();
  await expect(popup.page.getByText('sudah dihapus dari situs desa')).toBeVisible({ timeout: 60_000 });
  expect(await publishedPosts(wordpress.url, name)).toHaveLength(0);
  await popup.page.screenshot({ path: test.info().outputPath('health.png') });
  await popup.page.getByRole('button', { name: 'Tulis ulang' }).click();
  await expect.poll(async () => (await publishedPosts(wordpress.url, name)).length, { timeout: 60_000 }).toBe(1);
  await expect(popup.page.getByText('semuanya baik')).toBeVisible({ timeout: 60_000 });
});
