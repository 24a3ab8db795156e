// @vitest-environment jsdom
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import type { Site } from '#tests/cms/suite/target.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { driver, wordpressTarget } from './site.ts';

type Double = Awaited<ReturnType<typeof startWordPressDouble>>;
const doubles: Partial<Record<'block' | 'classic', Double>> = {};
const sites: Partial<Record<'block' | 'classic', Site>> = {};

beforeAll(async () => {
  for (const editor of ['block', 'classic'] as const) {
    const double = await startWordPressDouble({ editor });
    doubles[editor] = double;
    sites[editor] = await wordpressTarget(editor, async () => double).start();
  }
});
afterAll(async () => {
  for (const site of Object.values(sites)) await site.stop();
});

async function articleIn(editor: 'block' | 'classic'): Promise<{ site: Site; double: Double; id: string }> {
  const site = sites[editor];
  const double = doubles[editor];
  if (!site || !double) throw new Error('not started');
  const picture = {
    id: 90,
    slug: 'madu',
    file: '2026/11/madu.jpg',
    alt: '',
    bytes: new Uint8Array(await jpeg('madu').arrayBuffer()),
  };
  if (double.state.media.length === 0) double.state.media.push(picture);
  const id = await site.write(
    'Madu &amp; Propolis',
    `<p></p><p>Madu hutan  dari lereng Slamet.</p><p>Kedua.</p><img src="${site.url}/wp-content/uploads/2026/11/isi.jpg"><img src="https://asing.example/x.jpg">`,
  );
  const post = double.state.posts.find((each) => String(each.id) === id);
  if (post) post.featured = 90;
  return { site, double, id };
}
/** As though the article were open, ticked or read on this page. */
const on = (context: DriverContext, html: string, openPost: string | null): DriverContext => ({
  ...context,
  document: new DOMParser().parseFromString(html, 'text/html'),
  page: { ...context.page, openPost },
});

test.each(['block', 'classic'] as const)(
  '%s editor: the open article gives title, first words and its own pictures, the featured one first',
  async (editor) => {
    const { site, id } = await articleIn(editor);
    expect(await driver.prefill(await site.openEditor('admin', id))).toEqual({
      title: 'Madu & Propolis',
      text: 'Madu hutan dari lereng Slamet.',
      imageUrls: [`${site.url}/wp-content/uploads/2026/11/madu.jpg`, `${site.url}/wp-content/uploads/2026/11/isi.jpg`],
    });
  },
);

test('what is typed but not saved comes before what is stored', async () => {
  const { site, id } = await articleIn('classic');
  const context = await site.openEditor('admin', id);
  const title = context.document.querySelector<HTMLInputElement>('#title');
  if (title) title.value = 'Madu Klanceng';
  expect(await driver.prefill(context)).toMatchObject({
    title: 'Madu Klanceng',
    text: 'Madu hutan dari lereng Slamet.',
  });
});

test('where REST is closed the page alone is read', async () => {
  const { site, double, id } = await articleIn('block');
  double.state.options.rest = 'forbidden';
  try {
    expect(await driver.prefill(await site.openEditor('admin', id))).toMatchObject({ title: 'Madu & Propolis' });
    expect(await driver.identity(await site.signIn('admin'))).toMatchObject({ name: 'Desa Dagan', user: 'admin' });
  } finally {
    double.state.options.rest = 'open';
  }
});

const LIST = 'wp-admin edit-php post-type-post';
const body = (classes: string, html: string) => `<body class="${classes}">${html}`;

test('the one ticked line of the list, the article being read, and the picture chosen in the library are taken', async () => {
  const { site, id } = await articleIn('block');
  const context = await site.signIn('admin');
  const row = (checked: string) =>
    body(
      LIST,
      `<table><tbody id="the-list"><tr><th class="check-column"><input type="checkbox" value="${id}" ${checked}></th></tr></tbody></table>`,
    );
  expect(await driver.prefill(on(context, row('checked'), null))).toMatchObject({ title: 'Madu & Propolis' });
  expect(await driver.prefill(on(context, row(''), null))).toBeNull();
  const reading = body(`single single-post postid-${id} logged-in admin-bar`, '');
  expect(await driver.prefill(on(context, reading, null))).toMatchObject({ title: 'Madu & Propolis' });
  const library = body('wp-admin upload-php', '<li class="attachment selected" data-id="90"></li>');
  expect(await driver.prefill(on(context, library, null))).toEqual({
    title: null,
    text: null,
    imageUrls: [`${site.url}/wp-content/uploads/2026/11/madu.jpg`],
  });
});

/** What a block theme with WooCommerce draws on every page: titles, paragraphs and pictures of anything. */
const BLOCK_THEME = `<div class="wc-block-mini-cart"><p class="wp-block-paragraph">Your cart is currently empty!</p></div>
<h2 class="wp-block-post-title">Kabar terbaru</h2><p class="wp-block-paragraph">Written by</p><figure class="wp-block-image"><img src="/logo.jpg"></figure>`;

test.each([
  ['the front page', 'home blog logged-in admin-bar'],
  ['a page', 'page page-id-7 logged-in admin-bar'],
  ['the cart', 'page page-id-9 woocommerce-cart logged-in admin-bar'],
  ['the site editor', 'wp-admin site-editor-php block-editor-page'],
  ['the widgets', 'wp-admin widgets-php block-editor-page'],
])('%s of a block theme gives nothing: what stands there is nobody’s article', async (_, classes) => {
  const { site } = await articleIn('block');
  expect(await driver.prefill(on(await site.signIn('admin'), body(classes, BLOCK_THEME), null))).toBeNull();
});

test('an article that is being read gives its own words, whatever the theme draws around it', async () => {
  const { site, double, id } = await articleIn('block');
  const context = await site.signIn('admin');
  const page = on(context, body(`single single-post postid-${id} logged-in admin-bar`, BLOCK_THEME), null);
  expect(await driver.prefill(page)).toEqual({
    title: 'Madu & Propolis',
    text: 'Madu hutan dari lereng Slamet.',
    imageUrls: [`${site.url}/wp-content/uploads/2026/11/madu.jpg`, `${site.url}/wp-content/uploads/2026/11/isi.jpg`],
  });
  double.state.options.rest = 'forbidden';
  try {
    expect(await driver.prefill(page)).toBeNull();
  } finally {
    double.state.options.rest = 'open';
  }
});

test.each(['shop_coupon', 'shop_order', 'page', 'wp_block', 'attachment'])(
  'an editor of the type %s holds no product',
  async (type) => {
    const { site } = await articleIn('classic');
    const form =
      '<input id="title" value="HEMAT10"><textarea id="content"></textarea><textarea id="excerpt"></textarea>';
    const page = on(await site.signIn('admin'), body(`wp-admin post-php post-type-${type}`, form), '5');
    expect(await driver.prefill(page)).toBeNull();
  },
);

test('a product’s short description comes as the words that a buyer reads, line by line', async () => {
  const { site } = await articleIn('classic');
  const excerpt =
    '&lt;p&gt;Kopi &lt;strong&gt;petik merah&lt;/strong&gt;&lt;br&gt;250 g &amp;amp; 1 kg&lt;/p&gt;&lt;ul&gt;&lt;li&gt;manis&lt;/li&gt;&lt;li&gt;a &amp;lt; b&lt;/li&gt;&lt;/ul&gt;';
  const form = `<input id="title" value="Kopi"><textarea id="content"></textarea><textarea id="excerpt">${excerpt}</textarea>`;
  const page = on(await site.signIn('admin'), body('wp-admin post-php post-type-product', form), '5');
  expect(await driver.prefill(page)).toMatchObject({
    title: 'Kopi',
    text: 'Kopi petik merah\n250 g & 1 kg\nmanis\na < b',
  });
});

test('a page without an article gives nothing; the identity is the site’s name and the person’s', async () => {
  const { site } = await articleIn('block');
  const context = await site.signIn('editor');
  expect(await driver.prefill(context)).toBeNull();
  expect(await driver.identity(context)).toMatchObject({ siteUrl: site.url, name: 'Desa Dagan', user: 'Pengguna 2' });
});
