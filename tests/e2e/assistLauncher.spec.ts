import { expect, test } from '@playwright/test';
import { Panel } from '#stack/pages/panel.ts';
import { opensForm } from '#tests/cms/doubles/village/typing.ts';
import { type Assisted, assisted } from './pages/assisted.ts';

let village: Assisted;
test.beforeAll(async () => {
  village = await assisted({ flavour: 'blade' });
});
test.afterAll(() => village.stop());

test('the launcher stands on the list of an unknown CMS, which a stranger does not get, and on no public page', async () => {
  const { page, site } = village;
  await page.goto(site.url + site.admin.list);
  await expect(Panel.launcher(page)).toBeVisible();
  const asked = site.requests.filter(({ path }) => path === site.admin.list).length;
  await page.reload();
  await expect(Panel.launcher(page)).toBeVisible();
  // Asked as a stranger once; the second load is the person's alone.
  expect(site.requests.filter(({ path }) => path === site.admin.list)).toHaveLength(asked + 1);
  await page.goto(`${site.url}/`);
  await page.waitForTimeout(2500);
  await expect(Panel.launcher(page)).toHaveCount(0);
});

test('it stays the same button while the page stays the same', async () => {
  const { page, site } = village;
  await page.goto(site.url + site.admin.list);
  await Panel.launcher(page).evaluate((button) => button.setAttribute('data-seen', ''));
  await page.waitForTimeout(2500);
  await expect(page.locator('button[data-seen]')).toHaveCount(1);
});

test('at 360 px it stands on the form, however small its field', async () => {
  const { page, site } = village;
  await page.setViewportSize({ width: 360, height: 740 });
  await opensForm(page, site);
  await expect(Panel.launcher(page)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('form-360.png') });
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('on a page for everybody it comes with an editor, and goes with it', async () => {
  const { page, site } = village;
  await page.goto(`${site.url}/`);
  await page.waitForTimeout(1500);
  await expect(Panel.launcher(page)).toHaveCount(0);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<div id="e" contenteditable="true" style="height:200px"></div>');
  });
  await expect(Panel.launcher(page)).toBeVisible();
  await page.evaluate(() => document.querySelector('#e')?.remove());
  await expect(Panel.launcher(page)).toHaveCount(0);
});
