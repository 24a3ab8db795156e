// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { drupal } from '#utils/cms/drupal/recognise.ts';

/** Navigation's two first blocks, as a real Drupal 11 draws them: the shortcuts lead to the content, too. */
const SHORTCUTS = `<ul class="toolbar-block__list" id="pintasan"><li class="toolbar-block__list-item toolbar-popover">
<button class="toolbar-button toolbar-button--icon--shortcuts toolbar-popover__control">Pintasan</button>
<div class="toolbar-popover__wrapper" inert><a href="/node/add">Tambah isi</a><a href="/admin/content">Semua isi</a></div></li></ul>`;
const CONTENT = `<ul class="toolbar-block__list" id="isi"><li id="navigation-link-navigationcreate" class="toolbar-block__list-item toolbar-popover">
<button class="toolbar-button toolbar-button--icon--navigation-create toolbar-popover__control">Buat</button>
<div class="toolbar-popover__wrapper" inert><a href="/node/add">Buat</a></div></li></ul>`;

test.each([
  [SHORTCUTS + CONTENT, 'isi'],
  [SHORTCUTS, 'pintasan'],
])('the sidebar’s entry stands with what is made, not with the shortcuts that lead there', (lists, id) => {
  document.body.innerHTML = `<nav id="menu-builder">${lists}</nav>`;
  const place = drupal.places.find(({ build }) => build(document, 'Jual produk').element.localName === 'li');
  const made = place?.build(document, 'Jual produk');
  // jsdom draws nothing, and cannot say what lies over what.
  document.elementFromPoint = () => null;
  if (made) place?.insert(document, made.element);
  expect(made?.element.parentElement?.id).toBe(id);
});
