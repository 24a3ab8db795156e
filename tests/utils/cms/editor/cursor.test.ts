// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { rememberCursor } from '#utils/cms/editor/cursor.ts';
import { insert, LINK, measure } from './page.ts';

/** A page with a small field and a big one, and the panel's host, which takes the focus. */
function page(html: string): HTMLElement {
  document.body.innerHTML = `${html}<div id="panel" tabindex="0"></div>`;
  const note = rememberCursor(document);
  document.addEventListener('focusin', note);
  return document.querySelector('#panel') as HTMLElement;
}

const area = (id: string) => document.querySelector<HTMLTextAreaElement>(`#${id}`) as HTMLTextAreaElement;

beforeEach(() => measure({ '.small': [400, 100] }));

test('the card goes where the person last wrote, although the panel has the focus now', async () => {
  const panel = page('<textarea id="big"></textarea><textarea id="summary" class="small"></textarea>');
  area('summary').focus();
  panel.focus();
  expect(await insert({}, ['splice'])).toMatchObject({ editor: 'field', landed: true });
  expect([area('summary').value.includes(LINK), area('big').value]).toEqual([true, '']);
});

test('an editable element is remembered by the part of it that had the focus', async () => {
  const panel = page(
    '<textarea id="big"></textarea><div id="e" class="small" contenteditable="true"><p tabindex="0"></p></div>',
  );
  document.querySelector<HTMLElement>('#e p')?.focus();
  panel.focus();
  await insert({}, ['splice']);
  expect([document.querySelector('#e')?.innerHTML.includes(LINK), area('big').value]).toEqual([true, '']);
});

test('a line for the title is no place for the card: the field before it stays the one', async () => {
  const panel = page('<input id="t"><textarea id="big"></textarea><textarea id="summary" class="small"></textarea>');
  area('summary').focus();
  document.querySelector('input')?.focus();
  panel.focus();
  await insert({}, ['splice']);
  expect(area('summary').value).toContain(LINK);
});

test('where nobody wrote anywhere, the biggest field is the article', async () => {
  page('<textarea id="summary" class="small"></textarea><textarea id="big"></textarea>').focus();
  await insert({}, ['splice']);
  expect(area('big').value).toContain(LINK);
});

test('without a cursor the form with a title is the article’s, and a short greeting of the settings is none', async () => {
  measure({ '.small': [300, 80] });
  page(
    '<form><textarea id="sambutan"></textarea></form><form><input name="judul"><textarea id="isi" class="small"></textarea></form>',
  );
  await insert({}, ['splice']);
  expect([area('isi').value.includes(LINK), area('sambutan').value]).toEqual([true, '']);
  const panel = page('<form><input name="kades"><textarea id="sambutan" class="small"></textarea></form>');
  expect(await insert({}, ['splice'])).toMatchObject({ editor: null, landed: false });
  area('sambutan').focus();
  panel.focus();
  expect(await insert({}, ['splice'])).toMatchObject({ editor: 'field', landed: true });
});
