import { Panel } from '#stack/pages/panel.ts';
import { expect, product, test } from './fixtures.ts';
import { foundProducts, publishedPosts } from './pages/site.ts';

test('a site whose REST is closed gets its post through the forms', async ({ village, wordpress }) => {
  await wordpress.setRestBlocked(true);
  const panel = await Panel.open(await village.admin());
  const goods = await product('Kopi tanpa REST', 'kopi');
  await panel.fill(goods);
  await panel.publish();
  const { postUrl } = await panel.done();
  const post = await village.browser.context.newPage();
  await post.goto(postUrl ?? '');
  await expect(post.getByRole('heading', { name: goods.name }).first()).toBeVisible();
  await expect(post.locator(`img[src*="/wp-content/uploads/"]`).first()).toBeVisible();
});

test("a contributor's post waits for an editor, and the panel says so", async ({ village, wordpress }) => {
  const panel = await Panel.open(await village.admin('contributor'));
  const goods = await product('Keripik kontributor', 'keripik');
  await panel.fill(goods);
  await panel.publish();
  const { productUrl, postUrl } = await panel.done();
  await expect(panel.frame.getByText('Artikel menunggu persetujuan')).toBeVisible();
  expect(productUrl).not.toBe('');
  expect(postUrl).toBeNull();
  expect(await publishedPosts(wordpress.url, goods.name)).toHaveLength(0);
});

test('a session lost in the middle loses nothing and goes on after signing in', async ({ village, wordpress }) => {
  const page = await village.admin();
  const panel = await Panel.open(page);
  const goods = await product('Madu sesi hilang', 'madu');
  await panel.fill(goods);
  await wordpress.endSessions();
  await panel.publish();
  await expect(panel.frame.getByText('Perlu bantuan Anda')).toBeVisible({ timeout: 60_000 });
  expect(await publishedPosts(wordpress.url, goods.name)).toHaveLength(0);

  await page.goto(wordpress.signInUrl('admin'));
  await expect.poll(async () => (await publishedPosts(wordpress.url, goods.name)).length, { timeout: 60_000 }).toBe(1);
});

test('offline: it waits in sight, and goes out by itself when the marketplace is there again', async ({
  village,
  wordpress,
  market,
}) => {
  const panel = await Panel.open(await village.admin());
  const goods = await product('Batik tanpa sinyal', 'batik');
  await panel.fill(goods);
  await market.goDown();
  await panel.publish();
  await expect(panel.frame.getByText('Menunggu', { exact: true })).toBeVisible({ timeout: 60_000 });
  await market.comeBack();
  await panel.done();
  expect(await publishedPosts(wordpress.url, goods.name)).toHaveLength(1);
  expect(await foundProducts(market.url, goods.name)).toBe(1);
});

test('the worker may die between any two steps: one product, one post', async ({ village, wordpress, market }) => {
  const panel = await Panel.open(await village.admin());
  const goods = await product('Sapu pekerja mati', 'sapu-glagah');
  await panel.fill(goods);
  await village.browser.killWorker();
  await panel.publish();
  for (const step of ['Foto terkirim', 'Tayang di pasar', 'Artikel ada di situs desa']) {
    await panel.frame
      .getByText(step)
      .or(panel.frame.getByRole('link', { name: 'Lihat di pasar' }))
      .first()
      .waitFor({ timeout: 60_000 });
    await village.browser.killWorker();
  }
  await panel.done();
  expect(await publishedPosts(wordpress.url, goods.name)).toHaveLength(1);
  expect(await foundProducts(market.url, goods.name)).toBe(1);
});

test('pressed twice and in two tabs: one product, one post', async ({ village, wordpress, market }) => {
  const first = await Panel.open(await village.admin());
  const goods = await product('Gula dua kali', 'gula-kelapa');
  await first.fill(goods);
  const second = await Panel.open(await village.admin());
  await expect(second.field('name')).toHaveValue(goods.name);
  // A press on a button in a hidden tab does not count, so each tab comes to the front in turn, without waiting for the
  // other.
  await first.page.bringToFront();
  await first.publish({ twice: true });
  await second.page.bringToFront();
  await second.publish();
  await second.done();
  await first.page.bringToFront();
  await first.done();
  expect(await publishedPosts(wordpress.url, goods.name)).toHaveLength(1);
  expect(await foundProducts(market.url, goods.name)).toBe(1);
});

test('what was typed is there again after the page, the panel and the browser worker went away', async ({
  village,
}) => {
  const page = await village.admin();
  const panel = await Panel.open(page);
  const goods = await product('Nanas ketikan', 'nanas');
  await panel.fill(goods);
  await page.reload();
  await village.browser.killWorker();
  const again = await Panel.open(page);
  await expect(again.field('name')).toHaveValue(goods.name);
  await expect(again.field('producerName')).toHaveValue('Bu Siti');
  await expect(again.frame.locator('.photo-grid img')).toHaveCount(1);
});
