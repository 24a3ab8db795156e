// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { joinLoose } from '#utils/cms/looseForms.ts';

const fields = (html: string) =>
  [...joinLoose(new DOMParser().parseFromString(html, 'text/html')).forms].map((form) =>
    [...form.elements].map((field) => `${field.getAttribute('name')}=${(field as HTMLInputElement).value}`).join(),
  );
const row = (id: number) =>
  `<tr><td>${id}</td><div class="modal"><form id="form" method="post" action="/update"><input type="hidden" name="id" value="${id}"><div><input name="judul" value="Judul ${id}"></div><textarea name="isi"></textarea></form></div></tr>`;

test('the fields of forms between the cells of a table are those forms’, each its own', () => {
  const after =
    '<form method="post" action="/add"><input name="judul" value="baru"></form><input name="cari" value="">';
  expect(fields(`<table>${row(7)}${row(8)}</table>${after}`)).toEqual([
    'id=7,judul=Judul 7,isi=',
    'id=8,judul=Judul 8,isi=',
    'judul=baru',
  ]);
});

test('a form that asks for something, and one with fields of its own, get none', () => {
  expect(fields('<form action="/cari"></form><input name="q" value="">')).toEqual(['']);
  expect(fields('<form method="post"><input name="a" value="1"></form><input name="b" value="">')).toEqual(['a=1']);
});
