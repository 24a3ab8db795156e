import { Hono } from 'hono';
import { file, type Posted, text } from './form.ts';
import { admin } from './pages.ts';
import { esc, type Product, RIGHTS, type State } from './state.ts';
import { type Ctx, dead, type Env, flash, isAjax, isTooWide, redirect, siteUrl, stateColumn } from './web.ts';

const PLACES = 3;
/** Lapak's own limit for a picture, in bytes. */
const PICTURE_MAX = 1_048_576;
const DENIED = 'Anda tidak memiliki akses untuk halaman tersebut!';

/** The shop: its list shows nothing before there is a seller, and nothing of sellers who are switched off. */
export const lapak = new Hono<Env>();

lapak.use('/lapak_admin/*', async (c, next) => {
  if (!RIGHTS[c.get('session')?.role ?? 'kontributor'].manage) return flash(c, 'danger', DENIED, 'beranda');
  const writes = /\/produk_(form|insert|update|status)/.test(c.req.path);
  const { lapakReadsOnly, version } = c.get('state').options;
  if (writes && lapakReadsOnly && version < 2501) return flash(c, 'danger', DENIED, 'lapak_admin/produk');
  // Since the shop is a module of its own, its name leads nowhere: 404, and no notice.
  if (writes && lapakReadsOnly) return redirect(c, 'lapakadmincontroller');
  return next();
});

const sellersOn = ({ sellers, options }: State) =>
  options.noSeller ? [] : sellers.filter(({ status }) => status === 1);
const page = <T>(c: Ctx, rows: T[]): T[] => {
  const start = Number(c.req.query('start') ?? 0);
  const length = Number(c.req.query('length') ?? 0);
  return length > 0 ? rows.slice(start, start + length) : rows;
};
const list = (c: Ctx, rows: unknown[], total: number): Response =>
  c.json({
    draw: Number(c.req.query('draw') ?? 0),
    recordsTotal: total,
    recordsFiltered: rows.length,
    data: page(c, rows),
  });

lapak.get('/lapak_admin/pelapak', (c) =>
  isAjax(c)
    ? list(
        c,
        sellersOn(c.get('state')).map((seller) => ({ ...seller, pelapak: esc(seller.pelapak) })),
        1,
      )
    : admin(c, '<table id="tabel-pelapak"></table>'),
);
lapak.get('/lapak_admin/kategori', (c) => admin(c, '<table id="tabel-kategori"></table>'));
lapak.get('/lapak_admin/produk', (c) => {
  const state = c.get('state');
  if (sellersOn(state).length === 0)
    return flash(c, 'danger', 'Pelapak tidak tersedia, silakan tambah pelapak terlebih dahulu', 'lapak_admin/pelapak');
  if (state.goods.length === 0)
    return flash(
      c,
      'danger',
      'Kategori tidak tersedia, silakan tambah kategori terlebih dahulu',
      'lapak_admin/kategori',
    );
  if (!isAjax(c)) return admin(c, '<table id="tabel-produk"></table>');
  const status = c.req.query('status');
  if (status === undefined) return dead(c); // 2025: a missing status matches no product at all; here it is told loudly
  const shown = new Set(sellersOn(state).map(({ id }) => id));
  // PHP takes '0' for nothing said, so 2410 answers it with the whole shop.
  const isAny = status === '' || (state.options.version < 2501 && status === '0');
  const found = state.products.filter((p) => shown.has(p.id_pelapak) && (isAny || p.status === Number(status)));
  // The controller escapes the description, the list escapes every column once more.
  const rows = found.map((p) => ({
    ...p,
    ...buttons(c, p),
    status: stateColumn(c, p.status),
    config_id: 1,
    nama: esc(p.nama),
    satuan: esc(p.satuan),
    deskripsi: esc(esc(p.deskripsi)),
    foto: p.foto && esc(JSON.stringify(p.foto)),
    kategori: 'Makanan',
    nik: '3303010101800001',
  }));
  return list(c, rows, state.products.length);
});

/** Since 2501 the list brings each row's buttons; before, the page's script made them. */
function buttons(c: Ctx, { id, status }: Product): { aksi?: string } {
  if (c.get('state').options.version < 2501) return {};
  if (c.get('state').options.lapakReadsOnly) return { aksi: '' };
  const [title, icon] = status === 1 ? ['Nonaktifkan', 'fa-unlock'] : ['Aktifkan', 'fa-lock'];
  return {
    aksi: `<a href="${siteUrl(c, `lapak_admin/produk_form/${id}`)}" title="Ubah Data"><i class="fa fa-edit"></i></a>
<a href="${siteUrl(c, `lapak_admin/produk_status/${id}`)}" title="${title}"><i class="fa ${icon}"></i></a>`,
  };
}

const byId = (c: Ctx): Product | undefined =>
  c.get('state').products.find(({ id }) => String(id) === c.req.param('id'));

lapak.get('/lapak_admin/produk_form/:id?', (c) => {
  const product = byId(c);
  if (c.req.param('id') !== undefined && !product) return c.html('<h1>404 Page Not Found</h1>', 404);
  const state = c.get('state');
  const options = (rows: { value: number; label: string }[]): string =>
    rows.map(({ value, label }) => `<option value="${value}">${esc(label)}</option>`).join('');
  const sellers = options(sellersOn(state).map(({ id, pelapak }) => ({ value: id, label: `3303 - ${pelapak}` })));
  const goods = options(state.goods.map(({ id, kategori }) => ({ value: id, label: kategori })));
  const pictures = Array.from({ length: PLACES }, (_, n) => {
    const stored = `<input type="hidden" name="old_foto_${n + 1}" value="${esc(product?.foto?.[n] ?? '')}">`;
    return `${stored}<input type="file" name="foto_${n + 1}"><input type="checkbox" name="hapus_foto_${n + 1}" value="hapus">`;
  });
  const [percent, rupiah] = product?.tipe_potongan === 2 ? ['disabled', ''] : ['', 'disabled'];
  // Name and description are escaped once too often here: `&` comes back as `&amp;`.
  return admin(
    c,
    `<form id="validasi" action="${siteUrl(c, product ? `lapak_admin/produk_update/${product.id}` : 'lapak_admin/produk_insert')}" method="POST" enctype="multipart/form-data">
<select name="id_pelapak"><option value="">Pilih Nama Pelapak</option>${selected(sellers, product?.id_pelapak)}</select>
<input name="nama" value="${esc(esc(product?.nama ?? ''))}">
<select name="id_produk_kategori"><option value="">Pilih Kategori Produk</option>${selected(goods, product?.id_produk_kategori)}</select>
<input name="harga" type="number" value="${product?.harga ?? ''}"><input name="satuan" value="${esc(product?.satuan ?? '')}">
<select name="tipe_potongan"><option value="1">Persen</option><option value="2" ${product?.tipe_potongan === 2 ? 'selected' : ''}>Nominal</option></select>
<input name="persen" ${percent} value="${product?.potongan ?? 0}"><input name="nominal" ${rupiah} value="${product?.potongan ?? 0}">
<textarea name="deskripsi">${esc(esc(product?.deskripsi ?? ''))}</textarea>${pictures.join('')}</form>`,
  );
});
const selected = (options: string, value: number | undefined): string =>
  options.replace(`<option value="${value}">`, `<option value="${value}" selected>`);

lapak.post('/lapak_admin/produk_insert', (c) => save(c, null));
lapak.post('/lapak_admin/produk_update/:id', (c) => {
  const product = byId(c);
  return product ? save(c, product) : flash(c, 'danger', 'Gagal mengubah data', 'lapak_admin/produk');
});
/** 2410 does what the address says; since 2501 the product is turned over, whatever it says. */
lapak.get('/lapak_admin/produk_status/:id/:status?', (c) => {
  const state = c.get('state');
  const product = byId(c);
  if (product && state.options.version < 2501) product.status = c.req.param('status') === '1' ? 1 : 2;
  else if (product) product.status = product.status === 1 ? 0 : 1;
  return flash(c, 'success', 'Berhasil mengubah data', 'lapak_admin/produk');
});

function save(c: Ctx, old: Product | null): Response {
  const state = c.get('state');
  const form = c.get('form');
  const field = (name: string): string => text(form, name);
  const foto = pictures(state, form);
  // The words come as a paragraph of their own inside the notice's.
  if (foto === 'refused')
    return flash(c, 'danger', '<p>Jenis berkas yang anda unggah tidak diperbolehkan.</p>', 'lapak_admin/produk');
  const seller = state.sellers.find(({ id }) => id === Number(field('id_pelapak')));
  const product: Product = {
    id: old?.id ?? state.nextId(),
    id_pelapak: seller?.id ?? 0,
    pelapak: seller?.pelapak ?? 'Admin',
    telepon: seller?.telepon ?? '',
    id_produk_kategori: Number(field('id_produk_kategori')),
    nama: field('nama').replace(/<[^>]*>?/g, ''),
    harga: Number(field('harga').replace(/\D/g, '')),
    satuan: field('satuan').replace(/[^a-zA-Z0-9\s]/g, ''),
    tipe_potongan: field('tipe_potongan') === '2' ? 2 : 1,
    potongan: Number(field(field('tipe_potongan') === '2' ? 'nominal' : 'persen')) || 0,
    deskripsi: field('deskripsi'),
    foto: foto.length > 0 ? foto : null,
    status: old?.status ?? 1,
  };
  // The tables' own limits: an exception, that is a bare 500.
  const isTooMuch = product.satuan.length > 20 || JSON.stringify(foto).length > 225 || product.nama.length > 255;
  if (isTooMuch || !seller || isTooWide(c, product.nama + product.deskripsi)) return dead(c);
  if (old) Object.assign(old, product);
  else state.products.push(product);
  if (state.options.dieAfterWrite > 0) {
    state.options.dieAfterWrite -= 1;
    return dead(c);
  }
  const again = `lapak_admin/produk_form?id_pelapak=${product.id_pelapak}&sukses_tambah=1`;
  const next = old || state.options.version < 2603 ? 'lapak_admin/produk' : again;
  return flash(c, 'success', `Berhasil ${old ? 'mengubah' : 'menambah'} data`, next);
}

/** What stands in the places afterwards, without gaps; one bad picture and nothing at all is saved. */
function pictures(state: State, form: Posted): string[] | 'refused' {
  const names: string[] = [];
  for (let n = 1; n <= PLACES; n += 1) {
    const chosen = file(form, `foto_${n}`);
    const old = text(form, `old_foto_${n}`);
    if (chosen && chosen !== 'empty') {
      const magic = chosen.bytes.subarray(0, 4).toString('hex');
      const isPicture = magic.startsWith('ffd8ff') || magic === '89504e47';
      if (!isPicture || chosen.bytes.length > PICTURE_MAX) return 'refused';
      const webp = `${state.letters()}_${chosen.name.replace(/\.[^.]*$/, '')}.webp`;
      const name = state.options.version < 2603 ? `17955253${state.nextId()}_${chosen.name}` : webp;
      state.uploads.set(`desa/upload/produk/${name}`, chosen.bytes);
      names.push(name);
    } else if (old !== '' && !form.fields.has(`hapus_foto_${n}`)) names.push(old);
  }
  return names;
}
