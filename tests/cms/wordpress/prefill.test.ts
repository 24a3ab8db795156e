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

test('the one ticked line of the list, the article being read, and the picture chosen in the library are taken', async () => {
  const { site, id } = await articleIn('block');
  const context = await site.signIn('admin');
  const row = (checked: string) =>
    `<table><tbody id="the-list"><tr><th class="check-column"><input type="checkbox" value="${id}" ${checked}></th></tr></tbody></table>`;
  expect(await driver.prefill(on(context, row('checked'), null))).toMatchObject({ title: 'Madu & Propolis' });
  expect(await driver.prefill(on(context, row(''), null))).toBeNull();
  expect(await driver.prefill(on(context, `<body class="single postid-${id}">`, null))).toMatchObject({
    title: 'Madu & Propolis',
  });
  expect(await driver.prefill(on(context, '<li class="attachment selected" data-id="90"></li>', null))).toEqual({
    title: null,
    text: null,
    imageUrls: [`${site.url}/wp-content/uploads/2026/11/madu.jpg`],
  });
});

test('a page without an article gives nothing; the identity is the site’s name and the person’s', async () => {
  const { site } = await articleIn('block');
  const context = await site.signIn('editor');
  expect(await driver.prefill(context)).toBeNull();
  expect(await driver.identity(context)).toMatchObject({ siteUrl: site.url, name: 'Desa Dagan', user: 'Pengguna 2' });
});
