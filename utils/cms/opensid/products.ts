import { CmsProblem, type DriverContext, type ImportableProduct } from '../types.ts';
import { decode } from './list.ts';
import { assertLanded, fetchJson, type Opensid, sessionOf } from './session.ts';

const PAGE = 100;
/** A shop of more pages than this is not a village's. */
const PAGES_MAX = 20;

/** What the village's own Lapak shows to buyers, newest first; an empty list when it has no seller yet. */
export async function products(context: DriverContext): Promise<ImportableProduct[]> {
  const session = sessionOf(context);
  const rows: Record<string, unknown>[] = [];
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const url = new URL('lapak_admin/produk', session.base);
    // Only what is on sale; newer versions find nothing at all without a status.
    url.search = String(
      new URLSearchParams({ draw: '1', start: String(page * PAGE), length: String(PAGE), status: '1' }),
    );
    const { reply, json } = await fetchJson(session, url);
    // Without an active seller or category the shop sends everybody there first.
    if (/\/lapak_admin\/(pelapak|kategori)$/.test(reply.url.pathname)) return [];
    assertLanded(reply, url);
    const { data, recordsFiltered } = (json ?? {}) as { data?: unknown; recordsFiltered?: unknown };
    if (!Array.isArray(data)) throw new CmsProblem('markup_changed', 'lapak_admin/produk');
    rows.push(...data);
    if (rows.length >= (Number(recordsFiltered) || 0) || data.length === 0) break;
  }
  return rows
    .toSorted((a, b) => Number(b.id) - Number(a.id))
    .map((row) => productOf(session, row))
    .filter((product) => product.name !== '');
}

function productOf(session: Opensid, row: Record<string, unknown>): ImportableProduct {
  const field = (key: string): string | null => plain(row[key]) || null;
  const seller = field('pelapak');
  // A seller who is no resident is written down as "Admin", with the village's own number.
  const isResident = seller !== null && seller !== 'Admin';
  return {
    sourceId: String(row.id),
    name: field('nama') ?? '',
    description: field('deskripsi'),
    price: priceOf(row),
    unit: field('satuan'),
    category: field('kategori'),
    producer: isResident ? { name: seller, phone: field('telepon') } : null,
    imageUrls: pictureNames(row.foto).map(
      (name) => `${session.siteUrl}/desa/upload/produk/${encodeURIComponent(name)}`,
    ),
  };
}

/** `potongan` is percent for type 1, rupiah for type 2. */
function priceOf({ harga, tipe_potongan, potongan }: Record<string, unknown>): number | null {
  const full = Number(harga);
  if (!Number.isFinite(full) || full <= 0) return null;
  const off = Number(potongan) || 0;
  const price = Math.round(Number(tipe_potongan) === 1 ? full - (full * off) / 100 : full - off);
  return price > 0 ? price : null;
}

/** The list escapes every column, the description one time more. */
function plain(value: unknown): string {
  return decode(decode(typeof value === 'string' ? value : '')).trim();
}

function pictureNames(value: unknown): string[] {
  try {
    const names: unknown = JSON.parse(decode(typeof value === 'string' ? value : '') || '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && /^[^/\\]+$/.test(name)) : [];
  } catch {
    return [];
  }
}
