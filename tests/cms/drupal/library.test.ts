// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { backdropDriver } from '#utils/cms/backdrop/driver.ts';
import { MEDIA_MAX } from '#utils/cms/media.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { driver, openAs } from './double.ts';

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
let site: DrupalDouble;
let editor: DriverContext;

describe('Drupal', () => {
  beforeAll(async () => {
    site = await startDrupal({ generation: 'drupal' });
  });
  beforeEach(async () => {
    site.state.files.clear();
    Object.assign(site.state, { media: [] });
    Object.assign(site.state.options, { lists: 'all' });
    Object.assign(site.state.roles.editor ?? {}, { files: true, items: undefined });
    editor = await openAs(site, 'editor');
  });
  afterAll(() => site.stop());

  const names = async (context = editor) => (await driver.media?.(context))?.map(({ name }) => name);

  test('from the list of files, of pictures alone, at their whole addresses', async () => {
    site.state.keep('balai desa.jpg', bytes);
    site.state.keep('perdes.pdf', bytes);
    site.state.keep('sawah.png', bytes);
    expect(await names()).toEqual(['sawah.png', 'balai desa.jpg']);
    const [, found] = (await driver.media?.(editor)) ?? [];
    expect(found?.url).toBe(`${site.url}/files/balai%20desa.jpg`);
    expect((await editor.fetch(found?.url ?? '')).headers.get('content-type')).toBe('image/jpeg');
    for (let n = 0; n < MEDIA_MAX + 3; n += 1) site.state.keep(`kopi${n}.jpg`, bytes);
    expect(await names()).toHaveLength(MEDIA_MAX);
  });

  test('names and smaller copies come from Media Library, for those who may look there', async () => {
    site.state.addMedia('Panen raya', bytes).file = site.state.keep('img_1234.jpg', bytes);
    const found = await driver.media?.(await openAs(site, 'admin'));
    expect(found?.[0]).toEqual({
      url: `${site.url}/files/img_1234.jpg`,
      thumbUrl: `${site.url}/files/styles/thumbnail/public/img_1234.jpg.webp?itok=k3y`,
      name: 'Panen raya',
    });
  });

  test.each([403, 500, 200])(
    'with Media Library broken (%d, and no list), the files are still there',
    async (status) => {
      site.state.keep('sawah.png', bytes);
      const admin = await openAs(site, 'admin');
      const context: DriverContext = {
        ...admin,
        fetch: async (input, init) =>
          String(input).endsWith('admin/content/media')
            ? new Response('<title>drupal</title>', { status })
            : admin.fetch(input, init),
      };
      expect(await names(context)).toEqual(['sawah.png']);
    },
  );

  test('where the list of files is closed, Media Library is looked at, without its signs for documents', async () => {
    Object.assign(site.state.roles.editor ?? {}, { files: false, items: true });
    site.state.addMedia('gula.jpg', bytes);
    expect(await names()).toEqual(['gula.jpg']);
    const [found] = (await driver.media?.(editor)) ?? [];
    for (const at of [found?.url, found?.thumbUrl]) expect((await editor.fetch(at ?? '')).status).toBe(200);
  });

  test('an empty list, one that may not be looked at, none, and another page are told apart', async () => {
    expect(await names()).toEqual([]);
    await expect(names(await openAs(site, 'author'))).rejects.toMatchObject({ code: 'no_permission' });
    site.state.options.lists = 'none';
    expect(await driver.media?.(editor)).toBeNull();
    site.state.options.lists = 'other';
    await expect(names()).rejects.toMatchObject({ code: 'markup_changed' });
  });

  test.each([
    [
      'a page of the host',
      () => new Response('<title>Perawatan</title>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['an error page', () => new Response('', { status: 500 })],
  ])('%s in its place is no empty list', async (_, answer) => {
    await expect(names({ ...editor, fetch: async () => answer() })).rejects.toMatchObject({ code: 'site_down' });
  });

  test('files at another host are left out', async () => {
    site.state.keep('gula.jpg', bytes);
    const elsewhere: DriverContext = {
      ...editor,
      async fetch(input, init) {
        const reply = await editor.fetch(input, init);
        const text = (await reply.text()).replaceAll('href="/files/', 'href="https://elsewhere.example/files/');
        return new Response(text, { headers: reply.headers });
      },
    };
    expect(await names(elsewhere)).toEqual([]);
  });
});

describe('Backdrop', () => {
  const backdrop = backdropDriver(async (blob) => blob);
  beforeAll(async () => {
    site = await startDrupal({ generation: 'backdrop' });
    editor = await openAs(site, 'author');
  });
  afterAll(() => site.stop());

  test('its own library of pictures: empty, filled, and switched off or forbidden', async () => {
    expect(await backdrop.media?.(editor)).toEqual([]);
    site.state.keep('perdes.pdf', bytes);
    for (const n of [1, 2]) site.state.keep(`kopi ${n}.jpg`, bytes);
    expect(await backdrop.media?.(editor)).toEqual(
      [2, 1].map((n) => ({
        url: `${site.url}/files/kopi%20${n}.jpg`,
        thumbUrl: `${site.url}/files/styles/thumbnail/public/kopi%20${n}.jpg`,
        name: `kopi ${n}.jpg`,
      })),
    );
    site.state.options.lists = 'none';
    await expect(backdrop.media?.(editor)).rejects.toMatchObject({ code: 'no_permission' });
  });

  test.each([
    ['a page of the host', 200, '<title>Perawatan</title>', 'site_down'],
    ['words that are no list', 200, 'baik', 'markup_changed'],
    ['an error page', 500, '', 'site_down'],
  ])('%s is no empty library', async (_, status, text, code) => {
    const context: DriverContext = {
      ...editor,
      fetch: async (input, init) =>
        String(input).includes('views/ajax') ? new Response(text, { status }) : editor.fetch(input, init),
    };
    await expect(backdrop.media?.(context)).rejects.toMatchObject({ code });
  });
});
