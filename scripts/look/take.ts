import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { inPage } from './inPage.ts';
import { misfits } from './misfits.ts';
import type { Language, Surface, Surfaces } from './surface.ts';

export const FOLDER = join('.data', 'look');
/** Indonesian comes last, so that the browser is left as a village has it. */
const LANGUAGES: Record<Language, string> = { en: 'English', id: 'Bahasa Indonesia' };
const WIDTHS = [360, 1280];

interface Taken {
  pictures: number;
  /** What went wrong, a line each: surfaces that could not be brought about, and what does not fit in a picture. */
  complaints: string[];
}

/** Takes the pictures of these surfaces in both languages; one that cannot be brought about does not stop the others. */
export async function takeAll(
  browser: ExtensionBrowser,
  surfaces: Surfaces,
  also?: (language: Language) => Promise<number>,
): Promise<Taken> {
  const all: Taken = { pictures: 0, complaints: [] };
  for (const language of ['en', 'id'] as const) {
    await speak(browser, language);
    all.pictures += (await also?.(language)) ?? 0;
    for (const [name, surface] of Object.entries(surfaces)) {
      const { pictures, complaints } = await take(`${name}-${language}`, surface, language);
      all.pictures += pictures;
      all.complaints.push(...complaints);
    }
  }
  return all;
}

async function speak(browser: ExtensionBrowser, language: Language): Promise<void> {
  const { page } = await Options.open(browser);
  await page.getByLabel(LANGUAGES[language], { exact: true }).check();
  await page.close();
}

async function take(name: string, surface: Surface, language: Language): Promise<Taken> {
  const taken: Taken = { pictures: 0, complaints: [] };
  let page: Page | null = null;
  try {
    page = await surface.open(language);
    // Otherwise a scrollbar that the whole page no longer has would leave its width cut off.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setScrollbarsHidden', { hidden: true });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await laidOut(page);
      await surface.aim?.(page);
      await laidOut(page);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        const path = join(FOLDER, `${name}-${scheme === 'dark' ? 'dark-' : ''}${width}.png`);
        await page.screenshot({ path, fullPage: surface.isWindow !== true });
        taken.pictures += 1;
      }
      for (const misfit of await misfits(page)) taken.complaints.push(`${name}-${width}: ${misfit}`);
    }
  } catch (error) {
    taken.complaints.push(`${name}: ${error instanceof Error ? error.message : error}`);
    await page?.screenshot({ path: join(FOLDER, `${name}-failed.png`) }).catch(() => undefined);
  }
  await page?.close();
  await surface.leave?.();
  return taken;
}

/** A frame whose page the browser refused to show answers nothing, ever. */
const STILL_MS = 10_000;

/** Waits until the page and its frames have their fonts and pictures and stand still for some frames of the screen. */
export async function laidOut(page: Page): Promise<void> {
  const late = () => new Promise((done) => setTimeout(done, STILL_MS));
  await Promise.all(page.frames().map((frame) => Promise.race([still(frame).catch(() => undefined), late()])));
}

function still(frame: Frame): Promise<void> {
  const wait = async () => {
    await document.fonts.ready;
    const inSight = [...document.images].filter(({ loading }) => loading !== 'lazy');
    await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    const size = () =>
      [
        innerWidth,
        innerHeight,
        document.body.scrollWidth,
        document.body.scrollHeight,
        document.body.textContent,
      ].join();
    let last = '';
    for (let same = 0, frames = 0; same < 5 && frames < 200; frames++) {
      await new Promise(requestAnimationFrame);
      same = size() === last ? same + 1 : 0;
      last = size();
    }
  };
  return inPage(frame, wait, undefined);
}
