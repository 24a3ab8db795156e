import * as z from 'zod/mini';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { refusal } from '#utils/cms/wordpress/refusal.ts';
import { NO_ROUTE, openRest, type Rest, type RestAnswer, RestRefusedError } from '#utils/cms/wordpress/rest.ts';
import { sessionOf } from '#utils/cms/wordpress/session.ts';
import { FIELDS, type Product, productIn } from './shapes.ts';

const PRODUCTS = '/wc/v3/products';
const PAGE = 100;
/** How many pages of the list are read: a shop with more is not a village's. */
const PAGES_MAX = 20;
const GONE = 'woocommerce_rest_product_invalid_id';
const TAKEN = 'product_invalid_sku';
const Holder = z.object({ data: z.object({ resource_id: z.int() }) });

/** What is written of a product; what is left out stays as it is. */
export interface Change {
  name?: string;
  type?: 'simple';
  status?: string;
  sku?: string;
  /** Digits alone: WooCommerce takes `25.000` for Rp25 without a word. */
  regular_price?: string;
  description?: string;
  images?: { id: number }[];
  categories?: { id: number }[];
  meta_data?: { key: string; value: string }[];
}

/** The products of a site's WooCommerce. Every method throws `CmsError`. */
export interface Shop {
  rest: Rest;
  siteUrl: string;
  /** Everything but the trash. */
  all(): Promise<Product[]>;
  withSku(sku: string, status: 'any' | 'trash'): Promise<Product[]>;
  read(id: string): Promise<Product | null>;
  /** The new product's number, or the product (null: WooCommerce does not say which) that has its `sku` already. */
  create(product: Change): Promise<{ id: string } | { taken: string | null }>;
  change(id: string, change: Change): Promise<void>;
  trash(id: string): Promise<void>;
}

/**
 * Runs `work` on the shop. Answers null where there is no WooCommerce, `closed` where the site's REST is shut: the forms of a
 * product have a hundred fields, and each that is left out would be wiped.
 */
export async function withShop<T>(
  context: DriverContext,
  work: (shop: Shop) => Promise<T>,
): Promise<T | null | 'closed'> {
  try {
    return await work(shopOn(await openRest(sessionOf(context)), context.page.siteUrl));
  } catch (error) {
    if (!(error instanceof RestRefusedError)) throw error;
    if (error.message === NO_ROUTE) return null;
    // A guard says 503 to REST alone too, but then it says so for today only.
    if (/^HTTP (5|429)/.test(error.message)) throw new CmsError('site_down', error.message);
    return 'closed';
  }
}

function shopOn(rest: Rest, siteUrl: string): Shop {
  async function list(query: Record<string, string>): Promise<Product[]> {
    const products: Product[] = [];
    for (let page = 1; page <= PAGES_MAX; page += 1) {
      const asked = { ...query, per_page: String(PAGE), page: String(page), context: 'edit', _fields: FIELDS };
      const answer = await rest.call('GET', PRODUCTS, asked);
      if (answer.code !== null) throw refusal(answer);
      if (!Array.isArray(answer.body)) throw new CmsError('markup_changed', PRODUCTS);
      products.push(...answer.body.map(known));
      if (answer.body.length < PAGE) break;
    }
    return products;
  }
  const write = (route: string, change: Change) => rest.call('POST', route, { _fields: 'id' }, JSON.stringify(change));
  return {
    rest,
    siteUrl,
    all: () => list({ status: 'any' }),
    withSku: (sku, status) => list({ sku, status }),
    async read(id) {
      const answer = await rest.call('GET', `${PRODUCTS}/${id}`, { context: 'edit', _fields: FIELDS });
      if (answer.code === GONE) return null;
      if (answer.code !== null) throw refusal(answer);
      return known(answer.body);
    },
    async create(product) {
      const answer = await write(PRODUCTS, product);
      if (answer.code === TAKEN) return { taken: holderIn(answer) };
      if (answer.code !== null) throw refusal(answer);
      const made = z.object({ id: z.int() }).safeParse(answer.body);
      if (!made.success) throw new CmsError('not_read_back');
      return { id: String(made.data.id) };
    },
    async change(id, change) {
      const answer = await write(`${PRODUCTS}/${id}`, change);
      if (answer.code !== null) throw refusal(answer);
    },
    async trash(id) {
      const answer = await rest.call('DELETE', `${PRODUCTS}/${id}`, { _fields: 'id' });
      if (answer.code !== null && answer.status !== 410) throw refusal(answer);
    },
  };
}

function known(value: unknown): Product {
  const product = productIn(value);
  if (product === null) throw new CmsError('markup_changed', PRODUCTS);
  return product;
}

function holderIn({ body }: RestAnswer): string | null {
  const holder = Holder.safeParse(body);
  return holder.success ? String(holder.data.data.resource_id) : null;
}
