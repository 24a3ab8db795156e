import type { Locator, Page } from '@playwright/test';

export interface Consigned {
  name: string;
  price: string;
  unit?: string;
  description?: string;
  maker: string;
  phone: string;
  photos: { name: string; mimeType: string; buffer: Buffer }[];
}

/** The form "Titip jual" of a village, as a villager uses it. */
export class TitipPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, link: string): Promise<TitipPage> {
    await page.goto(link);
    return new TitipPage(page);
  }

  field(name: string): Locator {
    return this.page.locator(`#isi-${name}`);
  }

  async fill({ name, price, unit, description, maker, phone, photos }: Consigned): Promise<void> {
    await this.field('name').fill(name);
    await this.field('price').fill(price);
    if (unit) await this.field('unit').selectOption(unit);
    await this.field('description').fill(description ?? '');
    await this.field('producer').fill(maker);
    await this.field('phone').fill(phone);
    await this.field('photos').setInputFiles(photos);
    await this.field('consent').check();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: /^Kirim ke/ }).click();
  }
}
