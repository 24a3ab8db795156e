// @vitest-environment jsdom
import { afterAll, describe, expect, test } from 'vitest';
import { AXES, FORM_FLAVOURS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { allPairs } from '#tests/cms/doubles/village/pairs.ts';
import { isPossible } from '#tests/cms/doubles/village/possible.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import { standingFor } from '#tests/support/variants.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { product, recipeOf, revised, secretsOf, TOOLS, teach, visitor } from './teach.ts';
import { teachChange, withChange } from './teachChange.ts';

const FLAVOURS = [...FORM_FLAVOURS, 'json', 'jsonMultipart'] as const;
const sets = standingFor(allPairs({ ...AXES, flavour: FLAVOURS }, 12, isPossible as (set: object) => boolean));
const named = sets.map((set) => ({ set: set as VillageOptions, words: Object.values(set).join(' ') }));
const hasNoLinks = ({ editor }: VillageOptions): boolean => editor === 'stripLinks';
const counted = { changed: 0, hidden: 0, worded: 0, byHand: 0, noLinks: 0 };
afterAll(() => console.log(`village sites: ${JSON.stringify({ sets: sets.length, ...counted })}`));

describe(`${sets.length} sites, each deed shown once`, () => {
  test.each(named)('$words', async ({ set }) => {
    const site = await startVillageSite(set);
    try {
      const context = await visitor(site);
      const taught = await teach(site, context);
      if (hasNoLinks(set)) {
        counted.noLinks += 1;
        return expect(taught.state).toBe('no_link');
      }
      const first = recipeOf(taught);
      // One product is written by one press, and the person shows with it how it is changed.
      const shown = product('Gula aren');
      const ref = await learnedDriver(first, TOOLS).save(context, shown);
      const words = revised(shown, 'Gula aren cetak, Rp 21.000.');
      const recipe = withChange(first, await teachChange(site, context, { post: words, ref, deed: 'change' }));
      for (const secret of await secretsOf(site, context)) expect(JSON.stringify(recipe)).not.toContain(secret);

      const driver = learnedDriver(recipe, TOOLS);
      const post = product("Keripik 'Mbak Sri' pedas 🌶");
      const written = await driver.save(context, post);
      const before = site.articles();
      const changed = revised(post, 'Harga baru Rp 32.500, “pedas” & gurih.');
      const again = await driver.save(context, { ...changed, known: written, isFirst: false });
      expect(again.url).toBe(written.url);
      const read = async () => (await fetch(written.url)).text();
      if (set.editor !== 'urlOnly') expect(await read()).toContain('32.500');
      expect(await read()).toContain(post.link);
      expect(site.articles().map(({ id, title, date }) => [id, title, date])).toEqual(
        before.map(({ id, title, date }) => [id, title, date]),
      );
      expect(site.articles().slice(0, -1)).toEqual(before.slice(0, -1));
      counted.changed += 1;

      // A second time there is nothing to write.
      const writes = () => site.requests.filter(({ method }) => method !== 'GET').length;
      const had = writes();
      await driver.save(context, { ...changed, known: again, isFirst: false });
      expect(writes()).toBe(had);

      const down = { link: post.link, title: post.title, known: again };
      if (set.editor === 'urlOnly' && set.takeDown !== 'statusField') {
        await expect(driver.unpublish(context, down)).rejects.toMatchObject({ code: 'not_reached' });
        counted.byHand += 1;
      } else {
        const hides = set.takeDown === 'statusField' || set.status === 'draftDefault';
        const end = hides ? await teachChange(site, context, { post: words, ref, deed: 'hide' }) : null;
        const whole = end === null ? recipe : withChange(recipe, end);
        const last = learnedDriver(whole, TOOLS);
        const others = site.articles().slice(0, -1);
        const gone = await last.unpublish(context, down);
        expect(gone?.state).toBe('gone');
        expect(await read()).not.toContain(post.link);
        expect(site.articles().slice(0, -1)).toEqual(others);
        expect(site.articles().at(-1)?.isPublished).toBe(!hides);
        counted[hides ? 'hidden' : 'worded'] += 1;
        // On sale again: it comes back at its place, and none beside it.
        const back = await last.save(context, { ...changed, known: gone, isFirst: false });
        expect(back).toMatchObject({ url: written.url, state: 'published' });
        expect(await read()).toContain(post.link);
        expect(site.articles()).toHaveLength(before.length);
      }
      expect(site.requests.filter(({ path }) => path.includes('hapus'))).toEqual([]);
      expect(site.foreignUntouched()).toBe(true);
      expect(site.mails()).toBe(0);
    } finally {
      await site.stop();
    }
  });
});
