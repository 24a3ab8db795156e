import type { ChatPage } from '#stack/chatPage.ts';
import { expect } from '#stack/pages/expect.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { enterLine, pressMenu, tabAt } from '#stack/waysIn.ts';
import { Buyer } from './buyer.ts';
import type { Good, Way } from './goods.ts';
import { fromFile, fromPaste } from './lists.ts';
import { MAKER, openPanel, panelInSight, photoOf, publishes, type Seller } from './seller.ts';

/** What the ways need beside the official: the marketplace, and a page with pictures that is nobody's site. */
export interface Around {
  marketUrl: string;
  chat: ChatPage;
}

/** Every way in, for one product or the two of a list; each ends when what came in is live on the marketplace. */
export const WAYS: Record<Way, (seller: Seller, goods: Good[], around: Around) => Promise<void>> = {
  form: (seller, goods) => each(goods, (good) => byForm(seller, good)),
  line: (seller, goods) => each(goods, (good) => byLine(seller, good)),
  paste: (seller, goods) => fromPaste(seller, goods),
  file: (seller, goods) => fromFile(seller, goods),
  titip: (seller, goods, around) => each(goods, (good) => byVillager(seller, good, around)),
  jual: (seller, goods) => each(goods, (good) => byAddressBar(seller, good)),
  menu: (seller, goods, around) => each(goods, (good) => byMenu(seller, good, around)),
};

async function each(goods: Good[], sell: (good: Good) => Promise<void>): Promise<void> {
  for (const good of goods) await sell(good);
}

async function byForm(seller: Seller, good: Good): Promise<void> {
  const panel = await openPanel(seller);
  const { name, unit, price } = good;
  const maker = { producer: MAKER.name, phone: MAKER.phone };
  const description = `${name}, buatan warga sendiri.`;
  const photos = [await photoOf(seller, good)];
  await panel.fill({ name, price: `${price}rb`, unit, pack: '250', description, ...maker, photos });
  await panel.publish();
  if (seller.site.teach === null) await panel.done();
  else await seller.site.teach(seller.admin, panel);
}

async function byLine(seller: Seller, good: Good): Promise<void> {
  const panel = await openPanel(seller);
  await panel.addPhotos([await photoOf(seller, good)]);
  await panel.frame.locator('#quick-line').fill(`${lineOf(good)} wa ${MAKER.phone} oleh ${MAKER.name}`);
  await expect(panel.field('name')).toHaveValue(good.name);
  await panel.agree();
  await publishes(panel);
}

/** A neighbour sends it from a phone without script; the official opens it from the popup. */
async function byVillager(seller: Seller, good: Good, { marketUrl }: Around): Promise<void> {
  const { page: options } = await Options.open(seller.browser);
  const link = await options.locator('#titip input').inputValue();
  await options.close();
  const neighbour = new Buyer(marketUrl, seller.at);
  const photo = await photoOf(seller, good);
  await neighbour.open(link);
  await neighbour.send('form[enctype]', {
    ...{ name: good.name, price: `${good.price}rb`, unit: good.unit, description: 'Ikatan rotan.' },
    ...{ producer: 'Bu Wati', phone: `0812-9999-00${seller.at + 10}`, consent: 'ya' },
    photos: new File([new Uint8Array(photo.buffer)], photo.name, { type: photo.mimeType }),
  });
  neighbour.sees('Sudah sampai di');

  await seller.admin.bringToFront();
  await seller.site.begin(seller.admin);
  await Panel.launcher(seller.admin).waitFor();
  const popup = await Popup.open(seller.browser);
  await popup.page.getByRole('button', { name: `Buka titipan ${good.name}` }).click();
  await seller.admin.bringToFront();
  const panel = await panelInSight(seller, (patience) => Panel.opened(seller.admin, patience));
  await expect(panel.field('name')).toHaveValue(good.name);
  await panel.publish();
  await panel.done();
  await popup.page.close();
}

/** "jual", a blank and the line in the address bar; the window that opens is no page of the site's. */
async function byAddressBar(seller: Seller, good: Good): Promise<void> {
  await readyAdmin(seller);
  const window = await enterLine(seller.browser, lineOf(good));
  const panel = await Panel.opened(window);
  await expect(panel.field('name')).toHaveValue(good.name);
  await panel.addPhotos([await photoOf(seller, good)]);
  await saysMaker(panel);
  await publishes(panel);
  await window.close();
}

/** "Jual ini dengan Dodolan" over a picture of a chat, which brings photo and words. */
async function byMenu(seller: Seller, good: Good, { chat }: Around): Promise<void> {
  await readyAdmin(seller);
  const page = await seller.browser.context.newPage();
  await page.goto(chat.url);
  await page.waitForFunction(() => document.images.length > 0 && [...document.images].every((one) => one.naturalWidth));
  const srcUrl = await page.evaluate(() => document.images[0]?.src ?? '');
  const window = await pressMenu(seller.browser, { mediaType: 'image', srcUrl }, await tabAt(seller.browser, chat.url));
  const panel = await Panel.opened(window);
  await expect(window.locator('.photo-tile img')).toHaveCount(1);
  await expect(panel.field('price')).toHaveValue('25rb');
  await panel.field('name').fill(good.name);
  await panel.field('price').fill(`${good.price}rb`);
  await panel.field('unit').selectOption(good.unit);
  await saysMaker(panel);
  await publishes(panel);
  await window.close();
  await page.close();
}

/** A tab of the admin is open: the article of a product from elsewhere is written through it. */
async function readyAdmin({ admin, site }: Seller): Promise<void> {
  await site.begin(admin);
  await Panel.launcher(admin).waitFor();
}

async function saysMaker(panel: Panel): Promise<void> {
  await panel.field('producerName').fill(MAKER.name);
  await panel.field('producerPhone').fill(MAKER.phone);
  await panel.agree();
}

const lineOf = ({ name, price, unit }: Good): string => `${name} ${price}rb/${unit}`;
