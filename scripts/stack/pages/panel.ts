import type { Frame, Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

export interface Product {
  name: string;
  price: string;
  unit?: string;
  pack?: string;
  description?: string;
  category?: string;
  producer?: string;
  phone?: string;
  /** Fields under "Lanjutan", by their names in the form. */
  more?: Record<string, string>;
  photos: { name: string; mimeType: string; buffer: Buffer }[];
}

/** The "Jual produk" panel inside a CMS page, as a person uses it. The words are Indonesian, the default. */
export class Panel {
  constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** Opens the panel from the admin menu (or whatever entry is visible) and waits until it can be typed in. */
  static async open(page: Page, patience?: number): Promise<Panel> {
    await Panel.launcher(page).click();
    return Panel.opened(page, patience);
  }

  /** Our entry in the CMS's own menu. */
  static launcher(page: Page): Locator {
    return page
      .getByRole('link', { name: 'Jual produk' })
      .or(page.getByRole('button', { name: 'Jual produk' }))
      .first();
  }

  /** Waits (ms) for a panel that was opened by something else. */
  static async opened(page: Page, patience = 60_000): Promise<Panel> {
    const isPanel = (frame: Frame) => frame.url().includes('/panel.html');
    // A panel that was loaded ahead may give way to the one that is shown, so each is asked until one can be pressed.
    let frame: Frame | undefined;
    const look = async () => {
      for (const one of page.frames().filter(isPanel)) {
        const button = one.getByRole('button', { name: /Terbitkan|Simpan perubahan/ }).first();
        if (await button.isVisible().catch(() => false)) frame = one;
      }
      return frame !== undefined;
    };
    // Two browsers share the machine: how late it may be is told by the bench, not here.
    await expect.poll(look, { message: 'the panel opens', timeout: patience }).toBe(true);
    if (frame === undefined) throw new Error('the panel is gone again');
    return new Panel(page, frame);
  }

  field(name: string): Locator {
    return this.frame.locator(`#field-${name}`);
  }

  /** Fills the fields that are given, in the order of the form, and waits until they are saved. */
  async fill(product: Product): Promise<void> {
    await this.addPhotos(product.photos);
    await this.field('name').fill(product.name);
    await this.field('price').fill(product.price);
    await this.field('unit').selectOption(product.unit ?? 'kg');
    if (product.pack) await this.field('packAmount').fill(product.pack);
    await this.frame.locator(`input[name="category"][value="${product.category ?? 'makanan'}"]`).check({ force: true });
    await this.field('description').fill(product.description ?? '');
    await this.field('producerName').fill(product.producer ?? 'Bu Siti');
    await this.field('producerPhone').fill(product.phone ?? '0812-0000-0001');
    await this.agree();
    if (product.more) await this.fillMore(product.more);
    await this.saved();
  }

  /** Ticks that the maker agreed, where that is still asked. */
  async agree(): Promise<void> {
    const asked = await this.field('consent').evaluate((element) => element.matches('input'));
    if (asked) await this.field('consent').check();
  }

  /** What stands folded away below the form. */
  async fillMore(fields: Record<string, string>): Promise<void> {
    const more = this.frame.locator('details.more');
    if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value);
  }

  async addPhotos(photos: Product['photos']): Promise<void> {
    const tiles = this.frame.locator('.photo-grid img');
    const before = await tiles.count();
    await this.frame.locator('input[type=file][accept^="image"]').setInputFiles(photos);
    await expect(tiles).toHaveCount(before + photos.length);
  }

  async saved(): Promise<void> {
    await expect(this.frame.getByText('Tersimpan', { exact: true })).toBeVisible();
  }

  publishButton(): Locator {
    return this.frame.getByRole('button', { name: /Terbitkan|Simpan perubahan/ });
  }

  /**
   * Presses the button as a person does: a button that was not in sight long enough refuses the press and says so, or
   * asks, and is pressed again. `twice` makes a double click.
   */
  async publish({ twice = false } = {}): Promise<void> {
    await expect(async () => {
      await this.publishButton().click({ clickCount: twice ? 2 : 1, timeout: 5000 });
      // The press counts once the form is gone; else the panel says why it does not. It may be judged after a moment only.
      const said = this.frame.locator('.publish-why', { hasText: /\S/ }).first();
      await Promise.any([
        this.publishButton().waitFor({ state: 'detached', timeout: 5000 }),
        said.waitFor({ timeout: 5000 }),
      ]).catch(() => undefined);
      await this.frame.locator('button[aria-busy=true]').waitFor({ state: 'detached' });
      expect(await this.heldBack().isVisible()).toBe(false);
    }).toPass();
  }

  /** What the panel says when a press did not count: its button was covered, or the panel asks for one press more. */
  heldBack(): Locator {
    return this.frame.locator('.publish-why', { hasText: /ditahan demi keamanan|tekan tombolnya sekali lagi/ });
  }

  /** Waits for the end of the journey (the site's article is written, or waits for somebody) and returns where the product and the post are. */
  async done(): Promise<{ productUrl: string; postUrl: string | null }> {
    const product = this.frame.getByRole('link', { name: 'Lihat di pasar' });
    await product.waitFor({ timeout: 60_000 });
    await this.frame.locator('.done-writing').waitFor({ state: 'detached', timeout: 60_000 });
    const post = this.frame.getByRole('link', { name: 'Lihat di situs desa' });
    const postUrl = (await post.count()) > 0 ? await post.getAttribute('href') : null;
    return { productUrl: (await product.getAttribute('href')) ?? '', postUrl };
  }
}
