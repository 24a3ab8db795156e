// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { seePress } from '#utils/cms/learned/driven/seePress.ts';

const SITE = 'https://desa.example';
const LINK = 'https://pasar.example/p/abc';
const WORDS = { link: LINK, title: 'Gula semut', pictureUrl: null, now: new Date(2026, 10, 28).getTime() };

beforeEach(() => {
  HTMLElement.prototype.checkVisibility ??= () => true;
});

function press(html: string, address = `${SITE}/admin/berita/baru`) {
  document.body.innerHTML = html;
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('Simpan'));
  if (button === undefined) throw new Error('no button');
  return seePress(button, WORDS, new URL(address), SITE);
}

const filled = (more = '', form = '') =>
  `<form ${form}><input type="text" id="judul" value="Gula semut"><textarea name="isi">&lt;a href="${LINK}"&gt;Gula&lt;/a&gt;</textarea>${more}<button>Simpan</button></form>`;

test('parts are told by the product’s words, and named by name, binding, id or label', () => {
  const seen = press(`<form wire:submit="simpan">
    <input type="text" id="input-172" wire:model.live="form.judul" value="Gula semut">
    <label>Isi berita <textarea>&lt;a href="${LINK}"&gt;Gula&lt;/a&gt;</textarea></label>
    <select id="kategori"><option value="1">Berita</option><option value="3" selected>Produk</option></select>
    <input type="text" wire:model="penulis" value="Admin">
    <input type="hidden" name="_token" value="rahasia">
    <button>  Simpan
      sekarang </button></form>`);
  expect(seen).toMatchObject({
    page: '/admin/berita/baru',
    controls: ['Isi berita', 'form.judul', 'kategori', 'penulis'],
    fields: [
      { role: 'title', name: 'form.judul' },
      { role: 'body', name: 'Isi berita', form: 'html' },
    ],
    chosen: [
      { name: 'kategori', value: '3' },
      { name: 'penulis', value: 'Admin' },
    ],
    driven: { button: { text: 'Simpan sekarang', isSubmit: true }, awaits: [] },
  });
  expect(JSON.stringify(seen)).not.toContain('rahasia');
});

test('a page without a form is one as well', () => {
  const html = filled().replace('<form >', '<main>').replace('</form>', '</main>');
  expect(press(html)).toMatchObject({ driven: { button: { text: 'Simpan', isSubmit: false } } });
});

test('a page that its script shows behind # is opened there again', () => {
  expect(press(filled(), `${SITE}/admin#/berita/baru`)).toMatchObject({ page: '/admin#/berita/baru' });
  expect(press(filled(), `${SITE}/admin#isi`)).toMatchObject({ page: '/admin' });
});

test.each([
  ['another product’s words', filled().replaceAll(LINK, 'https://pasar.example/p/lain'), null],
  ['another host', filled('', 'action="https://jahat.example/"'), 'other_site'],
  [
    'a button that sends it to another host',
    filled().replace('<button>', '<button formaction="//jahat.example/">'),
    'other_site',
  ],
  ['a script’s address', filled('', 'action="javascript:alert(1)"'), 'not_sent'],
  ['a password', filled('<input type="password" id="sandi">'), 'secret'],
  ['a card’s number', filled('<input type="text" name="cc" autocomplete="cc-number">'), 'secret'],
  ['no title', filled().replace('value="Gula semut"', 'value=""'), 'no_title'],
])('%s is not learned', (_, html, why) => {
  expect(press(html)).toBe(why);
});

test('the form of an article that stands is no form for a new one', () => {
  expect(press(filled(), `${SITE}/admin/berita/12/ubah`)).toBe('not_sent');
  expect(press(filled(), `${SITE}/admin/berita.php?id=12`)).toBe('not_sent');
});
