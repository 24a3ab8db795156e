// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { editAddress, openTab, type Tab } from './browser.ts';
import { postOf, repriced } from './post.ts';

const driver = opensidDriver(async (blob) => blob);
let double: OpensidDouble;
beforeEach(async () => {
  double = await startOpensid();
});
afterEach(() => double.close());

async function as(role: string): Promise<{ tab: Tab; context: DriverContext }> {
  const tab = await openTab(double.base, role);
  return { tab, context: await tab.open('beranda') };
}
const stored = () => double.state.articles.map(({ id, enabled }) => ({ id, enabled }));

test('an admin deletes: the article is gone, and a second time is no fault', async () => {
  const { context } = await as('admin');
  const post = postOf();
  const known = await driver.save(context, post);
  expect(await driver.unpublish(context, { link: post.link, known })).toMatchObject({ state: 'gone' });
  expect(stored()).toEqual([]);
  expect(await driver.unpublish(context, { link: post.link, known })).toBeNull();
});

test('what a person has worked on is hidden, not deleted: OpenSID has no trash', async () => {
  const { context } = await as('admin');
  const post = postOf();
  const known = await driver.save(context, post);
  for (const article of double.state.articles) article.isi += '<p>Tulisan pak Carik</p>';
  await driver.unpublish(context, { link: post.link, known });
  expect(stored()).toEqual([{ id: Number(known.postId), enabled: 0 }]);
});

test.each(['operator', 'redaksi'])('%s, who may not delete, hides and shows the one article', async (role) => {
  const { tab, context } = await as(role);
  const post = postOf();
  const known = await driver.save(context, post);
  expect(known.state).toBe('published');
  const gone = await driver.unpublish(context, { link: post.link, known });
  expect(gone).toMatchObject({ state: 'gone', postId: known.postId });
  expect(await (await tab.fetch(known.url)).text()).not.toContain(post.link);
  // A second call must not turn the switch back.
  await driver.unpublish(context, { link: post.link, known });
  expect(stored()).toEqual([{ id: Number(known.postId), enabled: 0 }]);
  const back = await driver.save(context, { ...post, known: gone });
  expect(back).toMatchObject({ state: 'published', postId: known.postId, url: known.url });
});

test('a kontributor ends in a draft each time, without a category to make, and never publishes by a later change', async () => {
  const { context } = await as('kontributor');
  const post = postOf();
  const known = await driver.save(context, post);
  expect(known.state).toBe('draft');
  // Without a category the list's own edit button opens the form of a new article.
  const changed = await driver.save(context, { ...repriced(post, 'Rp30.000'), known });
  expect(changed).toMatchObject({ state: 'draft', postId: known.postId });
  const gone = await driver.unpublish(context, { link: post.link, known: changed });
  const back = await driver.save(context, { ...post, known: gone });
  expect(back.state).toBe('draft');
  expect(stored()).toEqual([{ id: Number(known.postId), enabled: 0 }]);
});

test('a kontributor is put into the category where it exists already', async () => {
  double.state.categories.push({ id: 7, kategori: 'Produk Desa' });
  await driver.save((await as('kontributor')).context, postOf());
  expect(double.state.articles.map((a) => a.id_kategori)).toEqual([7]);
});

test("an admin's article is not a kontributor's to change, and it is said so", async () => {
  const post = postOf();
  const known = await driver.save((await as('admin')).context, post);
  const { context } = await as('kontributor');
  const refused = { code: 'no_permission' };
  await expect(driver.save(context, { ...repriced(post, 'Rp1'), known })).rejects.toMatchObject(refused);
  await expect(driver.unpublish(context, { link: post.link, known })).rejects.toMatchObject(refused);
  expect(stored()).toEqual([{ id: Number(known.postId), enabled: 1 }]);
});

test("an editor's approval of a kontributor's draft stays through the kontributor's next change", async () => {
  const { context } = await as('kontributor');
  const post = postOf();
  const known = await driver.save(context, post);
  for (const article of double.state.articles) article.enabled = 1;
  expect(await driver.save(context, { ...repriced(post, 'Rp1'), known })).toMatchObject({ state: 'published' });
});

test('while the factory password stands nothing is written, and the new password is what is asked for', async () => {
  const { context } = await as('admin');
  double.state.options.forcedPassword = true;
  await expect(driver.save(context, postOf())).rejects.toMatchObject({ code: 'password_due' });
  await expect(driver.products?.(context)).rejects.toMatchObject({ code: 'password_due' });
  expect(stored()).toEqual([]);
});

test('a site that asks for its village first is what is told, in its own words, and nobody of an account without rights', async () => {
  const { context } = await as('admin');
  double.state.options.unnamedVillage = true;
  const asked = { code: 'refused', what: expect.stringContaining('Identitas Desa masih kosong') };
  await expect(driver.save(context, postOf())).rejects.toMatchObject(asked);
  await expect(driver.products?.(context)).rejects.toMatchObject(asked);
  await expect(driver.productsPage?.(context)).rejects.toMatchObject(asked);
  expect(stored()).toEqual([]);
});

test('an article that stands open in the form of this very page is not changed behind its back', async () => {
  const { tab, context } = await as('admin');
  const post = postOf();
  const known = await driver.save(context, post);
  const open = await tab.open(await editAddress(tab, double.base, known.postId));
  expect(open.page.openPost).toBe(known.postId);
  await expect(driver.save(open, { ...repriced(post, 'Rp1'), known })).rejects.toMatchObject({
    code: 'open_in_editor',
  });
});
