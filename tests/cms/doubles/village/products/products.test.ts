import { expect, test } from 'vitest';
import { personOn, strangerReads } from '#tests/cms/doubles/village/person.ts';
import { started } from '#tests/cms/doubles/village/started.ts';
import { PRODUCT_AXES } from './options.ts';
import { personSavesProduct } from './person.ts';

const SAMBAL = {
  name: 'Sambal Terasi',
  price: '18000',
  description: 'Pedas.',
  stock: '7',
  unit: 'botol',
  picture: true,
};

test('a site without a product table has none of its pages', async () => {
  const site = await started();
  expect(site.products).toBeNull();
  const { browser } = await personOn(site);
  expect((await browser.fetch(`${site.url}/admin/produk`)).status).toBe(404);
  expect((await strangerReads(site, '/')).text).not.toContain('Produk');
});

test.each(['blade', 'ci3', 'plainphp', 'modal', 'json'] as const)(
  '%s: a product is saved and changed',
  async (flavour) => {
    for (const save of PRODUCT_AXES.save)
      for (const look of PRODUCT_AXES.look)
        for (const names of PRODUCT_AXES.names) {
          const site = await started({ flavour }, { save, look, names });
          await personSavesProduct(site, SAMBAL);
          const [made] = site.table().added();
          expect(made).toMatchObject({ name: 'Sambal Terasi', price: '18000', stock: '7', unit: 'botol' });
          expect(made?.picture).toMatch(/^\/uploads\//);
          await personSavesProduct(site, { price: '20000' }, made?.id);
          expect(site.table().added()).toMatchObject([
            { name: 'Sambal Terasi', price: '20000', picture: made?.picture },
          ]);
          expect((await strangerReads(site, site.products?.shop ?? '')).text).toContain('Rp 20.000');
          expect(site.table().isForeignUntouched()).toBe(true);
        }
  },
);

test('a price in words breaks the public shop for everybody', async () => {
  const site = await started({}, { priceWords: 'breaksShop' });
  const shop = site.products?.shop ?? '';
  expect((await strangerReads(site, shop)).status).toBe(200);
  await personSavesProduct(site, { ...SAMBAL, price: 'Rp 18.000' });
  expect((await strangerReads(site, shop)).status).toBe(500);
});

test('a price with Rp is 0 after a change', async () => {
  const site = await started({}, { priceWords: 'zeroOnEdit' });
  await personSavesProduct(site, { ...SAMBAL, price: 'Rp25.000' });
  expect(site.table().added()).toMatchObject([{ price: '25000' }]);
  await personSavesProduct(site, { price: 'Rp25.000' }, 4);
  expect(site.table().added()).toMatchObject([{ price: '0' }]);
});

test('refusals: 200 with what was typed, or back to where one came from', async () => {
  const again = await started({}, {});
  const answer = await personSavesProduct(again, { ...SAMBAL, price: 'mahal' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('value="mahal"');
  const back = await started({}, { refusal: 'back' });
  const led = await personSavesProduct(back, { ...SAMBAL, price: 'mahal' });
  expect(led.url).toBe(back.url + back.products?.form);
  expect([again, back].flatMap((site) => site.table().added())).toEqual([]);
});

test('a picture is demanded for new products, or for changed ones too', async () => {
  const site = await started({}, { picture: 'requiredAlways' });
  await personSavesProduct(site, { ...SAMBAL, picture: false });
  expect(site.table().added()).toEqual([]);
  await personSavesProduct(site, SAMBAL);
  await personSavesProduct(site, { price: '1' }, 4);
  expect(site.table().added()).toMatchObject([{ price: '18000' }]);
});

test('a link deletes where links delete, and nowhere else', async () => {
  for (const remove of PRODUCT_AXES.remove) {
    const site = await started({}, { remove });
    const { browser } = await personOn(site);
    await browser.fetch(site.url + (site.products?.remove.replace('{id}', '2') ?? ''));
    expect(site.table().products).toHaveLength(remove === 'deleteGet' ? 2 : 3);
  }
});

test('profiles have no price; a list has pages; decimals stand in list and form', async () => {
  const profiles = await started({}, { kind: 'profiles' });
  const list = (site: typeof profiles) =>
    personOn(site).then(async ({ browser }) => (await browser.fetch(site.url + site.products?.list)).text());
  expect(await list(profiles)).not.toContain('Harga');
  expect(await list(await started({}, { perPage: 2 }))).toContain('?page=2');
  const decimals = await started({}, { price: 'decimals' });
  expect(await list(decimals)).toContain('25.000,00');
  await personSavesProduct(decimals, { name: 'Keripik' }, 1);
  expect(decimals.table().byId(1)).toMatchObject({ name: 'Keripik', price: '25000' });
});

test('whoever is signed out is led to the sign-in page', async () => {
  const site = await started({}, {});
  expect((await fetch(site.url + site.products?.list)).url).toBe(site.url + site.admin.login);
});
