import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { InquiryPage } from '#contract';
import { newId } from '#contract/newId.ts';
import { logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { listProduct } from '#scripts/bench/listing.ts';
import { connectDevice } from '#stack/seed.ts';
import { needChromium } from '#stack/system.ts';
import { bodyOf, saidIn, startMailServer } from '#tests/marketplace/notify/mailServer.ts';

const VILLAGES = ['Desa Dagan', 'Desa Serang', 'Desa Kutabawa', 'Desa Siwarak'];

let mail: Awaited<ReturnType<typeof startMailServer>>;
let server: RunningServer;
let browser: Browser;
let page: Page;
let dataDir: string;
const tokens = new Map<string, string>();

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dodolan-several-'));
  mail = await startMailServer();
  server = await startServer({ port: 0, dataDir, mail: mail.settings, log: logNothing });
  for (const [n, name] of VILLAGES.entries()) {
    const where = { district: `Kecamatan ${n + 1}`, regency: 'Purbalingga' };
    const village = await createVillage(server.deps, { name, sites: [], status: 'approved', ...where });
    const token = await connectDevice(server.url, (await createInvite(server.deps, village.id)).code);
    await listProduct(server.url, token, 1, { name: 'Gula semut', price: 25_000 + n * 1000 });
    tokens.set(name, token);
  }
  const village = await createVillage(server.deps, { name: 'Desa Lain', sites: [], status: 'approved' });
  const token = await connectDevice(server.url, (await createInvite(server.deps, village.id)).code);
  await listProduct(server.url, token, 1, { name: 'Keripik pisang' });
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
  page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  ).newPage();
});
test.afterAll(async () => {
  await browser.close();
  await server.stop();
  await mail.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function answer(name: string, text: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${tokens.get(name)}`, 'content-type': 'application/json' };
  const list = await fetch(`${server.url}/v1/inquiries`, { headers });
  const [thread] = InquiryPage.parse(await list.json()).inquiries;
  if (!thread) throw new Error(`${name} was not asked`);
  const body = JSON.stringify({ kind: 'reply', text });
  await fetch(`${server.url}/v1/inquiries/${thread.id}/messages/${newId()}`, { method: 'PUT', headers, body });
  return thread.askedElsewhere;
}

test('a buyer without script finds gula semut near Purbalingga, asks three villages at once, leaves an e-mail address and is told of the answers', async () => {
  await page.goto(server.url);
  await page.locator('main [name=q]').fill('gula semut purbalingga');
  await page.locator('main search button').click();
  await page.getByRole('link', { name: /4 desa di Kab. Purbalingga menjual gula semut/ }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gula semut: 4 desa di Kab. Purbalingga');
  await expect(page.getByText('Termurah Rp100.000/kg')).toBeVisible();
  const asked = ['Desa Serang', 'Desa Kutabawa', 'Desa Siwarak'];
  for (const name of asked) await page.getByLabel(`Tanya ${name}`).check();
  await page.getByRole('link', { name: 'Tulis pertanyaan' }).click();
  await page.getByLabel('Pesan Anda').fill('Bisa diambil hari Sabtu?');
  await page.getByLabel('Jumlah yang Anda perlukan').fill('10 kg');
  await page.getByLabel('Nama Anda').fill('Rina');
  await page.locator('[name=email]').fill('rina@contoh.example');
  await page.locator('[name=consent]').check();
  await page.getByRole('button', { name: 'Kirim ke desa yang dicentang' }).click();

  await expect(page).toHaveURL(/\/tanya\/semua\/[0-9a-z]{38}(#|$)/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pertanyaan Anda ke 3 desa');
  for (const name of asked) await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('Pesan Anda sudah terkirim')).toHaveCount(3);

  expect(await answer('Desa Serang', 'Bisa, sampai jam dua.')).toBe(2);
  await answer('Desa Siwarak', 'Maaf, Sabtu libur.');
  const told = () => mail.mails.map(bodyOf).join('\n');
  for (const name of ['Desa Serang', 'Desa Siwarak']) await expect.poll(told, { timeout: 60_000 }).toContain(name);
  // The address it goes to holds the buyer's own name.
  const said = mail.mails.map(saidIn).join('\n').replaceAll('rina@contoh.example', '');
  expect(said).not.toMatch(/Rina|Sabtu|gula|Rp/i);
  await page.getByRole('link', { name: 'Lihat jawaban terbaru' }).click();
  await expect(page.getByText('Bisa, sampai jam dua.')).toBeVisible();
  await expect(page.getByText('Maaf, Sabtu libur.')).toBeVisible();

  await page.getByRole('link', { name: 'Buka percakapan dengan Desa Serang' }).click();
  await expect(page.getByText('Jumlah: 10 kg')).toBeVisible();
  await page.getByLabel('Tulis pesan').fill('Terima kasih, saya ke sana.');
  await page.getByRole('button', { name: 'Kirim pesan' }).click();
  await expect(page.getByText('Terima kasih, saya ke sana.')).toBeVisible();
});
