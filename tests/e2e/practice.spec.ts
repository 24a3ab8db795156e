import { newId } from '#contract/newId.ts';
import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { settle } from '#stack/settle.ts';
import { expect, product, test } from './fixtures.ts';

/** A question of the made-up buyer comes within the minute. */
const A_MINUTE = { timeout: 60_000 };

test('an evening of practice: connect, sell, answer the made-up buyer, end, and turn real', async ({
  market,
  wordpress,
}) => {
  const printed = await market.command('practice', '2');
  expect(printed).toMatch(/^PERHATIAN/);
  const trainer = /pelatih: (\S+)/.exec(printed)?.[1] ?? '';
  const browser = await openBrowser({ headless: true });
  try {
    const screen = await browser.context.newPage();
    await screen.goto(`${trainer}/lembar`);
    const sheet = screen.locator('.sheet').first();
    await expect(sheet.getByRole('heading')).toContainText('Desa Latihan 1');
    await expect(sheet).toContainText('hanya dapat dibuka dari komputer ini');
    const text = (await sheet.textContent()) ?? '';
    const invite = /http:\/\/\S+\/undang\/[0-9a-z]{38}/.exec(text)?.[0] ?? '';
    const phone = /0860-\d{4}-\d{4}/.exec(text)?.[0] ?? '';

    await settle(browser, invite, wordpress.url);
    const options = await Options.open(browser);
    await expect(options.page.locator('.practice-banner')).toContainText('LATIHAN');
    await options.page.close();

    const admin = await browser.context.newPage();
    await admin.goto(wordpress.signInUrl('admin'));
    const panel = await Panel.open(admin);
    await expect(panel.frame.locator('.practice-banner')).toContainText('LATIHAN');
    const goods = await product('Gula semut latihan', 'gula-semut', { phone: '0812-3456-7890' });
    await panel.fill(goods);
    await panel.publish();
    await expect(panel.frame.getByText('pakai nomor di lembar latihan')).toBeVisible();
    await panel.field('producerPhone').fill(phone);
    await panel.agree();
    await panel.saved();
    await panel.publish();
    const { productUrl } = await panel.done();

    // On the real site it is a draft that says what it is: visitors see nothing of it.
    const list = await browser.context.newPage();
    await expect(async () => {
      await list.goto(`${wordpress.url}/wp-admin/edit.php?post_status=draft&post_type=post`);
      await expect(list.getByText(`[LATIHAN] ${goods.name}`).first()).toBeVisible({ timeout: 2000 });
    }).toPass(A_MINUTE);
    const visitor = await fetch(`${wordpress.url}/?s=${encodeURIComponent(goods.name)}`);
    expect(await visitor.text()).not.toContain(`[LATIHAN] ${goods.name}`);

    const shop = await browser.context.newPage();
    await shop.goto(productUrl);
    await expect(shop.locator('.practice')).toContainText('LATIHAN');

    const popup = await Popup.open(browser);
    await expect(popup.page.locator('.practice-banner')).toContainText('LATIHAN');
    await popup.page.getByText('masih ada? Bisa diambil besok?').first().click(A_MINUTE);
    await popup.answer('Masih, silakan.');
    await screen.goto(trainer);
    const row = screen.locator('tbody tr').first();
    await expect(async () => {
      await screen.reload();
      await expect(row.locator('td')).toContainText(['ya', 'ya', '1', 'menunggu', '1 dari 1'], { timeout: 100 });
    }).toPass(A_MINUTE);
    await expect(screen.getByText(`${goods.name}: ${wordpress.url}`)).toBeVisible();

    // The end: everything is withdrawn, and the extension takes the article down while its admin is signed in.
    const end = screen.locator('form', { hasText: 'Akhiri latihan' });
    await end.getByRole('checkbox').check();
    await end.getByRole('button', { name: 'Akhiri' }).click();
    await expect(screen.getByText('sedang ditutup')).toBeVisible();
    await admin.goto(`${wordpress.url}/wp-admin/index.php`);
    await expect(async () => {
      await popup.page.reload();
      await screen.reload();
      await expect(screen.getByText('Tidak ada artikel latihan')).toBeVisible({ timeout: 1000 });
    }).toPass(A_MINUTE);
    await list.goto(`${wordpress.url}/wp-admin/edit.php?post_status=trash&post_type=post`);
    await expect(list.getByText(`[LATIHAN] ${goods.name}`).first()).toBeVisible();

    await end.getByRole('checkbox').check();
    await end.getByRole('button', { name: 'Akhiri sekarang' }).click();
    expect((await screen.reload())?.status()).toBe(410);
    await expect(screen.getByText('Latihan ini sudah selesai')).toBeVisible();
    expect((await shop.reload())?.status()).toBe(410);
    await expect(async () => {
      await popup.page.reload();
      await expect(popup.page.getByText(/Latihan .* sudah selesai/)).toBeVisible({ timeout: 2000 });
    }).toPass(A_MINUTE);
  } finally {
    await browser.close();
  }
});

test('pasting the real invite turns practice real: the product is a draft, without number and consent, and never live', async ({
  market,
  wordpress,
}) => {
  const trainer = /pelatih: (\S+)/.exec(await market.command('practice', '1'))?.[1] ?? '';
  const sheet = await (await fetch(`${trainer}/lembar`)).text();
  const invite = /http:\/\/[^\s<"]+\/undang\/[0-9a-z]{38}/.exec(sheet)?.[0] ?? '';
  const phone = /0860-\d{4}-\d{4}/.exec(sheet)?.[0] ?? '';
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, invite, wordpress.url);
    const admin = await browser.context.newPage();
    await admin.goto(wordpress.signInUrl('admin'));
    const goods = await product(`Keripik ${newId().slice(0, 4)}`, 'gula-semut', { phone });
    const panel = await Panel.open(admin);
    await panel.fill(goods);
    await panel.publish();
    await panel.done();

    const options = await Options.open(browser);
    await options.page.close();
    await settle(browser, await market.invite('Desa Sungguhan', wordpress.url), wordpress.url);
    const popup = await Popup.open(browser);
    await expect(popup.page.locator('.practice-banner')).toHaveCount(0);
    await popup.showListings();
    await popup.page.getByText(goods.name).first().click();
    await popup.page.close();
    const found = await fetch(`${market.url}/cari?q=${encodeURIComponent(goods.name)}`);
    expect(await found.text()).not.toContain('class="card"');
    // The article of practice comes down; it does not become the real product's.
    const list = await browser.context.newPage();
    await expect(async () => {
      await list.goto(`${wordpress.url}/wp-admin/edit.php?post_status=trash&post_type=post`);
      await expect(list.getByText(`[LATIHAN] ${goods.name}`).first()).toBeVisible({ timeout: 2000 });
    }).toPass(A_MINUTE);
  } finally {
    await browser.close();
  }
});
