// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { AXES, FORM_FLAVOURS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { allPairs } from '#tests/cms/doubles/village/pairs.ts';
import { isPossible } from '#tests/cms/doubles/village/possible.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { countLinks } from '#utils/cms/link.ts';
import { product, recipeOf, TOOLS, teach, visitor } from './teach.ts';

const sets = allPairs({ ...AXES, flavour: FORM_FLAVOURS }, 12, isPossible as (set: object) => boolean);
/** Where the public page shows no markup, no link can stand: told at once, and nothing is learned. */
const hasNoLinks = ({ editor }: VillageOptions): boolean => editor === 'plain' || editor === 'stripLinks';
/** Where the person's picture can go: a field that the form sends, or the text. */
const takesNoPicture = ({ editor, picture }: VillageOptions): boolean =>
  editor === 'urlOnly' && (picture === 'none' || picture === 'uploadFirst');

const named = sets.map((set) => ({ set: set as VillageOptions, words: Object.values(set).join(' ') }));

describe(`${sets.length} sites that the browser sends a form to, shown once`, () => {
  test.each(named)('$words', async ({ set }) => {
    const site = await startVillageSite(set);
    try {
      const context = await visitor(site);
      const end = await teach(site, context);
      expect(end.state).toBe(hasNoLinks(set) ? 'no_link' : 'learned');
      if (end.state !== 'learned') return;
      expect(JSON.stringify(end.recipe)).not.toMatch(/_token|csrf/);

      const had = site.articles();
      const post = product("Keripik 'Mbak Sri' pedas 🌶 yang namanya panjang sekali, lewat dari enam puluh huruf");
      const ref = await learnedDriver(recipeOf(end), TOOLS).save(context, post);

      const added = site.articles().slice(had.length);
      expect(added).toHaveLength(1);
      expect(added[0]).toMatchObject({ isPublished: true, switches: [] });
      expect(countLinks(await (await fetch(ref.url)).text(), post.link)).toBeGreaterThan(0);
      expect(ref.pictureMissing).toBe(takesNoPicture(set) ? 'refused' : undefined);
      expect(site.foreignUntouched()).toBe(true);
      expect(site.mails()).toBe(0);
    } finally {
      await site.stop();
    }
  });
});
