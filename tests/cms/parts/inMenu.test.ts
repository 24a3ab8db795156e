// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { entryInMenu } from '#utils/cms/inMenu.ts';

const url = new URL('https://dagan.desa.id/');
const find = (html: string, isIt = (_: URL) => false) =>
  entryInMenu({ url, document: new DOMParser().parseFromString(html, 'text/html') }, 'Produk Desa', isIt);

test('an entry is found by its name, by where something of that name leads, or by its address', () => {
  expect(find('<nav><a href="/jual"> produk desa </a></nav>')).toBe('https://dagan.desa.id/jual');
  const tagged =
    '<ul class="menu"><li><a href="/tags/7">Belanja</a></li></ul><p>Tag: <a href="/tags/7">Produk Desa</a></p>';
  expect(find(tagged)).toBe('https://dagan.desa.id/tags/7');
  const asked = find('<ul class="nav"><li><a href="/x?id=7">Belanja</a></li></ul>', ({ search }) => search === '?id=7');
  expect(asked).toBe('https://dagan.desa.id/x?id=7');
});

test('a link in a text, a trail, or to another site is no entry', () => {
  expect(find('<p><a href="/jual">Produk Desa</a></p>')).toBeNull();
  expect(find('<nav class="breadcrumb"><a href="/jual">Produk Desa</a></nav>')).toBeNull();
  expect(find('<nav><a href="https://lain.example/jual">Produk Desa</a></nav>')).toBeNull();
  expect(find('<nav><a href="javascript:alert(1)">Produk Desa</a></nav>')).toBeNull();
});
