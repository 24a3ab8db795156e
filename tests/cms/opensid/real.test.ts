// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { newId } from '#contract/newId.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { ShopRef } from '#utils/cms/shop.ts';
import { openTab, type Tab } from './browser.ts';
import { postOf } from './post.ts';
import { itemOf, refOf } from './shopItem.ts';

/**
 * What versions differ in, on a real, throw-away OpenSID: DODOLAN_REAL_OPENSID=<the address under which its admin pages lie,
 * ending in />. It needs the users admin, operator and kontributor of those groups with the password `Rahasia-1x`, and in Lapak
 * a seller and a category that are switched on. What it holds is told by its own lists.
 */
const base = process.env.DODOLAN_REAL_OPENSID;

if (base !== undefined) {
  const driver = opensidDriver(async (blob) => blob);
  const signIn = (user: string) => openTab(base, user, 'Rahasia-1x');
  const rowsOf = async (tab: Tab, path: string): Promise<Record<string, unknown>[]> => {
    const answer = await tab.fetch(new URL(path, base), { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    return ((await answer.json()) as { data: Record<string, unknown>[] }).data;
  };

  describe('a real OpenSID', { timeout: 240_000 }, () => {
    test('a product sold out and for sale again, time after time, is one product', async () => {
      const tab = await signIn('admin');
      const admin = await tab.open('lapak_admin/produk');
      const link = `https://pasar.example/p/${newId()}`;
      const name = `Gula ${newId()}`;
      const ours = async () =>
        (await rowsOf(tab, 'lapak_admin/produk?draw=1&start=0&length=100&status=')).filter((row) =>
          String(row.deskripsi).includes(link),
        );
      let known: ShopRef | null = null;
      for (const onSale of [true, false, true, false, true]) {
        const synced = await driver.syncShop?.(admin, itemOf({ link, name, known, onSale }));
        expect(synced).toMatchObject({ state: onSale ? 'on' : 'off' });
        known = refOf(synced);
        expect((await ours()).map((row) => [String(row.id), Number(row.status) === 1])).toEqual([
          [known.productId, onSale],
        ]);
      }
      const changed = await driver.syncShop?.(admin, itemOf({ link, name, known, price: 30_000 }));
      expect(changed).toMatchObject({ state: 'on' });
      expect((await ours()).map((row) => Number(row.harga))).toEqual([30_000]);
    });

    test('the entry in the menu is on, stays on, and is shown again after somebody hid it', async () => {
      const tab = await signIn('admin');
      const admin = await tab.open('menu');
      const list = 'menu/datatables?parent=0&draw=1&start=0&length=200';
      const entries = async () =>
        (await rowsOf(tab, list)).filter((row) => String(row.link).includes('/kategori/produk-desa'));
      const first = await driver.productsPage?.(admin);
      expect(['made', 'there']).toContain(first?.state);
      for (let press = 0; press < 3; press += 1)
        expect(await driver.productsPage?.(admin)).toMatchObject({ state: 'there' });
      const [entry, ...more] = await entries();
      expect(more).toEqual([]);
      expect(String(entry?.enabled)).toMatch(/^1$|label-success/);
      const switchPath = /href="([^"]*\/menu\/lock\/[^"]*)"/.exec(String(entry?.aksi))?.[1] ?? '';
      await tab.fetch(switchPath);
      await expect(driver.productsPage?.(await (await signIn('operator')).open('menu'))).rejects.toMatchObject({
        code: 'no_permission',
      });
      expect(await driver.productsPage?.(admin)).toMatchObject({ state: 'made' });
      expect(await driver.productsPage?.(admin)).toMatchObject({ state: 'there' });
      expect(await entries()).toHaveLength(1);
    });

    test.each(['admin', 'operator', 'redaksi', 'kontributor'])(
      '%s: pictures of articles and of the newest album are there to choose from, newest first, and can be read',
      async (user) => {
        const tab = await signIn('admin');
        const token = async () => /sidcsrf=(\w+)/.exec((await tab.open('gallery')).document.cookie)?.[1] ?? '';
        const send = async (parent: string, nama: string) => {
          const body = new FormData();
          for (const [name, value] of Object.entries({ sidcsrf: await token(), nama, jenis: '1' }))
            body.set(name, value);
          body.set('gambar', jpeg(nama), `${nama} Foto.jpg`);
          await tab.fetch(new URL(`gallery/insert/${parent}`, base), { method: 'POST', body });
        };
        const inGallery = (await tab.open('gallery')).document;
        const form = inGallery.querySelector('a[href*="/gallery/form/"]')?.getAttribute('href') ?? '';
        await send(form.replace(/.*\/form\//, ''), 'Panen');
        const [album] = await rowsOf(
          tab,
          'gallery/datatables?draw=1&start=0&length=1&parent=0&order[0][column]=0&order[0][dir]=desc&columns[0][data]=id&columns[0][name]=id&columns[0][orderable]=true',
        );
        const code = /parent=([^"]+)"/.exec(String(album?.aksi))?.[1] ?? '';
        await send(code, 'Gula Semut');
        const listingId = newId();
        const known = await driver.save(
          await tab.open('web'),
          postOf({ listingId, image: { blob: jpeg(listingId), fileName: 'gula.jpg', alt: 'Gula' } }),
        );
        const found = (await driver.media?.(await (await signIn(user)).open('web'))) ?? [];
        expect(found.slice(0, 3).map(({ name }) => name)).toEqual([expect.any(String), 'Gula Semut', 'Panen']);
        for (const { url, thumbUrl } of found.slice(0, 3))
          for (const at of [url, thumbUrl])
            expect((await tab.fetch(at)).headers.get('content-type')).toMatch(/^image\//);
        await driver.unpublish(await tab.open('web'), { link: known.url, known });
      },
    );

    test.each([
      ['admin', 'published'],
      ['operator', 'published'],
      ['kontributor', 'draft'],
    ] as const)('%s: an article ends as %s, is changed, taken down and brought back', async (user, state) => {
      const context = await (await signIn(user)).open('web');
      const post = postOf({ listingId: newId(), image: { blob: jpeg(user), fileName: 'gula.jpg', alt: 'Gula' } });
      const known = await driver.save(context, post);
      expect(known.state).toBe(state);
      const next = { ...post, html: post.html.replace('Rp25.000', 'Rp27.500'), known };
      expect(await driver.save(context, next)).toMatchObject({ postId: known.postId, state });
      const gone = await driver.unpublish(context, { link: post.link, known });
      expect(gone).toMatchObject({ state: 'gone' });
      expect(await driver.check?.(context, [{ link: post.link, known: { ...known, state: 'published' } }])).not.toEqual(
        [{ link: post.link, health: 'ok' }],
      );
      const again = await driver.save(context, { ...next, known: gone });
      expect(again.state).toBe(state);
      await driver.unpublish(context, { link: post.link, known: again });
    });
  });
}
