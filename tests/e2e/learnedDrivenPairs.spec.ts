import { expect, test } from '@playwright/test';
import { openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { AXES, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { allPairs } from '#tests/cms/doubles/village/pairs.ts';
import { isPossible } from '#tests/cms/doubles/village/possible.ts';
import { DrivenSite } from './pages/drivenSite.ts';
import { unless } from './pages/longRun.ts';

const axes = {
  flavour: ['driven', 'storageToken', 'whole'],
  // Where the public page shows no address at all, that is told at once.
  editor: AXES.editor.filter((editor) => editor !== 'stripLinks'),
  picture: ['none', 'uploadFirst', 'urlBox'],
  category: AXES.category,
  status: AXES.status,
  date: AXES.date,
  success: AXES.success,
  public: ['slugList', 'idList', 'subfolder', 'wholeOnList'],
} as const;
/** A page that is the same for a stranger and has no text field is not known as one to write in: it has no launcher. */
const hasLauncher = ({ flavour, editor }: Partial<VillageOptions>) =>
  flavour !== 'storageToken' || editor !== 'urlOnly';
const isTried = (set: Partial<VillageOptions>) => isPossible(set) && hasLauncher(set);
const sets = allPairs(axes, 12, isTried as (set: object) => boolean) as Partial<VillageOptions>[];
/** Each takes a person's time: so many (every this one) are in every run. */
const EACH = 20;

let market: Market;
test.beforeAll(async () => {
  market = await startMarket();
});
test.afterAll(() => market.stop());

test.describe(`${sets.length} sites in which every pair stands`, () => {
  for (const [at, set] of sets.entries())
    test(Object.values(set).join(' '), unless(at % EACH === 0), async () => {
      const browser = await openBrowser({ headless: true });
      const shown = await DrivenSite.open(browser, market, set);
      const { site } = shown;
      try {
        await (await shown.show('Gula semut')).says(/hanya bisa ditulis di depan Anda|hanya “Disebut di situs desa”/);
        expect(site.articles()).toHaveLength(4);
        const driven = await shown.writeNow(await shown.sell('Keripik singkong'));
        await (await LessonNote.on(driven)).says('Selesai. Artikelnya sudah terlihat');
        const [, , , , added, ...more] = site.articles();
        expect(more).toEqual([]);
        expect(added).toMatchObject({ title: 'Keripik singkong', isPublished: true, switches: [] });
        if (set.picture === 'uploadFirst') expect(added?.picture).not.toBeNull();
        expect(site.foreignUntouched()).toBe(true);
        expect(site.mails()).toBe(0);
      } finally {
        await browser.close();
        await site.stop();
      }
    });
});
