// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import type { Site } from '#tests/cms/suite/target.ts';
import { driver, wordpressTarget } from './site.ts';

type Double = Awaited<ReturnType<typeof startWordPressDouble>>;
let double: Double;
let site: Site;
beforeEach(async () => {
  double = await startWordPressDouble();
  site = await wordpressTarget('pages', async () => double).start();
});
afterEach(() => site.stop());

const make = async (role: string) => driver.productsPage?.(await site.signIn(role));
const page = () => {
  const [only, ...more] = double.state.pages;
  if (only === undefined || more.length > 0) throw new Error(`${more.length} pages too many, or none`);
  return only;
};
const category = () => double.state.categories.find(({ slug }) => slug === 'produk-desa')?.id;

test('one press makes a page that lists the category by itself', async () => {
  expect(await make('editor')).toEqual({ url: `${site.url}/produk-desa/`, state: 'made' });
  expect(page()).toMatchObject({ title: 'Produk Desa', status: 'publish' });
  expect(page().content).toContain(`<!-- wp:latest-posts {"categories":[{"id":${category()}}]`);
});

test('a second one, twice at once, finds it by its address, whatever the village made of it', async () => {
  await make('admin');
  Object.assign(page(), { title: 'Belanja', content: '<p>Ditulis ulang oleh Pak Carik.</p>' });
  const both = await Promise.all([make('admin'), make('editor')]);
  expect(both.map((one) => one?.state)).toEqual(['there', 'there']);
  expect(page().content).toBe('<p>Ditulis ulang oleh Pak Carik.</p>');
});

test('a page that was hidden is shown again', async () => {
  await make('admin');
  page().status = 'draft';
  expect(await make('admin')).toMatchObject({ state: 'made' });
  expect(page().status).toBe('publish');
});

test('a category that was deleted and made anew is listed again; what stands around it stays', async () => {
  await make('admin');
  const { content } = page();
  page().content = `<p>Selamat datang.</p>${content}`;
  double.state.categories.splice(0, double.state.categories.length, {
    id: 999,
    name: 'Produk Desa',
    slug: 'produk-desa',
  });
  expect(await make('admin')).toMatchObject({ state: 'made' });
  expect(page().content).toContain('{"id":999}');
  expect(page().content).toMatch(/^<p>Selamat datang\.<\/p>/);
});

test('a role without pages is told so, and led to the one that is there', async () => {
  await expect(make('author')).rejects.toMatchObject({ code: 'no_permission' });
  expect(double.state.pages).toEqual([]);
  await make('admin');
  expect(await make('contributor')).toEqual({ url: `${site.url}/produk-desa/`, state: 'there' });
});

test('a session that ended makes nothing', async () => {
  const context = await site.signIn('admin');
  double.state.sessions.clear();
  await expect(driver.productsPage?.(context)).rejects.toMatchObject({ code: 'signed_out' });
  expect(double.state.pages).toEqual([]);
});
