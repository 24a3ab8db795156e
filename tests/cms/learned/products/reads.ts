import type { RecipeProducts, TableRole } from '#contract';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { personOn } from '#tests/cms/doubles/village/person.ts';
import type { ProductOptions } from '#tests/cms/doubles/village/products/options.ts';
import { started } from '#tests/cms/doubles/village/started.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { assistPage } from '#utils/cms/assist/page.ts';
import { lookAtTable } from '#utils/cms/learned/products/look.ts';
import { readTable, readWhole } from '#utils/cms/learned/products/read.ts';
import type { DriverContext, ShopProduct } from '#utils/cms/types.ts';
import { guessWay } from '#utils/import/guessWay.ts';
import type { TableLook } from '#utils/model/ownTable.ts';

export interface Reading {
  site: VillageSite;
  context: DriverContext;
  look(): Promise<TableLook | null>;
  /** What a person gets who changes nothing of what is guessed. */
  read(more?: Partial<RecipeProducts>): Promise<ShopProduct[]>;
  /** The same, with each product's form. */
  whole(): Promise<(ShopProduct | null)[]>;
  /** What was asked of the site since it was first looked at. */
  asked(): string[];
}

/** Somebody who is signed in to a village site with a product table, and has its list open. */
export async function reading(
  traits: Partial<VillageOptions> = {},
  products: Partial<ProductOptions> = {},
): Promise<Reading> {
  const site = await started(traits, products);
  const { browser } = await personOn(site);
  const address = new URL(site.url + site.products?.list);
  const { document } = await browser.open(address.href);
  const context = { page: assistPage(site.url), document, fetch: browser.fetch };
  const begun = site.requests.length;
  const look = () => lookAtTable(context, address);
  const way = async (more: Partial<RecipeProducts> = {}) => {
    const seen = await look();
    if (seen === null) throw new Error('no table');
    return { ...guessWay(seen), ...more };
  };
  return {
    site,
    context,
    look,
    read: async (more) => readTable(context, await way(more)),
    async whole() {
      const how = await way();
      const found = await readTable(context, how);
      return Promise.all(found.map((one) => (one.form === undefined ? one : readWhole(context, how, one))));
    },
    asked: () => site.requests.slice(begun).map(({ method, path }) => `${method} ${path}`),
  };
}

/** Where a way finds a part: its column, else its field. */
export const placeOf = (way: RecipeProducts, role: TableRole): number | string | undefined =>
  way.columns.find((one) => one.role === role)?.at ?? way.fields.find((one) => one.role === role)?.name;
