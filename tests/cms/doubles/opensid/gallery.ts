import { Hono } from 'hono';
import { esc, type State } from './state.ts';
import { type Ctx, dead, type Env, flash, inWords, isAjax, siteUrl } from './web.ts';

/** An album's cover (`parrent` 0) or a picture in an album. `jenis` 2 is an address that somebody typed. */
export interface GalleryPicture {
  id: number;
  parrent: number;
  nama: string;
  gambar: string;
  jenis: 1 | 2;
  tgl_upload: string;
}

/** A person puts a picture into an album, or an album's cover; only the two smaller sizes are kept. */
export function addToGallery(state: State, parrent: number, nama: string, bytes: Uint8Array): GalleryPicture {
  const id = state.nextId();
  const gambar = `s2sdn${id}_${nama.toLowerCase().replace(/[^a-z0-9]+/g, '_')}.jpg`;
  for (const size of ['kecil_', 'sedang_']) state.uploads.set(`desa/upload/galeri/${size}${gambar}`, bytes);
  const picture: GalleryPicture = { id, parrent, nama, gambar, jenis: 1, tgl_upload: state.now() };
  state.gallery.push(picture);
  return picture;
}

function row(c: Ctx, picture: GalleryPicture): Record<string, unknown> {
  const at = (size: string) => siteUrl(c, `desa/upload/galeri/${size}_${picture.gambar}`).replace('/index.php/', '/');
  return {
    ...picture,
    gambar: esc(picture.gambar),
    nama: `<label style="cursor: pointer;" class="tampil" data-img="${at('sedang')}" data-rel="popover" data-content="<img width=200 height=134 src=${at('kecil')}>" >${esc(picture.nama)}</label>`,
    tgl_upload: inWords(picture.tgl_upload),
    enabled: 'Ya',
  };
}

export const gallery = new Hono<Env>();

gallery.get('/gallery/datatables', (c) => {
  const state = c.get('state');
  const q = (name: string) => c.req.query(name);
  if (state.options.galleryOf === 'others')
    return flash(c, 'danger', 'Anda tidak memiliki akses untuk halaman tersebut!', 'beranda');
  if (state.options.galleryOf === 'nobody') return dead(c);
  if (!isAjax(c)) return c.html('<h1>404</h1>', 404);
  const found = state.gallery.filter(({ parrent }) => parrent === Number(q('parent') ?? 0));
  // Without the name of the column the order is an error of the database's.
  if (q('order[0][column]') !== undefined && q(`columns[${q('order[0][column]')}][name]`) !== 'id') return dead(c);
  if (q('order[0][dir]') === 'desc') found.sort((one, other) => other.id - one.id);
  const data = found.slice(0, Number(q('length')) || found.length).map((one) => row(c, one));
  return c.json({ draw: Number(q('draw') ?? 0), recordsTotal: found.length, recordsFiltered: found.length, data });
});
