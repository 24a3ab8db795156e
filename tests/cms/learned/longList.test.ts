// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';
import { teachChange, withChange } from './teachChange.ts';

let site: VillageSite;
afterEach(() => site.stop());

test.each(['blade', 'plainphp', 'modal', 'json'] as const)(
  '%s: an article that has left the first page of the admin’s list is found on a further one',
  async (flavour) => {
    site = await startVillageSite({ flavour });
    const context = await visitor(site);
    const first = recipeOf(await teach(site, context));
    const about = product('Gula aren');
    const wrote = await learnedDriver(first, TOOLS).save(context, about);
    const taught = await teachChange(site, context, { post: revised(about, 'Dicetak.'), ref: wrote, deed: 'change' });
    const driver = learnedDriver(withChange(first, taught), TOOLS);
    const post = product('Keripik pisang');
    const known = await driver.save(context, post);
    for (let news = 1; news <= 9; news += 1) site.write({ title: `Kabar ke-${news}`, body: 'x' });
    site.page(3);
    await driver.save(context, { ...revised(post, 'Kini lebih renyah.'), known, isFirst: false });
    expect(site.articles().find(({ title }) => title === 'Keripik pisang')?.body).toContain('lebih renyah');
    expect(site.foreignUntouched()).toBe(true);
  },
);

test('no list is read without end', async () => {
  site = await startVillageSite({});
  const context = await visitor(site);
  const first = recipeOf(await teach(site, context));
  const about = product('Gula aren');
  const wrote = await learnedDriver(first, TOOLS).save(context, about);
  const taught = await teachChange(site, context, { post: revised(about, 'Dicetak.'), ref: wrote, deed: 'change' });
  for (let news = 1; news <= 60; news += 1) site.write({ title: `Kabar ke-${news}`, body: 'x' });
  site.page(1);
  const from = site.requests.length;
  const later = { ...revised(about, 'Kini lain.'), known: wrote, isFirst: false };
  const driver = learnedDriver(withChange(first, taught), TOOLS);
  await expect(driver.save(context, later)).rejects.toMatchObject({ code: 'not_reached' });
  const lists = site.requests.slice(from).filter(({ path }) => path.startsWith(site.admin.list));
  expect(lists.length).toBeLessThanOrEqual(12);
});
