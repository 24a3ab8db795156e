import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './stack/browser.ts';
import { performJourney } from './stack/journey.ts';
import { startMarket } from './stack/market.ts';
import { connectDevice, GOODS, listGoods } from './stack/seed.ts';
import { settle } from './stack/settle.ts';
import { needChromium } from './stack/system.ts';
import { startWordPress } from './stack/wordpress.ts';

/**
 * `npm start`: starts everything on this machine: the marketplace with neighbour villages, a real WordPress of "Desa
 * Dagan", and a browser with the extension built, loaded, connected and signed in. Without a display (or with
 * `--headless`) it performs the journey by itself and saves screenshots. It keeps serving until it is stopped.
 */
const say = (line: string) => console.log(line);
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const began = Date.now();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || process.argv.includes('--headless');
const data = join('.data', 'start');
const isFirst = !existsSync(data);
mkdirSync(data, { recursive: true });

needChromium();
build();
const [market, wordpress] = await Promise.all([
  startMarket({ port: 8787, dataDir: join(data, 'marketplace') }),
  startWordPress({ port: 8880, dataDir: join(data, 'wordpress'), say }),
]);
if (isFirst) await seed();
say(`Pasar bersama / marketplace   ${market.url}`);
say(`Situs Desa Dagan / WordPress  ${wordpress.url}  (admin / ${wordpress.users.admin.password})`);

const browser = await openBrowser({ headless, ...(!headless && { viewport: null }) });
await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
const admin = await browser.context.newPage();
await admin.goto(wordpress.signInUrl('admin'));
say(`Siap setelah / ready after ${seconds(began)}.`);

if (headless) {
  const folder = join('.data', 'screenshots');
  try {
    const { productUrl, postUrl, threadUrl } = await performJourney(browser, admin, folder, say);
    say(`Produk / product   ${productUrl}\nArtikel / post     ${postUrl}\nPercakapan / thread ${threadUrl}`);
    say(`Tangkapan layar / screenshots: ${folder}`);
    say(`Dari perintah sampai selesai / from the command to the end: ${seconds(began)}.`);
  } catch (error) {
    for (const [index, page] of browser.context.pages().entries())
      await page.screenshot({ path: join(folder, `failed-${index}.png`) });
    console.error(
      `Perjalanan berhenti / the journey stopped; what was on the screen is in ${folder}/failed-*.png\n`,
      error,
    );
    process.exitCode = 1;
    await stop();
  }
} else {
  say(
    'Klik "Jual produk" di menu admin, atau tekan Alt+Shift+J. / Click "Jual produk" in the admin menu, or press Alt+Shift+J.',
  );
}
say('Ctrl+C untuk berhenti / to stop.');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await browser.close().catch(() => {});
  await Promise.all([market.stop(), wordpress.stop()]);
  process.exit();
}

function build(): void {
  say('Membangun ekstensi / building the extension …');
  const { status } = spawnSync('wxt', ['build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DODOLAN_E2E: '1' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Makes the neighbour villages with their products, through the public API. */
async function seed(): Promise<void> {
  for (const [name, goods] of Object.entries(GOODS)) {
    const siteUrl = `https://${name.replace('Desa ', '').toLowerCase()}.desa.id`;
    const invite = (await market.invite(name, siteUrl)).split('/undang/')[1] ?? '';
    await listGoods(market.url, await connectDevice(market.url, invite), siteUrl, goods);
  }
}
