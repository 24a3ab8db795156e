import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong in one document, each as its rule and the places. */
export async function faults(place: Page | Frame): Promise<string[]> {
  await place.evaluate(axe.source);
  return place.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, {
      resultTypes: ['violations'],
      // Not on by itself: WCAG 2.2 asks it of links as well.
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
