import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { needChromium } from '#stack/system.ts';
import { BARS } from './pages/bars.ts';
import { drawOn } from './pages/launcherLab.ts';
import { unless } from './pages/longRun.ts';

/** The entries of the CMS's own that cannot be pressed from edge to edge. */
const taken = (page: Page): Promise<string[]> =>
  page.locator('[data-stays]:visible').evaluateAll((entries) =>
    entries
      .filter((entry) => {
        const { left, right, top, height } = entry.getBoundingClientRect();
        const middle = top + height / 2;
        return [left + 6, right - 6].some((x) => !entry.contains(document.elementFromPoint(x, middle)));
      })
      .map(({ className }) => className),
  );

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

for (const { name, cms, html, narrow, wide, isOwn = false } of BARS)
  for (const [width, expected] of [
    [360, narrow],
    [1280, wide],
  ] as const)
    test(`${name}, ${width} px: an entry can be pressed`, async () => {
      // A page of its own: a launcher redraws itself for as long as its window lasts.
      const page = await browser.newPage({ viewport: { width, height: 740 } });
      await drawOn(page, html, cms);
      const entries = page.getByRole('button', { name: 'Jual produk' });
      const pressed: string[] = [];
      for (const entry of await entries.all()) {
        const isMet = await entry
          .click({ timeout: 1_000 })
          .then(() => true)
          .catch(() => false);
        if (isMet && (await page.title()) === 'opened') pressed.push((await entry.getAttribute('class')) ?? '');
        await page.evaluate(() => {
          document.title = 'admin';
        });
      }
      expect(pressed).toContainEqual(expect.stringMatching(expected));
      // The floating button comes only where no entry of the CMS can be pressed.
      const floats = await page.locator('body > button').count();
      expect(floats > 0).toBe(expected.source === '^$' && !isOwn);
      await page.close();
    });

/** The narrowest, the widest, and where bars change their look; those between are in the long run. */
const EDGES = [320, 768, 1280];

for (const { name, cms, html } of BARS.filter(({ html }) => html.includes('data-stays')))
  for (const width of [320, 360, 700, 768, 1024, 1280])
    test(
      `${name}, ${width} px: the CMS's own entries stay in the window and uncovered`,
      unless(EDGES.includes(width)),
      async () => {
        const page = await browser.newPage({ viewport: { width, height: 740 } });
        await drawOn(page, html, cms);
        expect(await taken(page)).toEqual([]);
        const spare = await page.evaluate(() => {
          const { clientWidth, scrollWidth } = document.documentElement;
          return clientWidth - scrollWidth;
        });
        expect(spare).toBe(0);
        await page.close();
      },
    );

test("OpenSID's sidebar slides open beside our entry: the bar keeps its one line", async () => {
  const bar = BARS.find(({ cms }) => cms === 'opensid');
  const page = await browser.newPage({ viewport: { width: 768, height: 740 } });
  await drawOn(page, `<body class="sidebar-collapse">${bar?.html}`, 'opensid');
  await page.evaluate(() => document.body.classList.remove('sidebar-collapse'));
  await expect(page.locator('.logo')).toHaveCSS('width', '270px');
  await page.waitForTimeout(1_000);
  expect(await taken(page)).toEqual([]);
  await page.close();
});

test("OpenSID's consent lies over the whole window: no button of ours is put on it", async () => {
  const bar = BARS.find(({ cms }) => cms === 'opensid');
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const consent = `<div style="position:fixed;inset:0;z-index:1050;overflow-y:auto"><div style="margin:10px;height:600px;background:#fff"><p>Persetujuan</p></div></div>`;
  await drawOn(page, bar?.html + consent, 'opensid');
  await expect(page.locator('body > button')).toHaveCount(0);
  await expect(page.locator('.navbar').getByRole('button', { name: 'Jual produk' })).toHaveCount(1);
  await page.close();
});
