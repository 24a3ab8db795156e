import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { CmsId } from '#utils/cms/types.ts';

declare global {
  var lab: { draw(cms: CmsId): void };
}

const ENTRY = join(import.meta.dirname, 'launcherLab.entry.ts');
let code: string | null = null;

/** Draws the launcher of `cms` on a page of this HTML, as the content script does. */
export async function drawOn(page: Page, html: string, cms: CmsId): Promise<void> {
  code ??= await bundle();
  await page.setContent(`<!doctype html><html lang="id"><meta charset="utf-8"><title>admin</title>${html}`);
  await page.evaluate(code);
  await page.evaluate((which) => globalThis.lab.draw(which), cms);
}

async function bundle(): Promise<string> {
  const lib = { entry: ENTRY, formats: ['iife' as const], name: 'lab' };
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('the launcher did not build');
  // An evaluated script's `var` is not the page's.
  return output.output[0].code.replace(/^var lab\s*=/m, 'globalThis.lab =');
}
