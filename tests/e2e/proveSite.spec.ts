import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { settle } from '#stack/settle.ts';
import { expect, test } from './fixtures.ts';
import { publishedPosts } from './pages/site.ts';

test('a waiting village proves its site by one press, and the article of the proof is taken down', async ({
  wordpress,
  market,
}) => {
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, await market.invite('Desa Bukti', wordpress.url, 'waiting'), wordpress.url);
    const { page } = await Options.open(browser);
    const press = page.getByRole('button', { name: 'Buktikan lewat situs desa' });
    const said = page.locator('#connection').getByRole('alert');
    await press.click();
    await expect(said).toContainText('Belum ada halaman admin situs itu yang terbuka');

    const admin = await browser.context.newPage();
    await admin.goto(wordpress.signInUrl('admin'));
    const written = admin.waitForResponse(
      (answer) => answer.request().method() === 'POST' && /wp\/v2\/posts$/.test(decodeURIComponent(answer.url())),
    );
    await press.click();
    const { title } = (await (await written).json()) as { title: { raw: string } };
    expect(title.raw).toMatch(/^Dodolan [a-z0-9]{16}$/);
    await expect(said).toContainText('Terbukti', { timeout: 60_000 });
    expect(await publishedPosts(wordpress.url, title.raw)).toEqual([]);
  } finally {
    await browser.close();
  }
});
