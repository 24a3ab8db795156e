import { expect, test } from 'vitest';
import { openDom } from '#tests/support/dom.ts';
import type { CmsPage } from '#utils/cms/types.ts';
import { wordpress } from '#utils/cms/wordpress/recognise.ts';

const BAR = `<div id="wpadminbar"><ul id="wp-admin-bar-root-default">
  <li id="wp-admin-bar-site-name"><a class="ab-item" href="/">Desa Dagan</a></li>
  <li id="wp-admin-bar-new-content"><a class="ab-item" href="/wp-admin/post-new.php">Baru</a></li></ul></div>`;
const MENU = '<ul id="adminmenu"><li id="menu-dashboard"></li><li id="menu-posts"></li><li id="menu-media"></li></ul>';
const CLASSES =
  'wp-admin wp-core-ui no-js index-php admin-bar branch-7-1 version-7-1-1 admin-color-modern locale-id-id';

function documentOf(html: string, url: string): Document {
  return openDom(html, { url }).window.document;
}
function pageAt(html: string, url = 'https://dagan.desa.id/wp-admin/index.php'): CmsPage | null {
  return wordpress.recognise({ document: documentOf(html, url), location: new URL(url) });
}
const admin = (classes = CLASSES, inside = ''): string => `<body class="${classes}">${BAR}${MENU}${inside}</body>`;

test('an admin page says its site, version and name', () => {
  expect(pageAt(admin())).toEqual({
    ...{ cms: 'wordpress', siteUrl: 'https://dagan.desa.id', version: '7.1.1', siteName: 'Desa Dagan', openPost: null },
  });
  expect(pageAt(admin(CLASSES.replace('7-1-1', '6-1-9')))?.version).toBe('6.1.9');
});

test('the sub-folders of one origin are different sites', () => {
  const at = (url: string) => pageAt(admin(), url)?.siteUrl;
  expect(at('https://kab.example/dagan/wp-admin/edit.php?x=/wp-admin/')).toBe('https://kab.example/dagan');
  expect(at('https://kab.example/sumber/wp-admin/')).toBe('https://kab.example/sumber');
});

test('the post that is open in either editor is known, also one that is new', () => {
  const classic = '<form id="post"><input type="hidden" id="post_ID" name="post_ID" value="12"></form>';
  const block = '<form class="metabox-base-form"><input type="hidden" name="post_ID" value="34"></form>';
  const at = (inside: string, url: string) => pageAt(admin(CLASSES, inside), url)?.openPost;
  expect(at(classic, 'https://a.example/wp-admin/post.php?post=12&action=edit')).toBe('12');
  expect(at(block, 'https://a.example/wp-admin/post-new.php')).toBe('34');
  expect(at('', 'https://a.example/wp-admin/post.php?post=56&action=edit')).toBe('56');
  expect(at(classic, 'https://a.example/wp-admin/edit.php')).toBeNull();
});

test.each([
  ['the login page', '<body class="login no-js"><form id="loginform"></form></body>'],
  ['an error page', '<body id="error-page"><div class="wp-die-message"></div></body>'],
  ['the network admin', admin(`${CLASSES} network-admin`)],
  ['a page inside a dialog', `<body class="${CLASSES}"></body>`],
  ['a visitor', '<body class="home blog"></body>'],
  ['a subscriber on the site', `<body class="logged-in admin-bar"><div id="wpadminbar"></div></body>`],
])('%s is not served', (_, html) => {
  expect(pageAt(html)).toBeNull();
});

test('the site itself is served to a signed-in writer, with the path of its admin', () => {
  const front = (href: string) =>
    `<body class="single postid-7 logged-in admin-bar"><div id="wpadminbar"><ul id="wp-admin-bar-root-default">
     <li id="wp-admin-bar-new-content"><a class="ab-item" href="${href}">Baru</a></li></ul></div></body>`;
  const url = 'https://kab.example/dagan/kabar-panen/';
  expect(pageAt(front('/dagan/wp-admin/post-new.php'), url)?.siteUrl).toBe('https://kab.example/dagan');
  expect(pageAt(front('https://cms.example/wp-admin/post-new.php'), url)).toBeNull();
});

test('the entries are drawn in WordPress’s own markup, below "Posts" and beside "New"; labels stay text', () => {
  const document = documentOf(admin(), 'https://a.example/wp-admin/');
  for (const place of wordpress.places) {
    const { element, button } = place.build(document, '<b>Jual produk</b>');
    place.insert(document, element);
    expect(button.textContent).toBe('<b>Jual produk</b>');
  }
  expect(document.querySelector('#menu-posts + li.menu-top > a.menu-top .dashicons-cart')).not.toBeNull();
  expect(document.querySelector('#wp-admin-bar-new-content + li > a.ab-item > .ab-icon')).not.toBeNull();
  expect(document.querySelector('b')).toBeNull();
});
