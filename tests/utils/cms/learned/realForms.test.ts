// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { controlsOf, isStanding } from '#utils/cms/learned/formShape.ts';
import { articleForm, giveWords, leadingForm, pictureInput } from '#utils/cms/learned/giveWords.ts';
import { standsAgain } from '#utils/cms/learned/standsAgain.ts';

const LINK = 'https://pasar.example/p/abcdefghij012345';
const SAVE = new URL('/berita/simpan', document.location.href);

function draw(html: string): HTMLFormElement {
  document.body.innerHTML = html;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  return form;
}

const SUMMERNOTE =
  '<div class="note-editor"><div class="note-modal"><input type="file" name="files" accept="image/*"></div></div>';

test('the photo goes into the site’s own field, never into the editor’s dialog', () => {
  const form = draw(`<form>${SUMMERNOTE}<textarea name="isi"></textarea><input type="file" name="foto"></form>`);
  expect(pictureInput(form)?.name).toBe('foto');
  expect(controlsOf(form).map(({ name }) => name)).toEqual(['isi', 'foto']);
  expect(pictureInput(draw(`<form>${SUMMERNOTE}<textarea name="isi"></textarea></form>`))).toBeUndefined();
});

test('of several fields that take pictures the one called so is the article’s', () => {
  const form = draw(
    '<form><input type="file" name="lampiran" accept="image/*,.pdf"><input type="file" name="gambar"></form>',
  );
  expect(pictureInput(form)?.name).toBe('gambar');
});

test('a category and a time of day are lines that are filled in alike each time', () => {
  const form = draw(
    '<form><input type="text" name="kategori_berita"><input type="text" name="waktu"><input type="time" name="pukul"><input type="text" name="kata_kunci"></form>',
  );
  expect(controlsOf(form).map(isStanding)).toEqual([true, true, true, false]);
});

test.each([
  [
    'the form stands there again with what was typed',
    `<form action="/berita/simpan"><textarea name="isi">${LINK}</textarea></form>`,
    true,
  ],
  ['the form is empty again', '<form action="/berita/simpan"><textarea name="isi"></textarea></form>', false],
  [
    'it is the form for changing the saved one',
    `<form action="/berita/simpan"><input type="hidden" name="id" value="7"><textarea name="isi">${LINK}</textarea></form>`,
    false,
  ],
  ['it is a form for something else', `<form action="/cari"><input name="q" value="${LINK}"></form>`, false],
])('%s', (_, html, isAsked) => {
  draw(html);
  expect(standsAgain(document, SAVE, LINK)).toBe(isAsked);
});

test('where the news only lead elsewhere, the address is what is given', () => {
  HTMLElement.prototype.checkVisibility ??= () => true;
  draw('<form><input name="q"></form><form><input type="text" name="judul"><input type="url" name="tautan"></form>');
  expect(articleForm(document)).toBeNull();
  const form = leadingForm(document);
  if (form === null) throw new Error('no form');
  const words = { title: 'Gula semut', picture: null, pictureUrl: null, link: LINK };
  expect(giveWords(form, words)).toMatchObject({ title: true, link: true });
  expect(form.querySelector<HTMLInputElement>('[name=tautan]')?.value).toBe(LINK);
});

test('a source beside a text is no place for the address', () => {
  HTMLElement.prototype.checkVisibility ??= () => true;
  const form = draw(
    '<form><input name="judul"><textarea name="isi"></textarea><input type="url" name="sumber"></form>',
  );
  expect(giveWords(form, { title: 'Gula', picture: null, pictureUrl: null, link: LINK }).link).toBe(false);
});
