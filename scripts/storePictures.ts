import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** The size in px that Chrome's store takes exactly; Mozilla's asks for the same proportions. */
const SIZE = { width: 1280, height: 800 };
/** The size in px of a popup as the browser shows it, and its distance from the window's right edge. */
const POPUP = { width: 380, height: 600 };
const POPUP_LEFT = SIZE.width - POPUP.width - 24;
const FOLDER = join('docs', 'store', 'pictures');
const MAX_BYTES = 150_000;

/** What the stores' pictures show; each function opens its page in the language that is set. */
export interface StoreSurfaces {
  panel(): Promise<Page>;
  /** The popup with a buyer's question open. */
  thread(): Promise<Page>;
  /** The page over which the popup is opened. */
  desk(): Promise<Page>;
  product(): Promise<Page>;
}

/** Takes the stores' pictures in one language into `docs/store/pictures`; answers how many. */
export async function takeStorePictures(language: string, surfaces: StoreSurfaces): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const panel = await shot(surfaces.panel, SIZE);
  const desk = await shot(surfaces.desk, SIZE);
  const popup = await shot(surfaces.thread, POPUP);
  const inbox = sharp(desk).composite([
    { input: { create: { ...grown(POPUP, 2), channels: 4, background: '#8888' } }, left: POPUP_LEFT - 1, top: 0 },
    { input: popup, left: POPUP_LEFT, top: 0 },
  ]);
  const pictures = { panel, inbox: await inbox.png().toBuffer(), product: await shot(surfaces.product, SIZE) };
  for (const [name, png] of Object.entries(pictures)) {
    writeFileSync(join(FOLDER, `${name}.${language}.png`), await small(png));
  }
  return Object.keys(pictures).length;
}

const grown = ({ width, height }: typeof SIZE, by: number) => ({ width: width + by, height: height + by / 2 });

async function shot(open: () => Promise<Page>, viewport: typeof SIZE): Promise<Buffer> {
  const page = await open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setScrollbarsHidden', { hidden: true });
  // A page is laid out anew only when its size changes, and until then keeps the room for a scrollbar.
  await page.setViewportSize({ ...viewport, height: viewport.height - 1 });
  await page.setViewportSize(viewport);
  const png = await page.screenshot();
  await page.close();
  return png;
}

/**
 * The picture as PNG, which the stores take, with as many colours as fit into MAX_BYTES, so that the repository stays
 * small. Throws when not even 32 colours fit.
 */
async function small(png: Buffer): Promise<Buffer> {
  for (const colours of [256, 128, 64, 32]) {
    const packed = await sharp(png)
      .png({ palette: true, colours, dither: 0.5, compressionLevel: 9, effort: 10 })
      .toBuffer();
    if (packed.length <= MAX_BYTES) return packed;
  }
  throw new Error(`a picture for the stores is over ${MAX_BYTES} bytes in 32 colours`);
}
