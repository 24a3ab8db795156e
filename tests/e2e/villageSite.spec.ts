import { type Browser, chromium, expect, test } from '@playwright/test';
import { needChromium } from '#stack/system.ts';
import { AXES, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { allPairs } from '#tests/cms/doubles/village/pairs.ts';
import { isPossible } from '#tests/cms/doubles/village/possible.ts';
import { fillsIn, opensArticle, opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { unless } from './pages/longRun.ts';

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

/** Of the sets of all pairs those in which every value stands once; `VILLAGE_PAIRS=all` takes them all, in some minutes. */
function sites(): VillageOptions[] {
  const all = allPairs(AXES, 12, isPossible);
  if (process.env.VILLAGE_PAIRS === 'all') return all;
  const left = new Set(Object.entries(AXES).flatMap(([axis, values]) => values.map((value) => `${axis}=${value}`)));
  const valuesOf = (set: VillageOptions) => Object.entries(set).map((pair) => pair.join('='));
  const taken: VillageOptions[] = [];
  while (left.size > 0) {
    const gain = (set: VillageOptions) => valuesOf(set).filter((value) => left.has(value)).length;
    const best = all.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const value of valuesOf(best)) left.delete(value);
    taken.push(best);
  }
  return taken;
}

// What the double does is tried without a browser in every run (`doubles/village/everyPair.test.ts`).
for (const [at, set] of sites().entries()) {
  test(`a person writes and changes an article by hand: ${Object.values(set).join(' ')}`, unless(at < 5), async () => {
    const site = await startVillageSite(set);
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    const link = 'https://pasar.example/p/1';
    const picture = new File([jpeg('a')], 'foto.jpg', { type: 'image/jpeg' });
    const article = { title: 'Keripik Singkong', bodyHtml: `<p>Gurih. <a href="${link}">Lihat</a></p>`, link, picture };
    await signsIn(page, site);
    const form = await opensForm(page, site);
    await fillsIn(form, site, article);
    await presses(page, form, site);
    const [written, ...more] = site.articles().slice(3);
    expect(more).toEqual([]);
    if (set.flavour === 'dead') expect(written).toBeUndefined();
    else {
      expect(written).toMatchObject({ title: article.title, isPublished: true, switches: [] });
      // What only a file manager fills, nobody types.
      expect(written?.picture !== null).toBe(set.picture !== 'none' && set.picture !== 'fileManager');
      expect(`${written?.body}${written?.link}`).toContain(link);
      const again = await opensArticle(page, site, article.title);
      await fillsIn(again, site, { ...article, title: 'Keripik Pisang', picture: null });
      await presses(page, again, site);
      expect(site.articles().slice(3)).toEqual([{ ...written, title: 'Keripik Pisang' }]);
    }
    expect(site.foreignUntouched()).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
    await site.stop();
  });
}

for (const flavour of ['json', 'whole', 'storageToken', 'driven'] as const) {
  test(`${flavour}: a form that stays is empty for the next article; changing one twice keeps the rest of it`, async () => {
    const site = await startVillageSite({
      ...{ flavour, editor: 'quillLike', picture: 'uploadFirst' },
      ...{ success: 'sameFormAlert', change: 'sameAddress' },
    });
    const page = await browser.newPage();
    await signsIn(page, site);
    const form = await opensForm(page, site);
    for (const title of ['Satu', 'Dua']) {
      const picture = title === 'Satu' ? new File([jpeg('a')], 'foto.jpg') : null;
      await fillsIn(form, site, { title, bodyHtml: `<p>${title}</p>`, picture });
      await presses(page, form, site);
      await expect(form.locator('.ql-editor')).toBeEmpty();
    }
    const [one, two] = site.articles().slice(3);
    expect([one?.picture, two?.picture]).toEqual([expect.stringContaining('sementara'), null]);
    const again = await opensArticle(page, site, 'Satu');
    for (const title of ['Tiga', 'Empat']) {
      await again.locator('#judul').fill(title);
      await presses(page, again, site);
    }
    expect(site.articles().slice(3)).toEqual([{ ...one, title: 'Empat' }, two]);
    await page.close();
    await site.stop();
  });
}
