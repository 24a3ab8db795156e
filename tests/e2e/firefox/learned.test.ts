import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Firefox, openFirefox, PATIENCE_MS } from '#stack/firefox.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { picture } from '#stack/pictures.ts';
import { UPLOADS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { EVERY_VARIANT } from '#tests/support/variants.ts';
import { press } from './pages/hands.ts';
import { sell, signedIn } from './pages/village.ts';

let market: Market;
let firefox: Firefox;
let site: VillageSite;
const pictures = mkdtempSync(join(tmpdir(), 'dodolan-pictures-'));
const photo = join(pictures, 'gula.jpg');

beforeAll(async () => {
  market = await startMarket();
  writeFileSync(photo, await picture('gula-semut'));
}, 300_000);
afterAll(async () => {
  await market?.stop();
  rmSync(pictures, { recursive: true, force: true });
}, 60_000);
beforeEach(async () => {
  firefox = await openFirefox();
});
afterEach(async () => {
  await firefox.close();
  await site.stop();
});

/** Presses the first button of the lesson's note, which stands in a closed shadow root at the foot of the page. */
async function pressInNote(page: Page): Promise<void> {
  const at = await page.evaluate(() => {
    const left = (innerWidth - Math.min(560, innerWidth - 24)) / 2;
    const point = { x: left + 60, y: innerHeight - 50 };
    const isNote = document.elementFromPoint(point.x, point.y)?.parentElement === document.documentElement;
    return isNote ? point : null;
  });
  if (at === null) throw new Error('no note');
  await page.mouse.click(at.x, at.y);
}

const SITES: [string, Partial<VillageOptions>][] = [
  ['a form', { flavour: 'ci3', editor: 'ckeditorLike', picture: 'optionalFile' }],
  ['FilePond', { flavour: 'jsonMultipart', editor: 'quillLike', picture: 'filepond' }],
];
/** In Chromium these are in every run. */
const MORE_SITES: typeof SITES = [
  ['a script that sends JSON', { flavour: 'json', editor: 'quillLike' }],
  ['Dropzone', { flavour: 'ci3', editor: 'quillLike', picture: 'dropzone' }],
];

/** A person signed in on such a site has shown one save of it. */
async function shown(traits: Partial<VillageOptions>): Promise<Page> {
  site = await startVillageSite(traits);
  const page = await signedIn(firefox, market, site);
  await page.goto(site.url + site.admin.form);

  const first = await sell(page, photo, 'Gula semut 250gr 25rb/bungkus stok 40 wa 081200000001 oleh Bu Siti');
  await press(first.frame, '::-p-text(Tunjukkan sekali)');
  await vi.waitFor(async () => expect(await first.isShown()).toBe(false), { timeout: PATIENCE_MS });
  const isGiven = async () => {
    await pressInNote(page);
    expect(await page.$eval('#judul', (input) => (input as HTMLInputElement).value)).toBe('Gula semut');
  };
  await vi.waitFor(isGiven, { timeout: PATIENCE_MS, interval: 500 });
  if (['dropzone', 'filepond'].includes(site.options.picture))
    await page.waitForSelector('.dz-success, [data-filepond-item-state=processing-complete]');
  await press(page, 'form button[type=submit]');
  await page.waitForSelector('table');
  await vi.waitFor(() => expect(site.articles()).toHaveLength(4), { timeout: PATIENCE_MS });
  // What was learned gives the list its own launcher.
  await page.waitForSelector('::-p-text(Jual produk)');
  return page;
}

test.each([...SITES, ...(EVERY_VARIANT ? MORE_SITES : [])])(
  '%s: shown once, then written by one press',
  async (_, traits) => {
    const page = await shown(traits);
    const second = await sell(page, photo, 'Keripik singkong 15rb/bungkus wa 081200000001 oleh Bu Siti');
    const post = await second.frame.waitForSelector('a::-p-text(Lihat di situs desa)');
    const [, , , , added, ...more] = site.articles();
    expect(more).toEqual([]);
    expect(added).toMatchObject({ title: 'Keripik singkong', isPublished: true });
    if (UPLOADS.includes(site.options.picture)) expect(added?.picture).toContain('sementara');
    const article = await (await fetch((await post?.evaluate((a) => a.getAttribute('href'))) ?? '')).text();
    expect(article).toContain(`href="${market.url}/p/`);
    expect(site.foreignUntouched()).toBe(true);
  },
);

const DRIVEN: [string, Partial<VillageOptions>][] = [
  ['Livewire', { flavour: 'driven', editor: 'textarea', picture: 'uploadFirst', category: 'none' }],
];
const MORE_DRIVEN: typeof DRIVEN = [['every article in each save', { flavour: 'whole', editor: 'quillLike' }]];

test.each([...DRIVEN, ...(EVERY_VARIANT ? MORE_DRIVEN : [])])(
  '%s: shown once, then written in sight after “write now”',
  async (_, traits) => {
    const page = await shown(traits);
    const second = await sell(page, photo, 'Keripik singkong 15rb/bungkus wa 081200000001 oleh Bu Siti');
    await press(second.frame, 'button::-p-text(Tulis sekarang)');
    await vi.waitFor(() => expect(site.articles()).toHaveLength(5), { timeout: PATIENCE_MS });
    await page.bringToFront();
    await second.frame.waitForSelector('a::-p-text(Lihat di situs desa)');
    expect(site.articles().at(-1)).toMatchObject({ title: 'Keripik singkong', isPublished: true });
    expect(site.articles()).toHaveLength(5);
    expect(site.foreignUntouched()).toBe(true);
  },
);
