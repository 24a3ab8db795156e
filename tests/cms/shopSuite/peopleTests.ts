import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { itemOf, LINK, picture, refOf } from '#tests/cms/opensid/shopItem.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import type { ShopSite, ShopTarget } from './target.ts';

export function peopleTests({ name, driver, start, pictureName, pictures = 2, hasRoles = true }: ShopTarget): void {
  let site: ShopSite;
  beforeEach(async () => {
    site = await start();
  });
  afterEach(() => site.close());
  const syncShop = (context: DriverContext, item: ShopItem) => driver.syncShop?.(context, item);

  describe(`${name}: what people did in the shop is left alone`, () => {
    test('a product of the same name that a person made', async () => {
      site.put({ name: 'GULA SEMUT & "Kelapa"', price: 10_000, text: 'Renyah' });
      const before = site.goods();
      expect(await syncShop(await site.signIn('chief'), itemOf())).toEqual({ state: 'left', why: 'same_name' });
      expect(site.goods()).toEqual(before);
    });

    test.each([
      ['taken_over', () => site.change({ text: 'Punya saya' })],
      ['hidden', () => site.change({ isOn: false })],
      ['removed', () => site.remove()],
    ])('ours, once it is %s', async (why, act) => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      act();
      const before = site.goods();
      expect(await syncShop(chief, itemOf({ known, price: 1_000 }))).toEqual({ state: 'left', why });
      expect(site.goods()).toEqual(before);
    });

    test('a name and a line of theirs, when the price changes', async () => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      site.change({ name: 'Gula nomor satu' });
      site.addLine('Bisa COD');
      await syncShop(chief, itemOf({ known, price: 30_000, images: [picture(2), picture(3)] }));
      const [now] = site.goods();
      expect(now).toMatchObject({ name: 'Gula nomor satu', price: 30_000 });
      expect(now?.text).toContain('Bisa COD');
      expect(new Set(now?.pictures).size).toBe(pictures);
    });

    test('a price of theirs, when the name changes', async () => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      site.change({ price: 27_000 });
      await syncShop(chief, itemOf({ known, name: 'Gula Semut Dagan' }));
      expect(site.goods()).toMatchObject([{ name: 'Gula Semut Dagan', price: 27_000 }]);
    });

    test('a picture that a person put in place of ours', async () => {
      const chief = await site.signIn('chief');
      const known = refOf(await syncShop(chief, itemOf()));
      const theirs = site.swapPicture();
      await syncShop(chief, itemOf({ known, images: [picture(3), picture(4)] }));
      const [first, second] = site.goods()[0]?.pictures ?? [];
      expect(first).toBe(theirs);
      if (pictures > 1) expect(second).toMatch(pictureName);
    });
  });

  describe(`${name}: who may not is told, and nothing is made`, () => {
    test.runIf(hasRoles)('an account without the shop, and one that may only look', async () => {
      const nobody = await site.signIn('nobody');
      await expect(syncShop(nobody, itemOf())).rejects.toMatchObject({ code: 'no_permission' });
      const known = refOf(await syncShop(await site.signIn('chief'), itemOf()));
      site.setReadOnly();
      const looker = await site.signIn('helper');
      const other = `${LINK.slice(0, -1)}3`;
      for (const item of [itemOf({ known, price: 1_000 }), itemOf({ known, onSale: false }), itemOf({ link: other })])
        await expect(syncShop(looker, item)).rejects.toMatchObject({ code: 'no_permission' });
      expect(site.goods()).toMatchObject([{ price: 25_500, isOn: true }]);
    });

    test('a session that ended', async () => {
      const chief = await site.signIn('chief');
      site.endSessions();
      await expect(syncShop(chief, itemOf())).rejects.toMatchObject({ code: 'signed_out' });
      expect(site.goods()).toEqual([]);
    });
  });
}
