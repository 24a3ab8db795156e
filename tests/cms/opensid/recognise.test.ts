// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { openDom } from '#tests/support/dom.ts';
import { opensid } from '#utils/cms/opensid/recognise.ts';
import { openTab } from './browser.ts';

let double: OpensidDouble;
afterEach(() => double.close());

const pageAt = async (url: string) => {
  const html = await (await fetch(url)).text();
  return { document: openDom(html, { url }).window.document, location: new URL(url) };
};

test.each([
  ['/index.php', ''],
  ['', ''],
  ['/desa-dagan/index.php', '/desa-dagan'],
  ['/desa-dagan', '/desa-dagan'],
])('with pages under "%s" the site is its address with the folder "%s"', async (prefix, folder) => {
  double = await startOpensid({ prefix });
  const { page } = await (await openTab(double.base, 'admin')).open('beranda');
  expect(page).toEqual({
    cms: 'opensid',
    siteUrl: new URL(double.base).origin + folder,
    version: '2410.0.0',
    siteName: 'Desa Dagan',
    openPost: null,
  });
});

test('behind a TLS proxy that makes OpenSID write http://, the site keeps the address it was visited at', async () => {
  double = await startOpensid();
  const { document } = await (await openTab(double.base, 'admin')).open('beranda');
  const page = opensid.recognise({ document, location: new URL('https://dagan.desa.id/index.php/beranda') });
  expect(page?.siteUrl).toBe('https://dagan.desa.id');
});

test('sign-in page and public pages are not taken for admin pages', async () => {
  double = await startOpensid();
  for (const path of ['siteman', 'artikel/2026/11/24/tidak-ada']) {
    expect(opensid.recognise(await pageAt(double.base + path))).toBeNull();
  }
});

test('another program with the same look is not taken for OpenSID', async () => {
  double = await startOpensid();
  const { document } = await (await openTab(double.base, 'admin')).open('beranda');
  document.querySelector('.main-footer')?.remove();
  expect(opensid.recognise({ document, location: new URL(double.base) })).toBeNull();
});

test('the menu entry looks like its neighbours: below Lapak in the sidebar, first in the bar', async () => {
  double = await startOpensid();
  const { document } = await (await openTab(double.base, 'admin')).open('beranda');
  const [sidebar, navbar] = opensid.places.map((place) => {
    const { element, button } = place.build(document, 'Jual <b>produk</b>');
    place.insert(document, element);
    expect(button.textContent?.trim()).toBe('Jual <b>produk</b>');
    return element;
  });
  expect(sidebar?.parentElement?.className).toBe('sidebar-menu');
  expect(sidebar?.previousElementSibling?.textContent).toBe('lapak_admin');
  expect(navbar).toBe(document.querySelector('.navbar-nav')?.firstElementChild);
});

test('without Lapak the entry stands below the articles', async () => {
  double = await startOpensid();
  const { document } = await (await openTab(double.base, 'kontributor')).open('beranda');
  const [place] = opensid.places;
  const entry = place?.build(document, 'Jual produk').element;
  if (!entry) throw new Error('no entry');
  place?.insert(document, entry);
  expect(entry.previousElementSibling?.textContent).toBe('web/clear');
});
