import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { Panel, type Product } from '#stack/pages/panel.ts';
import type { Role, WordPress } from '#stack/wordpress.ts';
import { product } from '#tests/e2e/fixtures.ts';
import type { Rows } from './rows.ts';

const ENTRY = 'a:has-text("Jual produk"), a:has-text("Sell a product"), a:has-text("Sell product")';

export async function signedIn(page: Page, wordpress: WordPress, role: Role = 'admin'): Promise<Page> {
  await page.goto(wordpress.signInUrl(role));
  return page;
}

/** The panel of this admin page, without a draft of before, in whatever language it speaks. */
export async function openPanel(page: Page, rows: Rows): Promise<Panel> {
  await rows.delete(
    'drafts',
    (await rows.all('drafts')).map(({ id }) => id),
  );
  await page.reload();
  await page.locator(ENTRY).first().click();
  const panel = new Panel(page, await frameOf(page));
  await panel.frame.locator('#quick-line').waitFor();
  return panel;
}

async function frameOf(page: Page): Promise<Frame> {
  const isPanel = (frame: Frame) => frame.url().includes('/panel.html');
  return page.frames().find(isPanel) ?? page.waitForEvent('framenavigated', { predicate: isPanel });
}

/** A village's product as pictures show it: without the letters of chance that the tests give their goods. */
export async function goods(name: string, more: Partial<Product> = {}): Promise<Product> {
  return product(name, 'gula-semut', { name, ...more });
}

export async function fill(panel: Panel, goods: Product): Promise<void> {
  await panel.addPhotos(goods.photos);
  for (const [name, value] of Object.entries({
    name: goods.name,
    price: goods.price,
    packAmount: goods.pack ?? '',
    description: goods.description ?? '',
    producerName: goods.producer ?? 'Bu Siti',
    producerPhone: goods.phone ?? '0812-0000-0001',
  }))
    await panel.field(name).fill(value);
  await panel.field('unit').selectOption(goods.unit ?? 'kg');
  await panel.frame.locator('input[name="category"][value="makanan"]').check({ force: true });
  await panel.agree();
}

const button = (panel: Panel): Locator => panel.frame.locator('.publish-button button');

/** Presses until the press counts, as a person does whom the panel asks to press again. */
export async function publish(panel: Panel): Promise<void> {
  const left = () => panel.frame.locator('.sending').waitFor({ timeout: 2500 });
  for (let presses = 0; presses < 5; presses++) {
    await button(panel).click();
    if (
      await left().then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`not published: ${await panel.frame.locator('.publish-why').textContent()}`);
}

/** Publishes and waits for the end: "done", with what the marketplace's look at the link has said. */
export async function publishToEnd(panel: Panel): Promise<void> {
  await publish(panel);
  await panel.frame.locator('.done').waitFor({ timeout: 60_000 });
  await panel.frame.locator('.done-writing').waitFor({ state: 'detached', timeout: 60_000 });
  await panel.frame.locator('.done > .soft').waitFor({ state: 'detached', timeout: 60_000 });
}

/** Presses until the panel has been in sight for long enough, in either language. */
export async function pressed(panel: Panel, press: () => Promise<void>): Promise<void> {
  const heldBack = panel.frame.locator('.publish-why', { hasText: /demi keamanan|for safety/ });
  await expect(async () => {
    await press();
    await panel.frame.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
    expect(await heldBack.isVisible()).toBe(false);
  }).toPass({ timeout: 20_000 });
}
