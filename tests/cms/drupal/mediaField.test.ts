// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { mediaField, ownIn } from '#utils/cms/drupal/mediaField.ts';

const widget = (name: string, legend: string, items: string, open = '') =>
  `<fieldset class="js-media-library-widget"><legend><span>${legend}</span></legend>${items}
<input type="hidden" name="${name}[media_library_selection]" value=""><input type="submit" name="${name}-media-library-update" value="Update widget">
<input type="submit" ${open} name="${name}-media-library-open-button" value="Add media"></fieldset>`;
const item = (delta: number, src: string) =>
  `<div class="js-media-library-item"><input type="submit" name="field_sampul-${delta}-media-library-remove-button" value="Remove"><img src="${src}"></div>`;

const fieldOf = (html: string) => {
  document.body.innerHTML = `<form>${html}</form>`;
  const form = document.querySelector('form') as HTMLFormElement;
  return mediaField({ form, page: { url: new URL('https://dagan.desa.id/node/add/article') } as never });
};

test('of several Media fields the one for pictures is taken, by its name or its label', () => {
  const documents = widget('field_berkas', 'Berkas', '');
  expect(fieldOf(documents + widget('field_image', 'Sampul', ''))?.putIn.name).toBe('field_image-media-library-update');
  expect(fieldOf(documents + widget('field_sampul', 'Gambar utama', ''))?.putIn.name).toMatch(/^field_sampul/);
  expect(fieldOf(documents)?.putIn.name).toMatch(/^field_berkas/);
  expect(fieldOf('')).toBeNull();
});

test.each([
  ['/sites/default/files/styles/medium/public/2026-11/gula-x-print.jpg.webp?itok=nxq487gh', '2026-11/gula-x-print.jpg'],
  ['/sites/default/files/styles/media_library/public/gula-x-print.png?itok=k', 'gula-x-print.png'],
  ['/sites/default/files/2026-11/gula-x-print.jpg', '2026-11/gula-x-print.jpg'],
])('the stored file is told behind the smaller copy %s', (src, path) => {
  const field = fieldOf(
    widget('field_sampul', 'Gambar', item(0, '/logo.svg') + item(1, src), 'data-disabled-focus="true"'),
  );
  expect(field?.open).toBeNull();
  expect(ownIn(field, 'print')?.picture).toBe(`https://dagan.desa.id/sites/default/files/${path}`);
  expect(ownIn(field, 'other')).toBeNull();
});
