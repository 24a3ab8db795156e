import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { ConsignmentList } from '#contract';
import { logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { listProduct } from '#scripts/bench/listing.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { TitipPage } from '#stack/pages/titip.ts';
import { picture } from '#stack/pictures.ts';
import { connectDevice } from '#stack/seed.ts';
import { needChromium } from '#stack/system.ts';

const HELD = 'Pesan Anda diperiksa dulu';
const SENT = 'Pesan Anda sudah terkirim';

let server: RunningServer;
let browser: Browser;
let dataDir: string;
let product: string;
let titip: string;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dodolan-pressure-'));
  // With a limit of 0 one question already counts as load, so the second question comes under load.
  server = await startServer({ port: 0, dataDir, pressureVillage: 0, log: logNothing });
  const village = await createVillage(server.deps, { name: 'Desa Dagan', sites: [], status: 'approved' });
  const token = await connectDevice(server.url, (await createInvite(server.deps, village.id)).code);
  const { id } = await listProduct(server.url, token, 1);
  product = `${server.url}/p/${id}`;
  const answer = await fetch(`${server.url}/v1/consignments`, { headers: { authorization: `Bearer ${token}` } });
  titip = ConsignmentList.parse(await answer.json()).link;
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function visit(javaScriptEnabled: boolean): Promise<{ page: Page; refused: string[] }> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  return { page, refused };
}

test('a flood: the browser works unseen while the buyer types; without script the message waits for a look', async () => {
  const { page: plain } = await visit(false);
  const calm = await ProductPage.open(plain, product);
  expect(await plain.locator('script:not([type])').count()).toBe(0);
  await calm.ask({ text: 'Yang pertama, masih tenang' });
  await expect(plain.getByText(SENT)).toBeVisible();

  const without = await ProductPage.open(plain, product);
  await without.ask({ text: 'Tanpa skrip' });
  await expect(plain.getByText(HELD)).toBeVisible();
  await expect(plain.getByText('Tanpa skrip')).toBeVisible();

  const { page, refused } = await visit(true);
  const shop = await ProductPage.open(page, product);
  expect(await page.locator('script:not([type])').count()).toBe(1);
  const before = await page.locator('#tanya').textContent();
  await page.locator('[name=text]').fill('Dengan skrip');
  await expect(page.locator('[name=jawaban]')).toHaveValue(/^\d+(\.\d+){7}$/);
  expect(await page.locator('#tanya').textContent()).toBe(before);
  await shop.ask({ text: 'Dengan skrip' });
  await expect(page.getByText(SENT)).toBeVisible();

  const quick = await visit(true);
  await ProductPage.open(quick.page, product);
  const said = await quick.page.locator('form[action*="/tanya"]').evaluate((form) => {
    if (!(form instanceof HTMLFormElement)) throw new Error('no form');
    for (const field of form.querySelectorAll<HTMLTextAreaElement>('[name=text]')) field.value = 'Cepat sekali';
    for (const field of form.querySelectorAll<HTMLInputElement>('[name=consent]')) field.checked = true;
    form.requestSubmit();
    return form.querySelector('[type=submit]')?.textContent;
  });
  expect(said).toContain('Sedang dikirim');
  await expect(quick.page.getByText(SENT)).toBeVisible();
  await expect(quick.page.getByText('Cepat sekali')).toBeVisible();
  expect([...refused, ...quick.refused], 'the policy lets the script and its worker run').toEqual([]);
});

test('a flood of “Titip jual”: the browser solves it beside the photo; without script it comes in all the same', async () => {
  const photos = [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('keripik', '#cfd8c2', 640) }];
  const goods = { price: '10rb', maker: 'Bu Wati', phone: '0812-9999-0004', photos };
  const send = async (page: Page, name: string) => {
    const form = await TitipPage.open(page, titip);
    await form.fill({ name, ...goods });
    await form.send();
    await expect(page.getByRole('heading', { name: 'Sudah sampai di Desa Dagan' })).toBeVisible();
  };
  const { page: plain } = await visit(false);
  await send(plain, 'Yang pertama');
  await send(plain, 'Tanpa skrip');
  const { page, refused } = await visit(true);
  await TitipPage.open(page, titip);
  expect(await page.locator('script:not([type])').count()).toBe(2);
  await page.locator('#isi-name').fill('Dengan skrip');
  await expect(page.locator('[name=jawaban]')).toHaveValue(/^\d+(\.\d+){7}$/);
  await send(page, 'Dengan skrip');
  expect(refused, 'the policy lets the scripts and the worker run').toEqual([]);
  const rows = await server.deps.db.selectFrom('consignments').select(['said', 'unproven']).execute();
  const found = rows.map(({ said, unproven }) => [said?.name, unproven]).sort();
  expect(found).toEqual([
    ['Dengan skrip', false],
    ['Tanpa skrip', true],
    ['Yang pertama', false],
  ]);
});
