import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';

/** The least side (px) of what a finger presses. */
const TARGET = 44;

/**
 * What a picture hardly shows: what is wider than its window, words that are cut off, and targets smaller than a finger.
 * Links within a sentence are as high as their line; foreign pages (a CMS's) are not ours to judge.
 */
export async function misfits(page: Page): Promise<string[]> {
  const ours = page
    .frames()
    .filter(
      (frame) => frame.url().startsWith('chrome-extension:') || (frame === page.mainFrame() && isMarket(frame.url())),
    );
  const found = await Promise.all(ours.map((frame) => inPage(frame, look, TARGET)));
  return [...new Set(found.flat())];
}

const isMarket = (url: string) => /\/(cari|k|desa|p|kategori|tanya|undang|tentang)\b|:\d+\/(\?.*)?$/.test(url);

/** Runs in the page. */
function look(target: number): string[] {
  const found: string[] = [];
  const name = (element: Element) =>
    `${element.localName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth + 1) found.push(`${root.scrollWidth} px wide in ${innerWidth}`);
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  for (const element of document.querySelectorAll('button, a, select, input, textarea, summary')) {
    if (!isShown(element) || element.closest('.visually-hidden, p, dd, figcaption') !== null) continue;
    // The link of a card lies over the whole card.
    if (element.matches('.listing-link')) continue;
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && box.height < target - 0.5 && box.right > 0)
      found.push(`${Math.round(box.height)} px high: ${name(element)}`);
  }
  for (const element of document.querySelectorAll('button, a, p, span, h1, h2, h3, li, dd, legend, label')) {
    if (!isShown(element) || element.childElementCount > 0 || element.closest('.visually-hidden') !== null) continue;
    const style = getComputedStyle(element);
    if (style.overflowX === 'hidden' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      found.push(`cut off: ${name(element)}`);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 && box.left < innerWidth && box.width > 1)
      found.push(`over the edge: ${name(element)}`);
  }
  return found;
}
