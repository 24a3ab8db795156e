import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds wrong in one document, each as its rule and the places; and which words cannot be read where the browser
 * asks for dark pages.
 */
export async function faults(place: Page | Frame): Promise<string[]> {
  await place.evaluate(axe.source);
  const page = 'page' in place ? place.page() : place;
  const light = await judge(place, []);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await judge(place, ['color-contrast']);
  await page.emulateMedia({ colorScheme: null });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** With `only` these rules, else all. */
function judge(place: Page | Frame, only: string[]): Promise<string[]> {
  return place.evaluate(async (rules) => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, {
      resultTypes: ['violations'],
      // Not on by itself: WCAG 2.2 asks it of links as well.
      ...(rules.length > 0 ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, only);
}
