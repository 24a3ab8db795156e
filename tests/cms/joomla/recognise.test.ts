// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { type JoomlaDouble, startJoomla } from '#tests/cms/doubles/joomla.ts';
import { openDom } from '#tests/support/dom.ts';
import { joomlaDriver } from '#utils/cms/joomla/driver.ts';
import { joomla } from '#utils/cms/joomla/recognise.ts';
import { contextOn, signedIn } from './site.ts';

let double: JoomlaDouble;
afterEach(() => double.close());

const driver = joomlaDriver(async (blob) => blob);
const open = async (query: string, role = 'admin') =>
  contextOn(await signedIn(double.url, role, 'x'), double.url, query);

test.each([
  [3, '', '3.10.12'],
  [5, '/desa', null],
] as const)('Joomla %s under "%s" is recognised, with its folder', async (version, prefix, said) => {
  double = await startJoomla({ version, prefix });
  const { page } = await open('option=com_content');
  expect(page).toEqual({
    cms: 'joomla',
    siteUrl: double.url,
    version: said,
    siteName: 'Desa Dagan',
    openPost: null,
  });
});

test('sign-in page and the site itself are not taken for admin pages', async () => {
  double = await startJoomla();
  for (const path of ['/administrator/index.php', '/index.php?option=com_content&view=article&id=1']) {
    const url = double.url + path;
    const { document } = openDom(await (await fetch(url)).text(), { url }).window;
    expect(joomla.recognise({ document, location: new URL(url) })).toBeNull();
  }
});

test.each([3, 5] as const)(
  'Joomla %s: its own entry stands below Content, and in the bar of the form',
  async (version) => {
    double = await startJoomla({ version });
    const [menu, bar] = joomla.places;
    const { document } = await open('option=com_content');
    const inMenu = menu?.build(document, 'Jual produk');
    if (inMenu) menu?.insert(document, inMenu.element);
    expect(inMenu?.element.previousElementSibling?.textContent).toContain('Content');
    expect(inMenu?.element.textContent).toBe('Jual produk');
    const form = (await open('option=com_content&view=article&layout=edit')).document;
    const inBar = bar?.build(form, 'Jual produk');
    if (inBar) bar?.insert(form, inBar.element);
    expect(inBar?.element.isConnected).toBe(true);
  },
);

test.each([3, 5] as const)('Joomla %s: who is signed in, on which site', async (version) => {
  double = await startJoomla({ version });
  expect(await driver.identity(await open('option=com_content', 'manager'))).toMatchObject({
    siteUrl: double.url,
    name: 'Desa Dagan',
    user: version === 3 ? 'Pak manager' : 'Signed in as Pak manager',
  });
});

test('an open article offers its words and pictures; other pages and an empty form nothing', async () => {
  double = await startJoomla({ version: 5, prefix: '/desa' });
  const id = await double.witness('write', {
    title: 'Gula semut <b>Dagan</b>',
    html: '<p> </p><p>Dari nira kelapa.</p><p><img src="images/dua.jpg"><img src="https://lain.example/x.jpg"></p>',
  });
  const [article] = double.state.articles;
  if (article) article.images.image_intro = 'images/satu.jpg#joomlaImage://local-images/satu.jpg?width=1&height=1';
  const context = await open(`option=com_content&task=article.edit&id=${id}`);
  expect(context.page.openPost).toBe(id);
  expect(await driver.prefill(context)).toEqual({
    title: 'Gula semut <b>Dagan</b>',
    text: 'Dari nira kelapa.',
    imageUrls: [`${double.url}/images/satu.jpg`, `${double.url}/images/dua.jpg`],
  });
  expect(await driver.prefill(await open('option=com_content'))).toBeNull();
  expect(await driver.prefill(await open('option=com_content&view=article&layout=edit'))).toBeNull();
});
