import { Panel } from '#stack/pages/panel.ts';
import { expect, test } from './fixtures.ts';

declare const chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } };

test('switched off under an open panel, the extension leaves words that say so, and what was saved is there again', async ({
  village,
}) => {
  const { browser } = village;
  const admin = await village.admin();
  const panel = await Panel.open(admin);
  await panel.field('name').fill('Gula semut');
  await panel.saved();
  const extensions = await browser.context.newPage();
  await extensions.goto('chrome://extensions');
  const turn = (on: boolean) =>
    extensions.evaluate(({ id, on }) => chrome.management.setEnabled(id, on), { id: browser.extensionId, on });
  await turn(false);
  await expect(panel.frame.getByText('Dodolan dimatikan atau baru diperbarui')).toBeVisible();
  await panel.field('name').fill('Gula semut asli');
  await expect(panel.frame.locator('.saved')).toHaveText('Belum tersimpan…');
  await turn(true);
  await admin.reload();
  expect(await (await Panel.open(admin)).field('name').inputValue()).toBe('Gula semut');
});
