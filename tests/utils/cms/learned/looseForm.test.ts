// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { areaOf } from '#utils/cms/learned/formArea.ts';
import { articleForm, pictureInput, titleLine } from '#utils/cms/learned/giveWords.ts';
import { emptyCard, isInRow, standingForm } from '#utils/cms/learned/standingForm.ts';

const LINK = 'https://pasar.example/p/abcdefghij012345';
const CARD = `&lt;p&gt;Manis&lt;/p&gt;&lt;p&gt;&lt;a href="${LINK}"&gt;Tanya&lt;/a&gt;&lt;/p&gt;`;
/**
 * As a browser reads it, a form that begins between the cells of a row has nothing in it: its fields lie beside it. The
 * parser here does not join them, so each names its form.
 */
const row = (id: number, title: string, body: string) =>
  `<tr><td>${title}</td><td><a href="#ubah${id}">Ubah</a></td><div class="modal"><div class="modal-body"><form id="f${id}" method="post" action="/artikel/update"></form><input form="f${id}" type="hidden" name="id" value="${id}"><input form="f${id}" type="text" name="judul" value="${title}"><textarea form="f${id}" name="isi">${body}</textarea><input form="f${id}" type="file" name="gambar"></div><div class="modal-footer"><button form="f${id}" type="submit">Update</button></div></div></tr>`;

beforeEach(() => {
  // No layout here: everything is in sight.
  Element.prototype.checkVisibility = () => true;
  document.body.innerHTML = `<table>${row(1, 'Kerja bakti', '')}${row(2, 'Gula semut', CARD)}</table>`;
});

test('the fields of a form that a table took out of it are the form’s', () => {
  const form = standingForm(document, LINK);
  if (form === null) throw new Error('not found');
  expect(form.querySelectorAll('*')).toHaveLength(0);
  expect(form).toBe([...document.forms][1]);
  expect([...areaOf(form).querySelectorAll('[name]')].map((one) => one.getAttribute('name'))).toEqual([
    'id',
    'judul',
    'isi',
    'gambar',
  ]);
  expect(titleLine(areaOf(form))?.value).toBe('Gula semut');
  expect(pictureInput(form)?.name).toBe('gambar');
  expect(articleForm(document)).not.toBeNull();
  expect(isInRow(areaOf(form).querySelector('textarea'), ['Gula semut'])).toBe(false);
  expect(emptyCard(form, LINK)).toBe(true);
  expect(areaOf(form).querySelector('textarea')?.value).toBe('');
});

test('a form whose fields lie among those of another has no place of its own', () => {
  document.body.innerHTML =
    '<form id="a"><input name="x"></form><form id="b"></form><input name="y" form="b"><input name="z" form="a">';
  const [one, other] = document.forms;
  expect(one && areaOf(one)).toBe(one);
  expect(other && areaOf(other)).toBe(other);
});
