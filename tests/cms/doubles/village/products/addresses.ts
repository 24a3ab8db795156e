import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { slugOf } from '#tests/cms/doubles/village/words.ts';
import type { ProductOptions } from './options.ts';
import type { Product } from './table.ts';

/** Where the product table lies, below the site's own address; `{id}` stands for a product's number. */
export interface ProductAddresses {
  list: string;
  form: string;
  save: string;
  edit: string;
  update: string;
  remove: string;
  /** The public shop. */
  shop: string;
}

const LARAVEL = { form: '/create', save: '', edit: '/{id}/edit', update: '/{id}', remove: '/{id}/hapus' };
const CODEIGNITER = {
  form: '/tambah',
  save: '/simpan',
  edit: '/edit/{id}',
  update: '/update/{id}',
  remove: '/hapus/{id}',
};

export function productAddresses({ flavour }: VillageOptions, { kind, save }: ProductOptions): ProductAddresses {
  const word = kind === 'profiles' ? 'umkm' : 'produk';
  const list = flavour === 'plainphp' ? `/admin/${word}.php` : `/admin/${word}`;
  const php = {
    list,
    form: `/admin/tambah_${word}.php`,
    save: `/admin/simpan_${word}.php`,
    edit: `/admin/edit_${word}.php?id={id}`,
    update: `/admin/update_${word}.php?id={id}`,
    remove: `/admin/hapus_${word}.php?id={id}`,
  };
  const below = flavour === 'ci3' || flavour === 'modal' ? CODEIGNITER : LARAVEL;
  const parts = Object.entries(below).map(([deed, path]) => [deed, list + path]);
  const own = flavour === 'plainphp' ? php : { ...php, ...(Object.fromEntries(parts) as typeof php) };
  return { ...own, shop: `/${word}`, ...(save === 'sameAddress' && { update: own.save }) };
}

/** A product's public page; null where it has none. */
export function productPath(options: ProductOptions, shop: string, { id, name }: Product): string | null {
  if (options.publicPage === 'none') return null;
  return options.publicPage === 'byName' ? `${shop}/${slugOf(name)}` : `${shop}/${id}`;
}

export interface ProductNames {
  id: string;
  name: string;
  price: string;
  description: string;
  picture: string;
  stock: string;
  unit: string;
  category: string;
  seller: string;
  phone: string;
  status: string;
}

const named = (list: string): ProductNames => {
  const [id = '', name = '', price = '', description = '', picture = '', stock = '', unit = '', ...rest] =
    list.split(' ');
  const [category = '', seller = '', phone = '', status = ''] = rest;
  return { id, name, price, description, picture, stock, unit, category, seller, phone, status };
};

/** What the form calls its fields. */
export const PRODUCT_NAMES: Record<ProductOptions['names'], ProductNames> = {
  long: named('id_produk nama_produk harga deskripsi foto stok satuan id_kategori nama_penjual no_hp tampil'),
  short: named('id nama harga keterangan gambar stok satuan kategori pemilik kontak published'),
  other: named('kode produk txtHarga txtKeterangan userfile jumlah unit cmbKategori penjual whatsapp aktif'),
};
