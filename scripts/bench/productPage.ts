import { chromium, type Request } from '@playwright/test';
import { connectDevice } from '#stack/seed.ts';
import { needChromium } from '#stack/system.ts';
import { listProduct } from './listing.ts';
import { type Bench, size } from './measure.ts';
import { startServerProcess } from './serverProcess.ts';

/** A cheap phone: 360 px wide, two dots a pixel. */
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** What a buyer's phone loads for one product with three photos and neighbours in the same village. */
export const productPage: Bench = async () => {
  const server = await startServerProcess(null);
  const browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
  try {
    const token = await connectDevice(server.url, server.invite);
    for (const name of ['Gula kelapa cetak', 'Keripik pisang', 'Kopi robusta'])
      await listProduct(server.url, token, 1, { name });
    const { id, photos } = await listProduct(server.url, token, 3);

    const loaded: Request[] = [];
    const page = await (await browser.newContext(PHONE)).newPage();
    page.on('requestfinished', (request) => loaded.push(request));
    await page.goto(`${server.url}/p/${id}`, { waitUntil: 'load' });
    const weigh = async (isWanted: (request: Request) => boolean) => {
      const sizes = await Promise.all(loaded.filter(isWanted).map((request) => request.sizes()));
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) / 1000;
    };
    const is = (type: string) => (request: Request) => request.resourceType() === type;
    const text = (await weigh(is('document'))) + (await weigh(is('stylesheet')));
    const first = await weigh((request) => request.url().includes(photos[0] ?? 'no photo'));
    if (first === 0) throw new Error('the first photo was not loaded');
    return [
      size('product page, HTML and CSS', 'kB', [text], { most: 14 }),
      size('product page with the first photo', 'kB', [text + first], { most: 60 }),
      size('product page, scripts', 'kB', [await weigh(is('script'))], { most: 0 }),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};
