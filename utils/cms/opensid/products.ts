import type { DriverContext, ShopProduct } from '#utils/cms/types.ts';
import { type Opensid, sessionOf } from './session.ts';
import { pictureNames, plain, type Row, rowsOf } from './shop/rows.ts';

/** What the village's own Lapak shows to buyers, newest first; an empty list when it has no seller yet. */
export async function products(context: DriverContext): Promise<ShopProduct[]> {
  const session = sessionOf(context);
  const rows = await rowsOf(session, '1');
  if (typeof rows === 'string') return [];
  return rows
    .toSorted((a, b) => Number(b.id) - Number(a.id))
    .map((row) => productOf(session, row))
    .filter((product) => product.name !== '');
}

function productOf(session: Opensid, row: Row): ShopProduct {
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
function priceOf({ harga, tipe_potongan, potongan }: Row): number | null {
  const full = Number(harga);
  if (!Number.isFinite(full) || full <= 0) return null;
  const off = Number(potongan) || 0;
  const price = Math.round(Number(tipe_potongan) === 1 ? full - (full * off) / 100 : full - off);
  return price > 0 ? price : null;
}
