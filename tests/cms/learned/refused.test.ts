// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Flavour } from '#tests/cms/doubles/village/axes.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import { teach, visitor } from './teach.ts';

/** Sites that are not learned, each with the reason that the person is told. */
const REFUSED: [Flavour, string | null][] = [
  ['whole', 'everything'],
  ['storageToken', 'storage'],
  // Nothing that a page sends holds the product's words, so that nothing is looked at.
  ['dead', null],
];

test.each(REFUSED)('%s is not learned: %s', async (flavour, why) => {
  const site = await startVillageSite({ flavour });
  try {
    expect(await teach(site, await visitor(site))).toEqual({ state: 'refused', why });
    expect(site.foreignUntouched()).toBe(true);
  } finally {
    await site.stop();
  }
});

test('driven by a script that keeps its state to itself: the form is found in no page', async () => {
  const site = await startVillageSite({ flavour: 'driven' });
  try {
    expect((await teach(site, await visitor(site))).state).toBe('no_form');
  } finally {
    await site.stop();
  }
});
