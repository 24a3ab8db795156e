import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { openBrowser } from '#stack/browser.ts';
import { startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { settle } from '#stack/settle.ts';
import { startWordPress } from '#stack/wordpress.ts';
import { buildExtension } from './build.ts';
import { type Bench, line, rounds } from './measure.ts';
import { texture } from './texture.ts';

const ROUNDS = rounds(5);

/**
 * Time from the click on "Terbitkan" to "live and linked", with three photos, on a real WordPress. Beside it stands how
 * long WordPress itself takes to store one picture and one post in the same session, measured right after, and the
 * difference.
 */
export const publish: Bench = async (say) => {
  buildExtension('e2e');
  say('WordPress and marketplace are started');
  const [wordpress, market] = await Promise.all([startWordPress(), startMarket()]);
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
    const admin = await browser.context.newPage();
    const [all, own, beyond]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      say(`product ${round + 1} of ${ROUNDS}`);
      const photos = await Promise.all([0, 1, 2].map(() => texture(1600, 1200)));
      await admin.goto(wordpress.signInUrl('admin'));
      const took = await publishedMs(admin, `Gula semut ${round}`, photos);
      const plain = await plainSaveMs(admin, wordpress.url, photos[0]);
      all.push(took);
      own.push(plain);
      beyond.push(took - plain);
    }
    return [
      line('"Terbitkan" → live and linked, 3 photos', 'ms', all, null),
      line("WordPress's own time for one picture and one post", 'ms', own, null),
      line('"Terbitkan" → live and linked, beyond that', 'ms', beyond, { most: 1000 }),
    ];
  } finally {
    await browser.close();
    await Promise.all([market.stop(), wordpress.stop()]);
  }
};

async function publishedMs(admin: Page, name: string, photos: Buffer[]): Promise<number> {
  const panel = await Panel.open(admin);
  await panel.fill({
    name,
    price: '25rb',
    unit: 'bungkus',
    pack: '250',
    description: 'Gula semut dari nira kelapa pilihan.',
    photos: photos.map((buffer, index) => ({ name: `foto${index}.jpg`, mimeType: 'image/jpeg', buffer })),
  });
  // The time is measured inside the panel, so that neither the way to this process nor its polling counts.
  const timed = panel.frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let from = 0;
        addEventListener(
          'click',
          () => {
            from = performance.now();
          },
          { capture: true, once: true },
        );
        const watcher = new MutationObserver(() => {
          if ([...document.querySelectorAll('a')].some((link) => link.textContent === 'Lihat di situs desa'))
            resolve(performance.now() - from);
        });
        watcher.observe(document, { childList: true, subtree: true, characterData: true });
      }),
  );
  await panel.publish();
  return timed;
}

/**
 * Stores a picture as large as the one that the extension stores there, then a post that shows it, by plain REST in the
 * same session; answers the ms that this took.
 */
async function plainSaveMs(admin: Page, siteUrl: string, photo: Buffer | undefined): Promise<number> {
  const picture = await sharp(photo).resize(1280).jpeg({ quality: 80 }).toBuffer();
  return admin.evaluate(
    async ([site, base64]) => {
      const bytes = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob();
      const from = performance.now();
      const nonce = await (await fetch(`${site}/wp-admin/admin-ajax.php?action=rest-nonce`)).text();
      const root = `${site}/index.php?rest_route=/wp/v2`;
      const picture = { 'Content-Type': 'image/jpeg', 'Content-Disposition': 'attachment; filename="foto.jpg"' };
      const put = { method: 'POST', headers: { ...picture, 'X-WP-Nonce': nonce }, body: bytes };
      const media = await (await fetch(`${root}/media`, put)).json();
      const content = `<p><img src="${media.source_url}"></p>`;
      const body = JSON.stringify({ title: 'Biasa', content, status: 'publish', featured_media: media.id });
      const headers = { 'Content-Type': 'application/json', 'X-WP-Nonce': nonce };
      const post = await fetch(`${root}/posts`, { method: 'POST', headers, body });
      if (!post.ok) throw new Error(`posts: ${post.status}`);
      return performance.now() - from;
    },
    [siteUrl, picture.toString('base64')] as const,
  );
}
