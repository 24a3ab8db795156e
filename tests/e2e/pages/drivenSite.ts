import { expect, type Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { Market } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';

const SHOW = 'Tunjukkan sekali, sesudahnya otomatis';
const GIVE = 'Isikan judul, isi, dan foto';
export const GO = 'Tulis sekarang';

/** A village site whose form can only be driven, and the person who shows it and presses "write now". */
export class DrivenSite {
  private constructor(
    private readonly browser: ExtensionBrowser,
    readonly site: VillageSite,
    readonly page: Page,
  ) {}

  /** The person is signed in, with the form for a new article in front of them. */
  static async open(browser: ExtensionBrowser, market: Market, traits: Partial<VillageOptions>): Promise<DrivenSite> {
    const site = await startVillageSite(traits);
    await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
    const page = await browser.context.newPage();
    await signsIn(page, site);
    await opensForm(page, site);
    return new DrivenSite(browser, site, page);
  }

  async sell(name: string): Promise<Panel> {
    const panel = await Panel.open(this.page);
    const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') };
    await panel.fill({ name, price: '25rb', unit: 'bungkus', description: `${name} buatan sendiri.`, photos: [photo] });
    await panel.publish();
    return panel;
  }

  /** Dodolan fills in, the person completes the form and saves it as always. */
  async show(name: string): Promise<LessonNote> {
    const panel = await this.sell(name);
    await panel.frame.getByRole('button', { name: SHOW }).click();
    const note = await LessonNote.on(this.page);
    // The note moves while the panel gives way to it, and a press may fall beside the button.
    await expect(async () => {
      if ((await note.text()).includes(GIVE)) await note.press(GIVE);
      await expect.poll(() => note.text(), { timeout: 5000 }).toMatch(/Sudah diisikan|Sebagian belum/);
    }).toPass({ timeout: 60_000 });
    await this.completes();
    const form = this.page
      .locator('form')
      .filter({ has: this.page.locator('#judul') })
      .filter({ visible: true });
    await presses(this.page, form, this.site);
    return note;
  }

  /** The tab that "write now" opens. */
  async writeNow(panel: Panel): Promise<Page> {
    const opened = this.browser.context.waitForEvent('page');
    await panel.frame.getByRole('button', { name: GO }).click();
    return opened;
  }

  /** What Dodolan leaves to the person. */
  private async completes(): Promise<void> {
    const { page } = this;
    const { category, date, status, editor } = this.site.options;
    if (category === 'lineByHeart') await page.getByLabel('Kategori').fill('Ekonomi');
    else if (category !== 'none') await page.getByLabel('Kategori').first().selectOption('3');
    if (date !== 'none') await page.getByLabel('Tanggal').fill(today(date));
    if (status === 'draftDefault') await page.getByLabel('Status').selectOption('1');
    if (editor !== 'otherField') return;
    await page.getByLabel('Deskripsi').fill(await page.getByLabel('Konten').inputValue());
    await page.getByLabel('Konten').fill('Lihat keterangan.');
  }
}

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

function today(form: 'iso' | 'dmy' | 'dmyText'): string {
  const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-');
  if (form === 'iso') return `${year}-${month}-${day}`;
  return form === 'dmy' ? `${day}-${month}-${year}` : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
