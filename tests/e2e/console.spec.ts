import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, expect, type Page, test } from '@playwright/test';
import { runCommand } from '#marketplace/admin/commands.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import { logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { misfits } from '#scripts/look/misfits.ts';
import { needChromium } from '#stack/system.ts';
import { faults } from './pages/faults.ts';

let market: RunningServer;
let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dodolan-console-'));
  // Browsers know passkeys for a name alone, and `localhost` is one.
  const port = await freePort();
  const where = { host: '127.0.0.1', port, baseUrl: `http://localhost:${port}`, dataDir: folder };
  market = await startServer({ ...settingsFromEnv({}), ...where, log: logNothing });
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(async () => {
  await browser.close();
  await market.stop();
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const address = (path: string) => market.deps.config.baseUrl + path;
const command = (...argv: string[]) => runCommand(market.deps, argv, 'id');

/** A phone or a computer that keeps passkeys; `isPerson`: it makes sure of who holds it. */
async function authenticator(page: Page, isPerson = true): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isPerson,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

/** Comes in by the link that the command line prints for this browser. */
async function enterByLink(page: Page, name: string): Promise<void> {
  await page.goto(address('/pengelola/akun'));
  const code = (await page.locator('.code-shown').textContent()) ?? '';
  const { text } = await command('operator-link', name, code);
  const path = /\/pengelola\/masuk\/[0-9a-z]+/.exec(text)?.[0] ?? '';
  await page.goto(address(path));
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL(/\/pengelola(\?|$)/);
}

test('an operator comes in by a link, adds a passkey, and comes in by it', async () => {
  await command('operator', 'Bu Rina');
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await authenticator(page);
  await enterByLink(page, 'Bu Rina');
  await page.goto(address('/pengelola/akun'));
  await page.getByLabel(/Nama kunci baru/).fill('HP saya');
  await page.getByRole('button', { name: 'Tambah kunci' }).click();
  await expect(page.getByText('HP saya')).toBeVisible();
  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await page.waitForURL(/\/pengelola\/masuk/);
  await page.goto(address('/pengelola/catatan?sebelum=99'));
  await page.getByRole('button', { name: 'Masuk dengan kunci' }).click();
  await page.waitForURL(address('/pengelola/catatan?sebelum=99'));
  await expect(page.getByText('menambah kunci')).toBeVisible();
  await page.close();
});

test('a passkey that does not make sure of the person lets nobody in, and says so', async () => {
  await command('operator', 'Pak Joko');
  const page = await browser.newPage();
  const { session, id } = await authenticator(page);
  await enterByLink(page, 'Pak Joko');
  await page.goto(address('/pengelola/akun'));
  await page.getByLabel(/Nama kunci baru/).fill('Laptop');
  await page.getByRole('button', { name: 'Tambah kunci' }).click();
  await expect(page.getByText('Laptop')).toBeVisible();
  await page.getByRole('button', { name: 'Keluar', exact: true }).click();
  await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
  await page.getByRole('button', { name: 'Masuk dengan kunci' }).click();
  await expect(page.getByRole('alert')).toHaveText('Kunci tidak diterima. Coba lagi, atau pakai tautan.');
  await page.goto(address('/pengelola/akun'));
  await expect(page).toHaveURL(/\/pengelola\/masuk/);
  await page.close();
});

test('the door and the account hold on a phone and a desk, also without script', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await command('operator', 'Bu Sari');
  await enterByLink(page, 'Bu Sari');
  const found: Record<string, string[]> = {};
  const looked = await browser.newPage();
  await looked.context().addCookies(await page.context().cookies());
  for (const path of [
    '/pengelola/masuk',
    '/pengelola/akun',
    '/pengelola/pengelola',
    '/pengelola/catatan',
    '/pengelola/angka',
    '/pengelola/pengaturan',
  ]) {
    await page.goto(address(path));
    await expect(page.locator('h1')).toBeVisible();
    for (const width of [360, 1280]) {
      await looked.setViewportSize({ width, height: 800 });
      await looked.goto(address(path));
      const wrong = [...(await faults(looked)), ...(await misfits(looked))];
      if (wrong.length > 0) found[`${path} ${width}`] = wrong;
    }
  }
  expect(found).toEqual({});
  await page.close();
  await looked.close();
});
