// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { Generation } from '#tests/cms/doubles/drupal/state.ts';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { openDom } from '#tests/support/dom.ts';
import { backdrop } from '#utils/cms/backdrop/recognise.ts';
import { drupal } from '#utils/cms/drupal/recognise.ts';
import { RECOGNISERS } from '#utils/cms/recognisers.ts';
import type { Page } from '#utils/cms/types.ts';
import { signedIn } from './site.ts';

const VERSIONS: Record<Generation, string> = { drupal7: '7', drupal: '10', backdrop: '1' };
const CMS = { drupal7: 'drupal', drupal: 'drupal', backdrop: 'backdrop' } as const;
const GENERATIONS: Generation[] = ['drupal7', 'drupal', 'backdrop'];

let double: DrupalDouble;
afterEach(() => double.stop());

const SURE = RECOGNISERS.filter(({ id }) => id !== 'assist');
const recognise = (page: Page) => SURE.map((one) => one.recognise(page)).filter((found) => found !== null);

async function stranger(path: string): Promise<Page> {
  const url = `${double.url}/${path}`;
  const html = await (await fetch(url)).text();
  return { document: openDom(html, { url }).window.document, location: new URL(url) };
}

describe.each(GENERATIONS)('%s', (generation) => {
  test.each([
    ['', true],
    ['/desa-dagan', true],
    ['/desa-dagan', false],
  ])('in the folder "%s", rewriting %s: the site is its address with the folder', async (folder, rewrites) => {
    double = await startDrupal({ generation, folder, rewrites });
    const browser = await signedIn(double.url, 'admin');
    const found = recognise(await browser.open(`${double.url}/user`));
    expect(found).toEqual([
      {
        cms: CMS[generation],
        siteUrl: double.url,
        version: VERSIONS[generation],
        siteName: 'Desa Dagan',
        openPost: null,
      },
    ]);
  });

  test('a stranger is nobody we serve', async () => {
    double = await startDrupal({ generation });
    expect(recognise(await stranger('user/login'))).toEqual([]);
    expect(recognise(await stranger(''))).toEqual([]);
  });

  test('a post is open where it is edited, not where it is read', async () => {
    double = await startDrupal({ generation });
    const id = await double.witness('write', { title: 'Kabar', html: '<p>x</p>' });
    const browser = await signedIn(double.url, 'admin');
    const openPosts = async (path: string) =>
      recognise(await browser.open(`${double.url}/${path}`)).map(({ openPost }) => openPost);
    expect(await openPosts(`node/${id}/edit`)).toEqual([String(id)]);
    expect(await openPosts(`node/${id}`)).toEqual([null]);
    expect(await openPosts('node/add')).toEqual([null]);
  });

  test('the entry stands in the bar on top, as a thing of the page', async () => {
    double = await startDrupal({ generation });
    const { document } = await (await signedIn(double.url, 'admin')).open(`${double.url}/user`);
    const { places } = generation === 'backdrop' ? backdrop : drupal;
    for (const place of places) {
      const { element, button } = place.build(document, '<b>Jual produk</b>');
      place.insert(document, element);
      if (!element.isConnected) continue;
      expect(element.closest('#toolbar, #admin-bar, #toolbar-administration')).not.toBeNull();
      expect(button.textContent).toBe('<b>Jual produk</b>');
    }
    expect(document.body.textContent?.match(/Jual produk/g)).toHaveLength(1);
  });
});

test('Drupal 7 says behind the # which post lies open over the page', async () => {
  double = await startDrupal({ generation: 'drupal7' });
  const { document } = await (await signedIn(double.url, 'admin')).open(`${double.url}/user`);
  const location = new URL(`${double.url}/#overlay=node/12/edit`);
  expect(drupal.recognise({ document, location })?.openPost).toBe('12');
});

test.each([
  ['{"path":{"baseUrl":"//evil.example/","currentPath":"x"},"user":{"uid":1}}'],
  ['{"path":{"baseUrl":7},"user":{"uid":1}}'],
  ['{"path":null}'],
  ['not json'],
])('settings that are none are not believed: %s', async (settings) => {
  double = await startDrupal({ generation: 'drupal' });
  const html = `<body class="logged-in"><script data-drupal-selector="drupal-settings-json">${settings}</script>`;
  const { document } = openDom(html).window;
  expect(recognise({ document, location: new URL('https://dagan.desa.id/') })).toEqual([]);
});
