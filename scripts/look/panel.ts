import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { Panel } from '#stack/pages/panel.ts';
import { PICTURE_NAMES, picture } from '#stack/pictures.ts';
import { goods, openPanel, pressed, signedIn } from './panelPage.ts';
import { type Rows, rowsOf } from './rows.ts';
import type { Stage, Surfaces } from './surface.ts';

const LIST = `Assalamualaikum pak, nitip jual ya
1. Gula semut 250gr 25rb
2. Keripik pisang 15rb/bungkus stok 20
3. Madu hutan 90-100rb per botol

WA Bu Siti 081234567890`;

/** The form in a CMS's page, before anything is published. */
export function formSurfaces(browser: ExtensionBrowser, { wordpress }: Stage) {
  const rows: Rows = rowsOf(browser);
  const at = (bring: (panel: Panel) => Promise<unknown>, aimed?: string) => {
    let panel: Panel;
    return {
      isWindow: true,
      async open(): Promise<Page> {
        const page = await signedIn(await browser.context.newPage(), wordpress);
        panel = await openPanel(page, rows);
        await bring(panel);
        return page;
      },
      ...(aimed && { aim: () => panel.frame.locator(aimed).first().scrollIntoViewIfNeeded() }),
    };
  };
  return {
    'panel-empty': at(async () => undefined),
    'panel-like-the-last': at(async (panel) => {
      await panel.frame.getByRole('button', { name: /Seperti yang terakhir|Like the last one/ }).click();
    }),
    'panel-wrong': at(async (panel) => {
      await panel.field('price').fill('1.5');
      await panel.field('producerPhone').fill('12');
      await pressed(panel, () => panel.field('producerPhone').press('Control+Enter'));
      await panel.frame.locator('[aria-invalid=true]').first().waitFor();
    }),
    'panel-filled': at(async (panel) => {
      await panel.frame
        .locator('#quick-line')
        .fill('Gula semut 250gr 25rb/bungkus stok 40 wa 081234567890 oleh Bu Siti');
      await panel.addPhotos((await goods('Gula semut')).photos);
    }),
    'panel-asked': at(async (panel) => {
      await panel.frame
        .locator('#quick-line')
        .fill(
          'Halo kak, jual sapu glagah 3 biji Rp50.000, 1 biji Rp18.000 stok 2 ton 12 pcs wa 081234567890 a.n. Siti 2',
        );
      await panel.frame.locator('.quick-asks').waitFor();
    }),
    'panel-list-found': at(async (panel) => {
      await panel.frame.locator('#quick-line').fill(LIST);
      await panel.frame.getByRole('button', { name: /Periksa daftarnya|Check the list/ }).waitFor();
    }),
    'panel-list': at(async (panel) => {
      await panel.frame.locator('#quick-line').fill(LIST);
      await panel.frame.getByRole('button', { name: /Periksa daftarnya|Check the list/ }).click();
      await panel.frame.locator('#list-name-2').waitFor();
      const photos = PICTURE_NAMES.slice(0, 2).map(async (name) => ({
        name: `${name}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await picture(name),
      }));
      await panel.frame.locator('.list-photos input').setInputFiles(await Promise.all(photos));
      await panel.frame.locator('.list-photo img').nth(1).waitFor();
    }),
    'panel-photos': at(async (panel) => {
      const photos = PICTURE_NAMES.slice(0, 7).map(async (name) => ({
        name: `${name}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await picture(name),
      }));
      await panel.addPhotos(await Promise.all(photos));
      await panel.frame
        .locator('input[type=file][accept^="image"]')
        .setInputFiles({ name: 'daftar-harga.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') });
      await panel.frame.locator('.photo-failed').waitFor();
      await panel.frame.locator('.photo-grid img').nth(1).click();
    }, '.photo-grid'),
    'panel-permits': at(async (panel) => {
      const year = String(new Date().getFullYear() % 100).padStart(2, '0');
      await panel.fillMore({ pirt: `P-IRT 206 3303 01 0123-${year}`, bpom: 'MD 86701', halal: 'ID33110000123450422' });
      await panel.field('halalUntil').fill(inDays(400));
      await panel.field('nib').focus();
    }, '#field-nib'),
    'panel-phone': at(async (panel) => {
      await panel.field('description').fill('Gula semut asli. Pesan ke Bu Siti, nol delapan satu dua 3456 7890.');
      await panel.field('terms').fill('COD, hubungi 0813 9876 5432');
    }, '.ask'),
    'panel-phone-refused': at(async (panel) => {
      await panel.field('name').fill('Gula semut 081234567890');
      await pressed(panel, () => panel.field('name').press('Control+Enter'));
      await panel.frame.locator('#field-name[aria-invalid=true]').waitFor();
    }, '#field-name'),
    'panel-guard-ask': at(async (panel) => {
      // A press by a mouse that was never seen in the panel.
      await pressed(panel, () => panel.frame.locator('.publish-button button').dispatchEvent('click', { detail: 1 }));
      await panel.frame.locator('.publish-why:not(:empty)').waitFor();
    }),
    'panel-guard': at(async (panel) => {
      await panel.page.evaluate(cover);
      await panel.field('name').press('Control+Enter');
      await panel.frame.locator('.publish-why:not(:empty)').waitFor();
    }),
  } satisfies Surfaces;
}

/** Runs in the page: a see-through layer that comes back over the panel as often as it is put below. */
function cover(): void {
  const lure = document.createElement('div');
  lure.popover = 'manual';
  lure.style.cssText =
    'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;background:none;pointer-events:none';
  document.body.append(lure);
  setInterval(() => {
    lure.hidePopover();
    lure.showPopover();
  }, 40);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
