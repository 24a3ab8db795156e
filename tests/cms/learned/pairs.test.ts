// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { AXES, FORM_FLAVOURS, UPLOADS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { allPairs } from '#tests/cms/doubles/village/pairs.ts';
import { isPossible } from '#tests/cms/doubles/village/possible.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import { standingFor } from '#tests/support/variants.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { countLinks } from '#utils/cms/link.ts';
import { product, recipeOf, secretsOf, TOOLS, teach, visitor } from './teach.ts';

const FLAVOURS = [...FORM_FLAVOURS, 'json', 'jsonMultipart'] as const;
const sets = standingFor(allPairs({ ...AXES, flavour: FLAVOURS }, 12, isPossible as (set: object) => boolean), 4);
/** Where the public page loses the address with the link, that is told at once, and nothing is learned. */
const hasNoLinks = ({ editor }: VillageOptions): boolean => editor === 'stripLinks';
/** Where the public page shows the address as words, nothing links back. */
const onlyMentions = ({ editor }: VillageOptions): boolean => editor === 'plain';
/** Where the form asks for no picture, and the text is none, or is shown as it is written. */
const takesNoPicture = ({ editor, picture }: VillageOptions): boolean =>
  (editor === 'urlOnly' || editor === 'plain') && picture === 'none';

const named = sets.map((set) => ({ set: set as VillageOptions, words: Object.values(set).join(' ') }));

describe(`${sets.length} sites with a form or with a script that sends JSON, shown once`, () => {
  test.each(named)('$words', async ({ set }) => {
    const site = await startVillageSite(set);
    try {
      const context = await visitor(site);
      const end = await teach(site, context);
      expect(end.state).toBe(hasNoLinks(set) ? 'no_link' : 'learned');
      if (end.state !== 'learned') return;
      for (const secret of await secretsOf(site, context)) expect(JSON.stringify(end.recipe)).not.toContain(secret);

      const had = site.articles();
      const post = product("Keripik 'Mbak Sri' pedas 🌶 yang namanya panjang sekali, lewat dari enam puluh huruf");
      const ref = await learnedDriver(recipeOf(end), TOOLS).save(context, post);

      const added = site.articles().slice(had.length);
      expect(added).toHaveLength(1);
      expect(added[0]).toMatchObject({ isPublished: true, switches: [] });
      const page = await (await fetch(ref.url)).text();
      expect(ref.mentioned).toBe(onlyMentions(set) || undefined);
      expect(page).toContain(post.link);
      expect(countLinks(page, post.link) > 0).toBe(!onlyMentions(set));
      // Where markup is shown as it is written, there is none.
      if (onlyMentions(set)) expect(added[0]?.body).not.toContain('<');
      expect(ref.pictureMissing).toBe(takesNoPicture(set) ? 'refused' : undefined);
      // A picture that is sent first stands where the site shows one, not in the text.
      if (UPLOADS.includes(set.picture)) expect(added[0]?.picture).toContain('sementara');
      expect(site.foreignUntouched()).toBe(true);
      expect(site.mails()).toBe(0);
    } finally {
      await site.stop();
    }
  });
});
