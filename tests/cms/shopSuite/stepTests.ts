import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { itemOf, LINE, LINK, picture, refOf } from '#tests/cms/opensid/shopItem.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import type { ShopSite, ShopTarget } from './target.ts';

const NAME = 'Gula Semut & "Kelapa"';

export function stepTests({
  name,
  driver,
  start,
  pictureName,
  pictures = 2,
  kept = (words) => words,
}: ShopTarget): void {
  const ofOurs = Array.from({ length: pictures }, () => expect.stringMatching(pictureName));
  let site: ShopSite;
  beforeEach(async () => {
    site = await start();
  });
  afterEach(() => site.close());
  const syncShop = (context: DriverContext, item: ShopItem) => driver.syncShop?.(context, item);

  describe(`${name}: a listing in the village’s own shop`, () => {
    test('stands there with its words, its pictures and its link', async () => {
      expect(await syncShop(await site.signIn('helper'), itemOf())).toMatchObject({ state: 'on' });
      const [made, ...others] = site.goods();
      expect(others).toEqual([]);
      expect(made).toMatchObject({ name: kept(NAME), price: 25_500, isOn: true });
      expect(made?.pictures).toEqual(ofOurs);
      const lines = made?.text.split('\n').map((line) => line.trim()) ?? [];
      expect(lines.slice(0, 2)).toEqual([kept('Dari nira <b>asli</b> & manis.'), 'Tahan lama.']);
      expect(lines.at(-1)).toBe(LINE);
    });

    test('that says nothing new is not written again, by whichever device', async () => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      const posts: string[] = [];
      const fetch: typeof globalThis.fetch = (input, init) => {
        if (init?.method === 'POST') posts.push(String(input));
        return chief.fetch(input, init);
      };
      await syncShop({ ...chief, fetch }, itemOf({ known }));
      expect(posts).toEqual([]);
    });

    test('goes off the shelf and comes back as the same product, pictures and all', async () => {
      const helper = await site.signIn('helper');
      const on = refOf(await syncShop(helper, itemOf()));
      const off = refOf(await syncShop(helper, itemOf({ known: on, onSale: false })));
      expect(site.goods()).toMatchObject([{ isOn: false, pictures: ofOurs.map(() => expect.anything()) }]);
      expect(await syncShop(helper, itemOf({ known: off }))).toMatchObject({ state: 'on' });
      expect(site.goods()).toMatchObject([{ id: on.productId, isOn: true }]);
    });

    test('sold out and for sale again, time after time, it is one product', async () => {
      const chief = await site.signIn('chief');
      let known = refOf(await syncShop(chief, itemOf()));
      for (const onSale of [false, true, false, true, false]) {
        const synced = await syncShop(chief, itemOf({ known, onSale }));
        expect(synced).toMatchObject({ state: onSale ? 'on' : 'off' });
        known = refOf(synced);
        expect(site.goods()).toMatchObject([{ id: known.productId, isOn: onSale }]);
      }
    });

    test('is found by its link where this device has never seen it', async () => {
      await syncShop(await site.signIn('chief'), itemOf());
      expect(await syncShop(await site.signIn('helper'), itemOf({ price: 9_000 }))).toMatchObject({ state: 'on' });
      expect(site.goods()).toMatchObject([{ price: 9_000 }]);
    });

    test('of the same name as another one of ours is a product of its own', async () => {
      const chief = await site.signIn('chief');
      await syncShop(chief, itemOf());
      await syncShop(chief, itemOf({ link: `${LINK.slice(0, -1)}2` }));
      expect(site.goods()).toHaveLength(2);
    });

    test('that was never there has nothing to take off', async () => {
      const chief = await site.signIn('chief');
      expect(await syncShop(chief, itemOf({ onSale: false }))).toEqual({ state: 'off', ref: null });
      expect(site.goods()).toEqual([]);
    });

    test('gets another picture when the listing does', async () => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      const before = site.goods()[0]?.pictures ?? [];
      await syncShop(chief, itemOf({ known, images: [picture(3)] }));
      const [now] = site.goods();
      expect(now?.pictures).toHaveLength(1);
      expect(before).not.toContain(now?.pictures[0]);
    });
  });
}
