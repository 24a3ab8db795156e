// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { nodeFormOn } from '#utils/cms/drupal/nodeForm.ts';
import { askedField } from '#utils/cms/drupal/requiredField.ts';

const TITLE = '<label for="t" class="form-required">Judul</label><input id="t" name="title[0][value]" required>';
const TEXT = '<textarea name="body[0][value]" required></textarea>';

/** What a form that holds this besides title and text asks for. */
function asked(fields: string): string | null {
  const html = `<form class="node-form">${TITLE}${TEXT}${fields}</form>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const url = new URL('https://dagan.desa.id/node/add/article');
  return askedField(
    nodeFormOn({
      document,
      url,
      text: html,
      status: 200,
      redirected: false,
      retryAfterSeconds: null,
      isForeign: false,
    }),
  );
}

const media = (inside: string) =>
  `<fieldset class="js-media-library-widget required"><legend><span class="fieldset__label js-form-required form-required">Gambar</span></legend>${inside}</fieldset>`;
const day = (value: string) =>
  `<fieldset><legend class="form-required">Masa</legend><label for="d">Mulai</label><input type="date" id="d" name="field_masa[0][value]" value="${value}" required></fieldset>`;

test.each([
  ['nothing more', '', null],
  [
    'an empty choice',
    '<label for="x">Dusun</label><select id="x" name="x" required><option value="_none"></select>',
    'Dusun',
  ],
  ['a choice made', '<select name="x" required><option value="krajan"></select>', null],
  ['an empty Media Library field', media('<input type="hidden" name="m[media_library_selection]" value="">'), 'Gambar'],
  ['a filled one', media('<input type="hidden" name="m[selection][0][target_id]" value="4">'), null],
  ['an empty span of days', day(''), 'Masa'],
  ['a filled one', day('2026-11-27'), null],
])('%s: %s', (_, fields, label) => {
  expect(asked(fields)).toBe(label);
});
