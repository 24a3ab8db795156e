import type { Page } from '@playwright/test';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { expect, product, test } from './fixtures.ts';

/** The names of WordPress's own scripts in the page. */
interface Globals {
  wp: {
    blocks: { parse(source: string): unknown[] };
    data: {
      select(store: string): { getEditedPostContent(): string; getBlocks(): { clientId: string }[] };
      dispatch(store: string): { resetBlocks(blocks: unknown[]): void; selectBlock(id: string): void };
    };
  };
  tinymce: {
    get(id: string): {
      setContent(html: string): void;
      getContent(): string;
      getBody(): HTMLElement;
      selection: { setCursorLocation(node: Node | null, offset: number): void };
    };
  };
}

const PARAGRAPH = (text: string) => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`;

/** Inserts the card from the popup, which is a tab here, over the page that is being written. */
async function insert(page: Page, popup: Popup): Promise<void> {
  await page.bringToFront();
  await popup.page.bringToFront();
  await popup.page.getByRole('button', { name: 'Sisipkan kartu produk' }).click();
  await expect(popup.page.getByText('Kartunya ada di formulir, belum tersimpan')).toBeVisible();
}

test('WordPress: the card lands at the cursor of the block editor and of the classic one', async ({ village }) => {
  const page = await village.admin();
  const panel = await Panel.open(page);
  const gula = await product('Gula semut');
  await panel.fill(gula);
  await panel.publish();
  await panel.done();
  const popup = await Popup.open(village.browser);
  await popup.showListings();
  await popup.page.locator('.listing-main').click();
  const link = /href="[^"]+\/p\/[0-9a-z]{16}"/;
  const between = (html: string) => {
    expect(html.search(link)).toBeGreaterThan(html.indexOf('Awal artikel.'));
    expect(html.search(link)).toBeLessThan(html.indexOf('Akhir artikel.'));
  };

  await page.goto(new URL('post-new.php', page.url()).href);
  const blocks = (source: string) =>
    page.evaluate((text) => {
      const { wp } = globalThis as unknown as Globals;
      wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.parse(text));
      const [first] = wp.data.select('core/block-editor').getBlocks();
      if (first !== undefined) wp.data.dispatch('core/block-editor').selectBlock(first.clientId);
    }, source);
  await page.frameLocator('iframe[name="editor-canvas"]').locator('h1').waitFor();
  await blocks(PARAGRAPH('Awal artikel.') + PARAGRAPH('Akhir artikel.'));
  await insert(page, popup);
  const written = await page.evaluate(() =>
    (globalThis as unknown as Globals).wp.data.select('core/editor').getEditedPostContent(),
  );
  between(written);
  expect(written).not.toContain('<p></p>');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${page.url().split('?')[0]}?classic`);
  await page.frameLocator('#content_ifr').locator('body').waitFor();
  await page.evaluate(() => {
    const editor = (globalThis as unknown as Globals).tinymce.get('content');
    editor.setContent('<p>Awal artikel.</p><p>Akhir artikel.</p>');
    editor.selection.setCursorLocation(editor.getBody().firstChild, 1);
  });
  await insert(page, popup);
  between(await page.evaluate(() => (globalThis as unknown as Globals).tinymce.get('content').getContent()));

  // This is the source view. WordPress puts the caret and the focus back a moment after the switch.
  await page.bringToFront();
  await page.locator('#content-html').click();
  const source = page.locator('textarea#content');
  await expect(source).toBeFocused();
  await source.fill('Awal artikel.\n\nAkhir artikel.');
  await source.press('ControlOrMeta+Home');
  await source.press('End');
  await insert(page, popup);
  between(await source.inputValue());
});

test('WordPress: a product that was begun from an article is shown in it by its card, and gets no second article', async ({
  village,
}) => {
  const page = await village.admin();
  const title = `Gula semut Bu Siti ${Math.random().toString(36).slice(2, 7)}`;
  const posts = () =>
    page.evaluate(async (search) => {
      const { wp } = globalThis as unknown as { wp: { apiFetch(of: { path: string }): Promise<{ link: string }[]> } };
      return wp.apiFetch({ path: `/wp/v2/posts?status=any&search=${encodeURIComponent(search)}` });
    }, title);
  await page.goto(new URL('post-new.php', page.url()).href);
  await page.frameLocator('iframe[name="editor-canvas"]').locator('h1').waitFor();
  await page.evaluate(
    async ({ name, content }) => {
      const { wp } = globalThis as unknown as {
        wp: { data: { dispatch(s: string): { editPost(of: object): void; savePost(): Promise<void> } } };
      };
      const editor = wp.data.dispatch('core/editor');
      editor.editPost({ title: name, content, status: 'publish' });
      await editor.savePost();
    },
    { name: title, content: PARAGRAPH('Dimasak pagi hari, 25rb per bungkus.') },
  );
  const panel = await Panel.open(page);
  await expect(panel.field('name')).toHaveValue(title);
  await expect(panel.frame.getByRole('radio', { name: 'Di artikel ini' })).toBeChecked();
  const goods = await product('x');
  await panel.addPhotos(goods.photos);
  await panel.field('price').fill('25rb');
  await panel.field('unit').selectOption('bungkus');
  await panel.frame.locator('input[name="category"][value="makanan"]').check({ force: true });
  await panel.field('producerName').fill('Bu Siti');
  await panel.field('producerPhone').fill('0812-0000-0001');
  await panel.agree();
  await panel.publish();
  await panel.frame.getByRole('button', { name: 'Sisipkan kartu produk' }).waitFor({ timeout: 60_000 });
  expect(await posts()).toHaveLength(1);
  await panel.frame.getByRole('button', { name: 'Sisipkan kartu produk' }).click();
  await expect(panel.frame.getByText('Kartunya ada di formulir, belum tersimpan')).toBeVisible();
  const content = await page.evaluate(() => {
    const { wp } = globalThis as unknown as Globals;
    return wp.data.select('core/editor').getEditedPostContent();
  });
  expect(content).toMatch(/href="[^"]+\/p\/[0-9a-z]{16}"/);
  expect(await posts()).toHaveLength(1);

  // On another page an empty panel shows first what waits for the address, and takes it. The site answers no stranger
  // meanwhile: else the saved card is found there, and nothing has to be asked.
  const [article] = await posts();
  const home = new URL('/', page.url()).href;
  await page.route(home, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.fallback()));
  await page.evaluate(async () => {
    const { wp } = globalThis as unknown as { wp: { data: { dispatch(s: string): { savePost(): Promise<void> } } } };
    await wp.data.dispatch('core/editor').savePost();
  });
  await page.goto(new URL('edit.php', page.url()).href);
  const next = await Panel.open(page);
  await expect(next.frame.locator('.waiting-first h2')).toHaveText(title);
  await next.frame.locator('.waiting-first input').fill(article?.link ?? '');
  await next.frame.getByRole('button', { name: 'Simpan alamat' }).click();
  await expect(next.frame.locator('.waiting-first')).toHaveCount(0, { timeout: 60_000 });
});
