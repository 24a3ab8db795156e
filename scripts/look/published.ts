import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { Panel } from '#stack/pages/panel.ts';
import type { Role } from '#stack/wordpress.ts';
import { fill, goods, openPanel, publish, publishToEnd, signedIn } from './panelPage.ts';
import { rowsOf } from './rows.ts';
import type { Stage, Surface, Surfaces } from './surface.ts';

/** What the panel says after the press: on the way, at the end, and where something is missing at the end. */
export function publishedSurfaces(browser: ExtensionBrowser, { market, wordpress }: Stage) {
  const rows = rowsOf(browser);
  const opened = async (role: Role, name: string): Promise<Panel> => {
    const panel = await openPanel(await signedIn(await browser.context.newPage(), wordpress, role), rows);
    await fill(panel, await goods(name));
    return panel;
  };
  const ended = (name: string, before: () => Promise<unknown>, after: () => Promise<unknown>, role: Role = 'admin') =>
    ({
      isWindow: true,
      async open(): Promise<Page> {
        const panel = await opened(role, name);
        await before();
        await publishToEnd(panel);
        return panel.page;
      },
      leave: after,
    }) satisfies Surface;
  const nothing = async () => undefined;
  return {
    'panel-sending': {
      isWindow: true,
      async open() {
        const panel = await opened('admin', 'Keripik pisang manis');
        await wordpress.setSlow(true);
        await publish(panel);
        await panel.frame.locator('.step-now').waitFor();
        return panel.page;
      },
      leave: () => wordpress.setSlow(false),
    },
    'panel-waiting-market': {
      isWindow: true,
      async open() {
        const panel = await opened('admin', 'Madu hutan');
        await market.goDown();
        await publish(panel);
        await panel.frame.locator('.sending .notice').waitFor({ timeout: 60_000 });
        return panel.page;
      },
      leave: () => market.comeBack(),
    },
    'panel-waiting-session': {
      isWindow: true,
      async open() {
        const panel = await opened('admin', 'Kopi lereng Slamet');
        await wordpress.endSessions();
        await publish(panel);
        await panel.frame.locator('.sending .notice').waitFor({ timeout: 60_000 });
        return panel.page;
      },
    },
    'panel-done': ended('Gula semut organik', nothing, nothing),
    'panel-done-kept-out': ended(
      'Sapu glagah halus',
      () => wordpress.setGuarded(true),
      () => wordpress.setGuarded(false),
    ),
    'panel-done-no-picture': ended(
      'Gula kelapa cetak',
      () => wordpress.setUploadsRefused(true),
      () => wordpress.setUploadsRefused(false),
    ),
    'panel-done-pending': ended('Nanas madu', nothing, nothing, 'contributor'),
    'panel-conflict': {
      isWindow: true,
      async open() {
        const panel = await opened('admin', 'Batik tulis lumbon');
        await publishToEnd(panel);
        await sayElsewhere(market.url, 'Batik tulis lumbon');
        await edit(panel, 'Batik tulis lumbon');
        await panel.field('price').fill('27rb');
        await panel.frame.locator('.publish-button button').click();
        await panel.frame.locator('#field-price[aria-invalid=true]').waitFor({ timeout: 60_000 });
        return panel.page;
      },
    },
  } satisfies Surfaces;

  /** Another device of the village says another price of this product. */
  async function sayElsewhere(url: string, name: string): Promise<void> {
    const listing = (await rows.all('listings')).find(({ input }) => input.name === name);
    const token = (await rows.all('villages')).at(-1)?.token;
    const said = { ...listing?.input, rev: (listing?.input.rev ?? 0) + 1, price: 30_000 };
    const answer = await fetch(`${url}/v1/listings/${listing?.id}`, {
      method: 'PUT',
      body: JSON.stringify(said),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`the other device was answered ${answer.status} ${await answer.text()}`);
  }

  /** Opens the product again in the panel of the page, as "Ubah" in the popup does. */
  async function edit(panel: Panel, name: string): Promise<void> {
    const popup = await browser.open('popup.html');
    await popup.keyboard.press('2');
    await popup.locator('.listing', { hasText: name }).first().locator('.listing-main').click();
    await popup.locator('.listing-actions button').first().click();
    await popup.close();
    await panel.page.bringToFront();
    await panel.field('price').waitFor();
  }
}
