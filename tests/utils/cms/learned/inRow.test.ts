// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isInRow } from '#utils/cms/learned/standingForm.ts';

const TITLES = ['Gula semut'];
const FORM =
  '<form method="post"><input type="hidden" name="id" value="12"><input type="text" name="judul" value="Gula semut"><div class="card-body"><textarea name="isi">Tanya atau tawar Gula semut</textarea></div><button>Simpan</button></form>';

/** Whether a click on this element tells that the person chose the article there. */
function chosenAt(html: string, selector: string): boolean {
  document.body.innerHTML = html;
  return isInRow(document.querySelector(selector), TITLES);
}

test('a click in the row of a list chooses the article, also where the row is a form for deleting it or holds its form', () => {
  const row = (inside: string) => `<table><tr><td>Gula semut</td><td>${inside}</td></tr></table>`;
  expect(chosenAt(row('<a href="/ubah/12">Ubah</a>'), 'a')).toBe(true);
  expect(chosenAt(row('<form><button><a href="/ubah/12">Ubah</a></button></form>'), 'a')).toBe(true);
  expect(chosenAt(row(`<a href="#">Ubah</a><div class="modal">${FORM}</div>`), 'a')).toBe(true);
  expect(chosenAt(`<form><input name="cari">${row('<a href="/ubah/12">Ubah</a>')}</form>`, 'a')).toBe(true);
});

test('a click in the article’s own form chooses nothing, though a frame around it says the title too', () => {
  for (const selector of ['button', 'textarea', '.card-body'])
    expect(chosenAt(`<div class="card"><h3>Ubah Gula semut</h3>${FORM}</div>`, selector)).toBe(false);
  expect(chosenAt(FORM.replaceAll('div', 'li').replace('card-body', 'item'), 'textarea')).toBe(false);
});
