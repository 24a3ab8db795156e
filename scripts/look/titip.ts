import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { TitipPage } from '#stack/pages/titip.ts';
import { picture } from '#stack/pictures.ts';
import { openPanel, signedIn } from './panelPage.ts';
import { extensionPage } from './popup.ts';
import { rowsOf } from './rows.ts';
import type { Stage, Surface } from './surface.ts';

export const TITIP = ['titip', 'titip-again', 'titip-done', 'popup-titip', 'panel-titip', 'options-titip'] as const;

/** What a villager sees of "Titip jual", and her village of what she sent. */
export function titipSurfaces(
  browser: ExtensionBrowser,
  { wordpress }: Stage,
): Record<(typeof TITIP)[number], Surface> {
  const form = async (language: string): Promise<TitipPage> => {
    const options = await extensionPage(browser, 'options.html');
    const link = await options.locator('#titip input').inputValue();
    await options.close();
    return TitipPage.open(await browser.context.newPage(), `${link}?lang=${language}`);
  };
  const send = async (form: TitipPage, price: string): Promise<Page> => {
    const photos = [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('keripik') }];
    const goods = { name: 'Keripik singkong pedas manis', unit: 'bungkus', maker: 'Bu Wati', phone: '0812-0000-0005' };
    await form.fill({ ...goods, price, description: 'Digoreng pagi, tahan sebulan.', photos });
    await form.page.locator('main form .btn-primary').click();
    return form.page;
  };
  return {
    titip: { open: async (language) => (await form(language)).page },
    'titip-again': {
      async open(language) {
        const page = await send(await form(language), '10-12rb');
        await page.locator('.kept-photos img').waitFor();
        return page;
      },
    },
    'titip-done': {
      async open(language) {
        const page = await send(await form(language), '10rb');
        await page.locator('.message').waitFor();
        return page;
      },
    },
    'popup-titip': {
      async open() {
        const page = await extensionPage(browser, 'popup.html');
        await page.locator('.consigned img').first().waitFor();
        return page;
      },
    },
    'panel-titip': {
      isWindow: true,
      async open() {
        const page = await signedIn(await browser.context.newPage(), wordpress);
        const panel = await openPanel(page, rowsOf(browser));
        await panel.frame.locator('.consigned img').first().waitFor();
        return page;
      },
    },
    'options-titip': {
      async open() {
        const page = await extensionPage(browser, 'options.html');
        const buttons = page.locator('#titip .row button');
        await buttons.nth(1).click();
        await page.locator('.qr svg').waitFor();
        await buttons.last().click();
        return page;
      },
      aim: (page) => page.locator('#titip').scrollIntoViewIfNeeded(),
    },
  };
}
