import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, expect, type Page, test } from '@playwright/test';
import { logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { listProduct } from '#scripts/bench/listing.ts';
import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Popup } from '#stack/pages/popup.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { connectDevice } from '#stack/seed.ts';
import { needChromium } from '#stack/system.ts';
import { bodyOf, type Received, startMailServer } from '#tests/marketplace/notify/mailServer.ts';
import { startPushService, vapidKeys } from '#tests/marketplace/notify/pushService.ts';

let mail: Awaited<ReturnType<typeof startMailServer>>;
let push: Awaited<ReturnType<typeof startPushService>>;
let server: RunningServer;
let browser: Browser;
let dataDir: string;
let token: string;
let product: string;
let villageId: string;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dodolan-answers-'));
  [mail, push] = await Promise.all([startMailServer(), startPushService()]);
  const settings = { mail: mail.settings, vapid: vapidKeys(), allowPrivateHosts: true };
  server = await startServer({ port: 0, dataDir, log: logNothing, ...settings });
  const village = await createVillage(server.deps, { name: 'Desa Dagan', sites: [], status: 'approved' });
  villageId = village.id;
  token = await connectDevice(server.url, (await createInvite(server.deps, village.id)).code);
  product = `${server.url}/p/${(await listProduct(server.url, token, 1)).id}`;
  browser = await chromium.launch({
    executablePath: needChromium(),
    headless: false,
    args: ['--headless=new', '--no-sandbox'],
  });
});
test.afterAll(async () => {
  await browser.close();
  await server.stop();
  push.stop();
  await mail.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** As narrow as a cheap phone. */
async function visitor(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  return context.newPage();
}
/** What a computer of the village shows as a QR code. */
async function pairing(): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${server.url}/v1/pairings`, { method: 'POST', headers });
  return (await answer.json()).url;
}
async function pair(phone: Page, link: string, name = 'HP Bu Sekdes'): Promise<void> {
  await phone.goto(link);
  await phone.locator('[name=name]').fill(name);
  await phone.getByRole('button', { name: 'Pasangkan' }).click();
  await expect(phone).toHaveURL(`${server.url}/jawab`);
}
const linkIn = (received: Received | undefined, path: RegExp) => path.exec(bodyOf(received as Received))?.[0] ?? '';

test('without script: a buyer leaves an e-mail address, an official answers from a phone, the mail leads to the answer', async () => {
  const phone = await visitor(false);
  await pair(phone, await pairing());
  const buyer = await visitor(false);
  const page = await ProductPage.open(buyer, product);
  await buyer.locator('[name=email]').fill('rina@contoh.example');
  await page.ask({ text: 'Bisa 20 ribu?', offer: { price: '20.000', quantity: '10' }, name: 'Rina' });

  await phone.reload();
  await phone.getByRole('link', { name: /Rina/ }).click();
  await phone.getByText('Tawar balik', { exact: true }).click();
  await phone.locator('[name=price]').fill('23rb');
  await phone.getByRole('button', { name: 'Kirim tawaran balik' }).click();
  await expect(phone.getByText('Sudah terkirim ke pembeli.')).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await expect.poll(() => mail.mails.length).toBe(1);
  const reader = await visitor(false);
  await reader.goto(linkIn(mail.mails[0], /http:\/\/\S+\/tanya\/\w+/));
  await expect(reader.getByRole('heading', { name: 'Desa Dagan menawar balik' })).toBeVisible();
  await reader.getByRole('button', { name: /^Setuju/ }).click();
  await expect(reader.getByRole('heading', { name: 'Sepakat, belum bayar' })).toBeVisible();
});

/** The worker of a page, as the browser knows it. */
async function registrationOf(session: CDPSession, scope: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === scope);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return found;
}

/** Presses the page's button in a browser that subscribes at the tests' push service: this Chromium has none of its own. */
async function beTold(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin: server.url });
  await page.addInitScript((subscription) => {
    PushManager.prototype.subscribe = async () => subscription as never;
  }, push.subscription());
  await page.reload();
  await page.locator('#kabari > summary').click();
  await page.getByRole('button', { name: 'Kabari lewat HP atau komputer ini' }).click();
  await expect(page.getByText('Perangkat ini akan dikabari.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kabari lewat HP atau komputer ini' })).toBeHidden();
}

/** Delivers what the service sent, as the push service of the browser would, and answers what is shown. */
async function shown(page: Page, scope: string, data: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session, scope);
  // A push to a worker that is still being installed is lost, and no push service sends one that early.
  const state = () =>
    page.evaluate(async (at) => (await navigator.serviceWorker.getRegistration(at))?.active?.state, scope);
  await expect.poll(state).toBe('activated');
  await session.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data });
  const titles = () =>
    page.evaluate(async (at) => {
      const registration = await navigator.serviceWorker.getRegistration(at);
      return ((await registration?.getNotifications()) ?? []).map(({ title, body }) => `${title}${body}`);
    }, scope);
  await expect.poll(async () => (await titles()).length).toBe(1);
  return titles();
}

test("a buyer's browser and a paired phone show what they are sent, and nothing that names anybody", async () => {
  const phone = await visitor(true);
  await pair(phone, await pairing());
  await beTold(phone);
  const buyer = await visitor(true);
  const asked = await (await ProductPage.open(buyer, product)).ask({ text: 'Masih ada gula?', name: 'Budi' });
  const thread = asked.replace(/#.*/, '');
  await expect.poll(() => push.pushes.length).toBe(1);
  expect(await shown(phone, `${server.url}/jawab/`, push.pushes[0]?.text ?? '')).toEqual(['Ada pertanyaan baru']);

  await beTold(buyer);
  await phone.goto(`${server.url}/jawab`);
  await phone.getByRole('link', { name: /Budi/ }).click();
  await phone.locator('[name=text]').last().fill('Masih, Kak Budi.');
  await phone.getByRole('button', { name: 'Kirim balasan' }).click();
  await expect.poll(() => push.pushes.length).toBe(2);
  expect(await shown(buyer, thread, push.pushes[1]?.text ?? '')).toEqual(['Ada jawaban dari Desa Dagan']);
});

test('the options pair a phone by its code, show it as a phone, and end it at once', async () => {
  const extension = await openBrowser({ headless: true });
  try {
    const popup = await Popup.open(extension);
    await popup.connect((await createInvite(server.deps, villageId)).url);
    const { page } = await Options.open(extension);
    await page.getByRole('button', { name: 'Pasangkan HP' }).click();
    await expect(page.getByRole('img', { name: 'Kode QR untuk memasangkan HP' })).toBeVisible();
    const phone = await visitor(false);
    await pair(phone, await page.getByLabel('Atau buka alamat ini di HP').inputValue(), 'HP Pak Kades');
    const row = page.locator('.rows-item', { hasText: 'HP Pak Kades' });
    await expect(row.getByText('HP', { exact: true })).toBeVisible();
    await row.getByRole('button', { name: 'Cabut' }).click();
    await expect(row).toBeHidden();
    await phone.reload();
    await expect(phone.getByRole('heading', { name: 'HP ini belum dipasangkan' })).toBeVisible();
  } finally {
    await extension.close();
  }
});
