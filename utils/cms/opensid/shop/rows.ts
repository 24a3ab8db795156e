import { decode } from '#utils/cms/opensid/list.ts';
import { assertLanded, fetchJson, type Opensid } from '#utils/cms/opensid/session.ts';
import { isOn } from '#utils/cms/opensid/switch.ts';
import type { ShopMissing, ShopWords } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';

const PAGE = 100;
/** How many pages of the list are read: a shop with more is not a village's. */
const PAGES_MAX = 20;

export type Row = Record<string, unknown>;

/** A product as the shop keeps it; the price is the full one, before any discount of the shop's own. */
export interface Product extends ShopWords {
  id: string;
  /** Reading it throws `markup_changed` where the list says it in an unknown way. */
  readonly isOn: boolean;
  /** Stored names, the main one first. */
  pictures: string[];
}

/** What the list is asked for: `1` is on sale; off is `2` in 2410 and `0` since 2501. */
export type Status = '0' | '1' | '2';
/** 2410 answers `0` with the whole shop, later versions answer `2` with nothing; so both are asked, and no product counts twice. */
const STATUSES: Status[] = ['1', '0', '2'];

/** The rows of Lapak's own list, or what the shop is missing before it lists anything. */
export async function rowsOf(session: Opensid, status: Status): Promise<Row[] | ShopMissing> {
  const rows: Row[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const url = new URL('lapak_admin/produk', session.base);
    // Newer versions find nothing at all without a status.
    url.search = String(new URLSearchParams({ draw: '1', start: String(page * PAGE), length: String(PAGE), status }));
    const { reply, json } = await fetchJson(session, url);
    // Without an active seller or category the shop sends everybody there first.
    const [, first] = /\/lapak_admin\/(pelapak|kategori)$/.exec(reply.url.pathname) ?? [];
    if (first !== undefined) return first === 'pelapak' ? 'seller' : 'category';
    assertLanded(reply, url);
    const { data, recordsFiltered } = (json ?? {}) as { data?: unknown; recordsFiltered?: unknown };
    if (!Array.isArray(data)) throw new CmsError('markup_changed', 'lapak_admin/produk');
    rows.push(...data);
    if (rows.length >= (Number(recordsFiltered) || 0) || data.length === 0) break;
  }
  return rows;
}

/** Everything in the shop, on sale or not, oldest first. */
export async function wholeShop(session: Opensid): Promise<Product[] | ShopMissing> {
  const shop = new Map<string, Product>();
  for (const status of STATUSES) {
    const rows = await rowsOf(session, status);
    if (typeof rows === 'string') return rows;
    for (const product of rows.map(productOf)) shop.set(product.id, product);
  }
  return [...shop.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

function productOf(row: Row): Product {
  return {
    id: String(row.id),
    name: plain(row.nama),
    price: Number(row.harga),
    unit: plain(row.satuan),
    description: plain(row.deskripsi),
    pictures: pictureNames(row.foto),
    // It is read when it is asked for: an unreadable state of somebody else's product is no matter of ours.
    get isOn() {
      return isOn(row.status, 'lapak_admin/produk: status');
    },
  };
}

/** The plain text of a column. The list escapes every column once, and the description twice. */
export function plain(value: unknown): string {
  return decode(decode(typeof value === 'string' ? value : '')).trim();
}

export function pictureNames(value: unknown): string[] {
  try {
    const names: unknown = JSON.parse(decode(typeof value === 'string' ? value : '') || '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && /^[^/\\]+$/.test(name)) : [];
  } catch {
    return [];
  }
}
