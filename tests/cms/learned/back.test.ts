// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';
import { type Deed, teachChange, withChange } from './teachChange.ts';

let site: VillageSite;
afterEach(() => site.stop());

/** A site on which one deed was shown beside how an article is made. */
async function shown(traits: Parameters<typeof startVillageSite>[0], deed: Deed) {
  site = await startVillageSite(traits);
  const context = await visitor(site);
  const first = recipeOf(await teach(site, context));
  const about = product('Gula aren');
  const ref = await learnedDriver(first, TOOLS).save(context, about);
  const recipe = withChange(first, await teachChange(site, context, { post: revised(about, 'Dicetak.'), ref, deed }));
  return { context, recipe };
}

test.each(['blade', 'ci3', 'plainphp', 'json'] as const)(
  '%s: where only hiding was shown, an article comes back by the same form',
  async (flavour) => {
    const { context, recipe } = await shown({ flavour, status: 'draftDefault', takeDown: 'statusField' }, 'hide');
    expect(recipe.change).toBeNull();
    const driver = learnedDriver(recipe, TOOLS);
    const post = product('Keripik pisang');
    const written = await driver.save(context, post);
    const gone = await driver.unpublish(context, { link: post.link, title: post.title, known: written });
    expect(site.articles().at(-1)?.isPublished).toBe(false);
    const had = site.articles().length;
    const back = await driver.save(context, { ...post, known: gone, isFirst: false });
    expect(back).toMatchObject({ url: written.url, state: 'published' });
    expect(site.articles()).toHaveLength(had);
    expect(await (await fetch(written.url)).text()).toContain(post.link);
    // How it is changed was not shown.
    const later = { ...revised(post, 'Lain.'), known: back, isFirst: false };
    await expect(driver.save(context, later)).rejects.toMatchObject({ code: 'not_shown' });
  },
);

test('a new photo that cannot be made small enough is told, and the words are written all the same', async () => {
  const { context, recipe } = await shown({ flavour: 'blade', picture: 'optionalFile' }, 'change');
  const driver = learnedDriver(recipe, { ...TOOLS, toJpeg: async () => new Blob([new Uint8Array(1_100_000)]) });
  const post = product('Keripik pisang');
  const known = await driver.save(context, post);
  const large = new Blob([await jpeg('besar').arrayBuffer(), new Uint8Array(1_100_000)], { type: 'image/jpeg' });
  const changed = { ...revised(post, 'Kini lain.'), image: { blob: large, fileName: 'besar.jpg', alt: 'x' } };
  const again = await driver.save(context, { ...changed, known, isFirst: false });
  expect(again.pictureMissing).toBe('refused');
  expect(site.articles().at(-1)?.body).toContain('Kini lain.');
});
