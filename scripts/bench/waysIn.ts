import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { startChatPage } from '#stack/chatPage.ts';
import { startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import { enterLine, pressMenu, tabAt } from '#stack/waysIn.ts';
import { startWordPress } from '#stack/wordpress.ts';
import { buildExtension } from './build.ts';
import { Hand } from './hand.ts';
import type { Bench, Row } from './measure.ts';

/** From the open panel to "on the marketplace", at a person's speed: 200 ms a key, 1 s a click, and what the machine takes. */
export const waysIn: Bench = async (say) => {
  buildExtension('e2e');
  const [wordpress, market] = await Promise.all([startWordPress(), startMarket()]);
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
    const admin = await browser.context.newPage();
    await admin.goto(wordpress.signInUrl('admin'));
    const ways: [string, (admin: Page) => Promise<Hand>, budget: string][] = [
      [
        'first product by one line',
        (page) => oneLine(page, 'Gula semut 250gr 25rb/bks wa 081234567890 oleh Bu Siti', true),
        '',
      ],
      [
        'the next product of the same maker by one line',
        (page) => oneLine(page, 'Kopi bubuk 250gr 35rb/bks', false),
        '≤ 10 s',
      ],
      ['a product by a picture of a chat, with its words', () => fromPicture(browser), ''],
      [
        'a product by one line in the address bar',
        () => fromAddressBar(browser, 'Jahe merah 250gr 18rb/bks wa 081234567890 oleh Bu Siti'),
        '',
      ],
      ['ten products from one pasted list', (page) => pastedList(page, 10), '≤ 60 s'],
      ['forty products from a spreadsheet', spreadsheet, '≤ 240 s'],
      ['forty products from an exported chat', chat, '≤ 240 s'],
    ];
    const rows: Row[] = [];
    for (const [what, way, budget] of ways) {
      say(what);
      const hand = await way(admin);
      const figure = `${hand.keys} keys, ${hand.clicks} clicks, ${hand.seconds.toFixed(1)} s`;
      rows.push({ what, figure, floor: '', ratio: '', budget: budget === '' ? '' : `(${budget})`, verdict: 'told' });
    }
    return rows;
  } finally {
    await browser.close();
    await Promise.all([market.stop(), wordpress.stop()]);
  }
};

/** Right click, the menu's line, the unit, the maker from the address book, and "Terbitkan". */
async function fromPicture(browser: ExtensionBrowser): Promise<Hand> {
  const hand = new Hand();
  const chat = await startChatPage();
  const page = await browser.context.newPage();
  try {
    await page.goto(chat.url);
    await page.waitForFunction(() => [...document.images].every((one) => one.naturalWidth > 0));
    const srcUrl = await page.evaluate(() => document.images[1]?.src ?? '');
    const info = { mediaType: 'image', srcUrl };
    let window: Page | undefined;
    await hand.does({ clicks: 2 }, async () => {
      window = await pressMenu(browser, info, await tabAt(browser, chat.url));
      await (await Panel.opened(window)).frame.locator('.photo-tile img').waitFor();
    });
    if (window === undefined) throw new Error('no panel was opened');
    const panel = await Panel.opened(window);
    await hand.does({ clicks: 1, keys: 2 }, () => panel.field('unit').selectOption('bungkus'));
    // Nobody has said who makes it: she is chosen from the address book.
    await hand.does({ clicks: 1 }, () => panel.field('producerName').click());
    await hand.does({ clicks: 1 }, () => panel.frame.locator('.makers-option').first().click());
    await publishOwn(panel, hand);
  } finally {
    await page.close();
    chat.stop();
  }
  return hand;
}

/** Ctrl+L, "jual", a blank, the line and Enter; a picture that was copied is pasted, and "Terbitkan". */
async function fromAddressBar(browser: ExtensionBrowser, line: string): Promise<Hand> {
  const hand = new Hand();
  const buffer = await photo(line);
  const window = browser.context.waitForEvent('page');
  await hand.does({ keys: 2 + 5 + line.length + 1 }, () => enterLine(browser, line));
  const panel = await Panel.opened(await window);
  await hand.does({ keys: 2 }, () => panel.addPhotos([{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer }]));
  await publishOwn(panel, hand);
  return hand;
}

async function publishOwn(panel: Panel, hand: Hand): Promise<void> {
  await panel.page.bringToFront();
  await hand.does({ keys: 2 }, () => panel.publish());
  await hand.waits(() => panel.frame.locator('.done').waitFor({ timeout: 60_000 }));
  await panel.page.close();
}

async function oneLine(admin: Page, line: string, isFirst: boolean): Promise<Hand> {
  const hand = new Hand();
  const buffer = await photo(line);
  await admin.reload();
  const panel = await Panel.open(admin);
  // The shortcut opens the panel with the caret in the line.
  hand.keys += 3;
  await hand.does({ keys: line.length }, () => panel.frame.locator('#quick-line').fill(line));
  // Ctrl+V of a picture that was copied.
  await hand.does({ keys: 2 }, () => panel.addPhotos([{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer }]));
  // Nobody ticks for a maker whose name is not there yet.
  if (isFirst) {
    await hand.does({}, () => expect(panel.field('producerName')).not.toHaveValue(''));
    await hand.does({ clicks: 1 }, () => panel.field('consent').check());
  }
  await hand.does({ keys: 2 }, () => panel.publish());
  await hand.waits(() => panel.frame.locator('.done').waitFor({ timeout: 60_000 }));
  return hand;
}

const GOODS = ['Gula', 'Kopi', 'Madu', 'Keripik', 'Emping', 'Sapu', 'Nanas', 'Jahe', 'Batik', 'Tempe'];
const names = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${GOODS[at % 10]} ${'abcdefgh'[Math.floor(at / 10)]}${'klmnopqrst'[at % 10]}`,
  );

async function pastedList(admin: Page, count: number): Promise<Hand> {
  const hand = new Hand();
  const lines = names(count).map((name, at) => `${at + 1}. ${name} 250gr ${10 + at}rb/bungkus`);
  const text = `${lines.join('\n')}\n\nWA Bu Siti 081234567890`;
  const files = await photos(count, 'daftar');
  await admin.reload();
  const { frame } = await Panel.open(admin);
  await hand.does({ keys: 2 }, () => frame.locator('#quick-line').fill(text));
  await hand.does({ clicks: 1 }, () => frame.getByRole('button', { name: 'Periksa daftarnya' }).click());
  // "Tambah foto", all of them at once, "Open".
  await hand.does({ clicks: 2, keys: 2 }, () => frame.locator('.list-photos input').setInputFiles(files));
  await publishList(frame, hand, count);
  return hand;
}

async function spreadsheet(admin: Page): Promise<Hand> {
  const hand = new Hand();
  const rows = names(40).map((name, at) => `Lembar ${name};${10_000 + at * 500};bungkus;Bu Siti;081234567890`);
  const csv = `Nama;Harga;Satuan;Pembuat;No WA\n${rows.join('\n')}`;
  const files = await photos(40, 'tabel');
  await admin.reload();
  const { frame } = await Panel.open(admin);
  // The button, the file, "Open".
  await hand.does({ clicks: 3 }, () =>
    frame
      .locator('.list-file input')
      .setInputFiles({ name: 'harga.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }),
  );
  await hand.does({ clicks: 1 }, () => frame.getByRole('button', { name: 'Buat daftar 40 produk' }).click());
  await hand.does({ clicks: 2, keys: 2 }, () => frame.locator('.list-photos input').setInputFiles(files));
  await publishList(frame, hand, 40);
  return hand;
}

async function chat(admin: Page): Promise<Hand> {
  const hand = new Hand();
  const files: Record<string, Uint8Array> = {};
  const lines: string[] = [];
  for (const [at, name] of names(40).entries()) {
    files[`IMG-${at}.jpg`] = new Uint8Array(await photo(`obrolan ${at}`));
    lines.push(
      `26/11/25 14.03 - Bu Siti: IMG-${at}.jpg (file terlampir)`,
      `Obrolan ${name} 250gr ${10 + at}rb/bungkus`,
    );
  }
  files['Chat WhatsApp.txt'] = strToU8(lines.join('\n'));
  const zip = { name: 'Chat.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(files, { level: 0 })) };
  await admin.reload();
  const { frame } = await Panel.open(admin);
  await hand.does({ clicks: 3 }, () => frame.locator('.list-file input').setInputFiles(zip));
  await hand.waits(() => frame.locator('.list-candidate').first().waitFor());
  await hand.does({ clicks: 1 }, () => frame.getByRole('button', { name: /Tampilkan lagi/ }).click());
  await hand.does({ clicks: 40 }, async () => {
    for (const row of await frame.locator('.list-candidate').all()) await row.click();
  });
  await hand.does({ clicks: 1 }, () => frame.getByRole('button', { name: 'Buat daftar 40 produk' }).click());
  await hand.waits(() => frame.locator('#list-name-39').waitFor({ timeout: 120_000 }));
  const phone = '081234567890';
  await hand.does({ clicks: 2, keys: phone.length + 7 }, async () => {
    await frame.locator('#list-all-producerName').fill('Bu Siti');
    await frame.locator('#list-all-producerPhone').fill(phone);
  });
  await publishList(frame, hand, 40);
  return hand;
}

/** The tick where it is still asked for, "Terbitkan", and until the marketplace has all of them. */
async function publishList(frame: Panel['frame'], hand: Hand, count: number): Promise<void> {
  await hand.waits(() =>
    frame
      .locator('.list-photo img')
      .nth(count - 1)
      .waitFor({ timeout: 180_000 }),
  );
  const tick = frame.locator('#list-all-consent');
  if (!(await tick.isChecked())) await hand.does({ clicks: 1 }, () => tick.check());
  await hand.does({ clicks: 1 }, async () => {
    for (let presses = 0; presses < 5 && (await frame.locator('.list-published').count()) < count; presses++) {
      await frame.locator('.publish-button button').first().click();
      await frame.locator('button[aria-busy=true]').waitFor({ state: 'detached', timeout: 120_000 });
    }
  });
  await hand.waits(() =>
    frame
      .getByText(new RegExp(`^${count} dari ${count} produk`))
      .first()
      .waitFor({ timeout: 300_000 }),
  );
  await frame.locator('.publish-button button').first().click();
}

const photo = (seed: string) =>
  picture('gula-semut', `hsl(${Math.abs(hash(seed)) % 360} ${30 + (Math.abs(hash(`${seed}.`)) % 50)}% 80%)`, 640);

async function photos(count: number, seed: string) {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      name: `${seed}${at}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photo(`${seed} ${at}`),
    })),
  );
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return sum;
}
