// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAbout, rowLinks, shapeAmong, shapeFor, withNumber } from '#utils/cms/learned/articleShape.ts';
import { idOf } from '#utils/cms/learned/sitePath.ts';
import { bodyMark, lettersByLine, wordsMark } from '#utils/cms/learned/wordsMark.ts';

const SITE = 'https://desa.example';
const LIST = new URL(`${SITE}/admin/berita`);
const row = (title: string, edit: string) =>
  `<tr><td>${title}</td><td><a href="${edit}">Ubah</a> <a href="${edit.replace('edit', 'hapus')}">Hapus</a></td></tr>`;
const linksIn = (rows: string) =>
  rowLinks(new DOMParser().parseFromString(`<table>${rows}</table>`, 'text/html'), LIST, SITE);

describe('the shape of an edit address', () => {
  test('has as its one variable the number in which the rows differ, wherever it stands', () => {
    const links = linksIn(
      row('Gula semut', '/v2/admin/berita/edit/12?tab=3') + row('Kerja bakti', '/v2/admin/berita/edit/7?tab=3'),
    );
    const shape = shapeAmong('/v2/admin/berita/edit/12?tab=3', links);
    expect(shape).toEqual({ shape: '/v2/admin/berita/edit/{id}?tab=3', id: '12' });
    expect(links.filter((link) => isAbout(link, ['Gula Semut'])).map(({ path }) => path)).toEqual([
      '/v2/admin/berita/edit/12?tab=3',
      '/v2/admin/berita/hapus/12?tab=3',
    ]);
  });
  test('of a list with no other article is told by its last number, and there is none without one', () => {
    expect(shapeAmong('/admin/edit/12', [])).toEqual({ shape: '/admin/edit/{id}', id: '12' });
    expect(shapeAmong('/admin/edit/gula-semut', [])).toBeNull();
    expect(shapeFor('/v2/admin/update/2', '2')).toBe('/v2/admin/update/{id}');
    expect(shapeFor('/admin/simpan', '2')).toBe('/admin/simpan');
  });
  test('is found again for every number, and for no other address', () => {
    const path = fc.webPath().filter((one) => !/\d/.test(one));
    fc.assert(
      fc.property(path, fc.nat(), fc.nat(), (before, one, other) => {
        const found = shapeAmong(`${before}/edit/${one}`, []);
        expect(idOf(`${before}/edit/${other}`, found?.shape ?? '')).toBe(String(other));
        expect(withNumber(found?.shape ?? '', String(one))).toBe(`${before}/edit/${one}`);
        expect(idOf(`${before}/hapus/${other}`, found?.shape ?? '')).toBeNull();
      }),
    );
  });
  test('counts no link outside a row, of another host or out of the site’s folder', () => {
    const page =
      '<a href="/admin/edit/1">Gula</a><ul><li>Gula <a href="https://lain.example/admin/edit/1">x</a></li></ul>';
    expect(rowLinks(new DOMParser().parseFromString(page, 'text/html'), LIST, SITE)).toEqual([]);
    const inner = '<ul><li><a href="/lain/edit/1">x</a></li></ul>';
    expect(rowLinks(new DOMParser().parseFromString(inner, 'text/html'), LIST, `${SITE}/desa`)).toEqual([]);
  });
});

describe('our words, known again', () => {
  const LINK = 'https://pasar.example/p/a';
  const html = `<p>Pedas &#38; “gurih” &#127798;</p>\n<p><strong>Rp25.000</strong></p>\n<p><a href="${LINK}">Tanya</a></p>`;
  test('in whatever a site made of their elements, quotes and emoji', () => {
    const stored = `<div>Pedas &amp; "gurih" ????<br>Rp25.000</div><a rel="nofollow" href="${LINK}">Tanya</a>`;
    expect(bodyMark(stored, 'html', LINK)).toBe(wordsMark(html));
    expect(bodyMark(`Pedas & “gurih”\nRp25.000\nTanya\n\n${LINK}`, 'text', LINK)).toBe(wordsMark(html));
    expect(bodyMark(stored.replace('25', '30'), 'html', LINK)).not.toBe(wordsMark(html));
  });
  test('line by line', () => {
    expect(lettersByLine(html)).toEqual(['pedasgurih', 'rp25000', 'tanya']);
  });
});
