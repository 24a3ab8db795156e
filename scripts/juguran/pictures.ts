import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtensionBrowser } from '#stack/browser.ts';

/** What was on the screen of a village that stopped: a picture of each of its tabs. */
export const PICTURES = join('.data', 'juguran');

/** Saves a picture of every tab; a tab that gives none (it hangs, or is gone) is left out, and the others are saved. */
export async function savePictures({ context }: ExtensionBrowser, village: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [index, page] of context.pages().entries()) {
    const path = join(PICTURES, `${village.toLowerCase()}-${index}.png`);
    await page.screenshot({ path }).catch((error: unknown) => console.error(`no picture of ${page.url()}:`, error));
  }
}
