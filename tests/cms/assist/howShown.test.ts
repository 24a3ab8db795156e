// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { markupIn } from '#utils/cms/assist/howShown.ts';
import { inert } from '#utils/cms/plainText.ts';

const TEXT = 'Kerja bakti di balai desa berjalan lancar dan diikuti banyak warga dari semua dusun. Terima kasih semua.';
const theme = (body: string) =>
  inert(`<header><a href="/">Desa</a></header><article><h1>Kerja bakti</h1><p>20 November 2026</p>
    <img src="/a.jpg"><div class="isi">${body}</div></article><footer><p>Kantor desa, jalan raya nomor satu</p></footer>`);

test.each([
  ['paragraphs of an editor', `<p>${TEXT}</p>`, 'html'],
  ['words with one in bold', `${TEXT} <strong>Penting</strong>`, 'html'],
  ['tags that are read as words', `&lt;p&gt;${TEXT}&lt;/p&gt;`, 'plain'],
  ['lines without any markup', `${TEXT}<br>${TEXT}`, 'plain'],
  ['too few words', 'Lancar.', 'unknown'],
])('%s: %s', (_, body, shown) => {
  expect(markupIn(theme(body))).toBe(shown);
});

test('without an element of its own the article is told from the theme by its paragraphs alone', () => {
  const page = (body: string) => inert(`<main><h1>Kerja bakti</h1>${body}</main>`);
  expect(markupIn(page(`<p>${TEXT}</p><p>${TEXT}</p>`))).toBe('html');
  expect(markupIn(page(`<p>${TEXT}</p>`))).toBe('unknown');
});

test('a code example of an article about HTML is no sign', () => {
  expect(markupIn(theme(`<p>${TEXT}</p><pre>&lt;p&gt;contoh&lt;/p&gt;</pre>`))).toBe('html');
});
