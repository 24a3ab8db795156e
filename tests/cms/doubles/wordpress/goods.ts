/** A product as WooCommerce 9.9 stores it. */
export interface Goods {
  id: number;
  name: string;
  type: 'simple' | 'variable' | 'external' | 'grouped';
  status: 'publish' | 'draft' | 'private' | 'pending' | 'future' | 'trash';
  sku: string;
  regular_price: string;
  sale_price: string;
  description: string;
  short_description: string;
  manage_stock: boolean;
  stock_quantity: number | null;
  stock_status: 'instock' | 'outofstock';
  images: number[];
  categories: number[];
  meta_data: { id: number; key: string; value: unknown }[];
  variations: Variation[];
  slug: string;
}

export interface Variation {
  price: string;
  manage_stock: boolean | 'parent';
  stock_quantity: number | null;
  stock_status: 'instock' | 'outofstock';
  attributes: { name: string; option: string }[];
}

export interface ShopOptions {
  isOn: boolean;
  /** Everybody may look, and nobody may write. */
  readsOnly: boolean;
  /** A careless host prints PHP's warnings before every answer. */
  warns: boolean;
  /** Two requests at the same moment both find a number free. */
  skuIsFree: boolean;
  /** The public shop breaks for everybody while a product of this price is on sale. */
  breaksAt: string | null;
}

/** The shop of one site. */
export class Store {
  readonly options: ShopOptions = { isOn: false, readsOnly: false, warns: false, skuIsFree: false, breaksAt: null };
  readonly goods: Goods[] = [];
  readonly categories = [
    { id: 15, name: 'Uncategorized' },
    { id: 16, name: 'Makanan &amp; Camilan' },
  ];

  get isBroken(): boolean {
    const { breaksAt } = this.options;
    return breaksAt !== null && this.goods.some((one) => one.status === 'publish' && one.regular_price === breaksAt);
  }

  /** A product as a person, or REST, makes it. */
  add(id: number, over: Partial<Goods>): Goods {
    const made: Goods = {
      ...{ id, name: '', type: 'simple', status: 'publish', sku: '', regular_price: '', sale_price: '' },
      ...{ description: '', short_description: '', manage_stock: false, stock_quantity: null, stock_status: 'instock' },
      ...{ images: [], categories: [15], meta_data: [], variations: [], slug: `produk-${id}` },
      ...over,
    };
    this.goods.push(made);
    return made;
  }
}

/** What buyers pay: the sale's price where there is one, the lowest of a product with variations. */
export function priceOf({ type, variations, sale_price, regular_price }: Goods): string {
  if (type !== 'variable') return sale_price === '' ? regular_price : sale_price;
  const [lowest = ''] = variations.map(({ price }) => price).sort((a, b) => Number(a) - Number(b));
  return lowest;
}

/** WordPress's filter of what a product says: single marks become entities, scripts lose their tags. */
export const filtered = (html: string): string =>
  html
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/&#(\d\d);/g, '&#0$1;')
    .replace(/<\/?(script|style|iframe)\b[^>]*>/g, '');
