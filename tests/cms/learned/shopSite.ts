import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { productPath } from '#tests/cms/doubles/village/products/addresses.ts';
import type { ProductOptions } from '#tests/cms/doubles/village/products/options.ts';
import { PRODUCT_CATEGORIES, type Product } from '#tests/cms/doubles/village/products/table.ts';
import { startVillageSite } from '#tests/cms/doubles/village.ts';
import type { ShopTarget } from '#tests/cms/shopSuite/target.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { CmsError, type Driver } from '#utils/cms/types.ts';
import { TOOLS, visitor } from './teach.ts';
import { shopRecipe } from './teachProduct.ts';

/** A village site's own product table, all three deeds shown, as the suite of all shops sees it. */
export function tableTarget(
  name: string,
  traits: Partial<VillageOptions>,
  products: Partial<ProductOptions>,
): ShopTarget {
  // Each site has been shown by itself.
  const learned = new Map<string, Driver>();
  const driver = {
    id: 'assist',
    syncShop: (context, item) => learned.get(context.page.siteUrl)?.syncShop?.(context, item),
  } as Driver;
  return {
    name,
    driver,
    silence: { body: '<div class="alert">Berhasil disimpan</div>', type: 'text/html' },
    pictureName: /^\/uploads\/.+\.jpg$/,
    pictures: 1,
    hasRoles: false,
    kept: (words) => words.replace('"', '“').replace('"', '”').replaceAll('<', '‹').replaceAll('>', '›'),
    async start() {
      const site = await startVillageSite(traits, products);
      const table = site.table();
      const teacher = await visitor(site);
      learned.set(site.url, learnedDriver(await shopRecipe(site, teacher), TOOLS));
      // What others have, and what was shown, stands beside in each test.
      const beside = Math.max(...table.products.map(({ id }) => id));
      const ours = () => table.products.filter(({ id }) => id > beside);
      const isOn = ({ isShown, stock }: Product) => isShown && stock !== '0' && stock !== 'Habis';
      const turn = (one: Product, on: boolean) => {
        if (table.options.status === 'tick') one.isShown = on;
        else one.stock = on ? '5' : '0';
      };
      let isLost = false;
      const remove = () => {
        table.products = table.products.filter(({ id }) => id <= beside);
      };
      const address = (one: Product) => site.url + (productPath(table.options, site.products?.shop ?? '', one) ?? '');
      return {
        async signIn() {
          const context = await visitor(site);
          const fetch: typeof globalThis.fetch = async (input, init) => {
            const answer = await context.fetch(input, init);
            if (isLost && init?.method === 'POST') throw new TypeError('Failed to fetch');
            return answer;
          };
          return { ...context, fetch };
        },
        goods: () =>
          ours().map((one) => ({
            ...{ id: address(one), name: one.name, price: Number(one.price), isOn: isOn(one), text: one.description },
            pictures: one.picture === null ? [] : [one.picture],
          })),
        put: ({ name: called, price, text }) =>
          void table.add({
            ...{ name: called, price: String(price), description: text, stock: '3', seller: 'Bu Rini' },
            category: PRODUCT_CATEGORIES.get('1') ?? '',
          }),
        change({ name: called, price, text, isOn: on }) {
          for (const one of ours()) {
            if (called !== undefined) one.name = called;
            if (price !== undefined) one.price = String(price);
            if (text !== undefined) one.description = text;
            if (on !== undefined) turn(one, on);
          }
        },
        addLine(line) {
          for (const one of ours()) one.description += `\n${line}`;
        },
        swapPicture() {
          for (const one of ours()) one.picture = '/uploads/punya-saya.jpg';
          return '/uploads/punya-saya.jpg';
        },
        remove,
        reset: remove,
        setReadOnly: () => {
          throw new CmsError('refused');
        },
        endSessions: () => site.endSessions(),
        loseAnswers: (areLost) => {
          isLost = areLost;
        },
        close() {
          learned.delete(site.url);
          return site.stop();
        },
      };
    },
  };
}
