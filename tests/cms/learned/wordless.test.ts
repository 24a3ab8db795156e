// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';

let site: VillageSite;
afterEach(() => site.stop());

test('an article of only the address says nothing that new words change: it is read, and nobody is asked to show anything', async () => {
  site = await startVillageSite({ flavour: 'ci3', editor: 'urlOnly', picture: 'optionalFile' });
  const context = await visitor(site);
  const driver = learnedDriver(recipeOf(await teach(site, context)), TOOLS);
  const post = product('Keripik pisang');
  const known = await driver.save(context, post);
  const had = site.articles();

  const again = await driver.save(context, { ...revised(post, 'Renyah.'), known, isFirst: false });
  expect(again).toMatchObject({ url: known.url, state: 'published', wrote: { image: post.image?.fileName } });
  expect(site.articles()).toEqual(had);

  // Another photo does stand in it.
  const image = { blob: jpeg('lain'), fileName: 'lain.jpg', alt: 'x' };
  const changed = { ...post, image, known: again, isFirst: false };
  await expect(driver.save(context, changed)).rejects.toMatchObject({ code: 'not_shown' });
  // And what has gone from the site is not said to stand there.
  const elsewhere = { ...known, url: `${site.url}/tidak-ada` };
  await expect(driver.save(context, { ...post, known: elsewhere, isFirst: false })).rejects.toMatchObject({
    code: 'not_shown',
  });
});
