import type { Flavour, VillageOptions } from './axes.ts';

/** What a form calls its fields. */
export interface Names {
  id: string;
  title: string;
  /** The field whose words are shown in public; for `urlOnly` there is none. */
  body: string;
  /** With `otherField`: what takes the big text and is shown nowhere. */
  unseen: string;
  link: string;
  /** The file, or what stands for it. */
  picture: string;
  category: string;
  otherCategory: string;
  status: string;
  date: string;
}

/** Off in every empty form, and nobody's business but the person's. */
export const SWITCHES = ['headline', 'popup', 'kirim_pelanggan'] as const;

const names = (list: string): Names => {
  const [id = '', title = '', body = '', unseen = '', link = '', picture = '', category = '', ...rest] =
    list.split(' ');
  const [otherCategory = '', status = '', date = ''] = rest;
  return { id, title, body, unseen, link, picture, category, otherCategory, status, date };
};

const SCRIPT = names('id title body content url image categoryId categoryName isPublished publishedAt');
const BLADE = names('id judul isi content tautan gambar kategori_id kategori_lain status tanggal');

const BY_FLAVOUR: Record<Flavour, Names> = {
  blade: BLADE,
  ci3: names('id_berita judul_berita isi_berita konten link userfile id_kategori kategori_baru publish tgl_berita'),
  plainphp: names('kode txtJudul txtIsi txtKonten txtLink foto cmbKategori txtKategori aktif tgl'),
  modal: names('id nama_berita keterangan konten tautan image kategori lainnya tampil waktu'),
  json: SCRIPT,
  jsonMultipart: names('id judul konten content url foto kategori kategoriLain terbit tanggal'),
  whole: SCRIPT,
  storageToken: SCRIPT,
  driven: BLADE,
  dead: BLADE,
};

/** What the form for a new article calls its fields, or the one for changing: some sites call them otherwise there. */
export function namesOf({ flavour, picture, editor, change }: VillageOptions, deed: 'create' | 'change'): Names {
  const own = BY_FLAVOUR[flavour];
  const shown = { ...own, body: editor === 'otherField' ? 'deskripsi' : own.body };
  const files: Partial<Record<typeof picture, string>> = {
    arrayInput: 'foto[]',
    uploadFirst: `${own.picture}_id`,
    uploadUrl: `${own.picture}_url`,
    dropzone: `${own.picture}_berkas[]`,
    extraInputs: `${own.picture}1`,
    urlBox: `${own.picture}_url`,
    fileManager: `${own.picture}_url`,
  };
  const all: Names = { ...shown, picture: files[picture] ?? own.picture };
  if (change !== 'otherNames' || deed === 'create') return all;
  const renamed = Object.entries(all).map(([role, name]) => [role, role === 'id' ? name : `edit_${name}`]);
  return Object.fromEntries(renamed) as unknown as Names;
}
