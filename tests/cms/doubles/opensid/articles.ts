import { Hono } from 'hono';
import { kept } from '#tests/cms/doubles/siteFaults.ts';
import { file, type Posted, text } from './form.ts';
import { actions, admin, articleForm, articleUrl, categories } from './pages.ts';
import { type Article, decrypt, esc, RIGHTS, type State } from './state.ts';
import { type Ctx, dead, type Env, flash, inWords, isAjax, isTooWide, redirect, stateColumn } from './web.ts';

/** A row of the list as the datatables library sends it: every column escaped but `aksi` and `ceklist`, the date in words. */
function row(c: Ctx, article: Article): Record<string, unknown> {
  return {
    ...article,
    judul: esc(article.judul),
    isi: esc(article.isi),
    enabled: stateColumn(c, article.enabled),
    tgl_upload: inWords(article.tgl_upload),
    gambar1: null,
    tipe: 'dinamis',
    url_slug: articleUrl(c, article),
    ceklist: RIGHTS[c.get('session')?.role ?? 'kontributor'].remove
      ? `<input type="checkbox" name="id_cb[]" value="${article.id}"/>`
      : null,
    aksi: actions(c, article),
  };
}

type Field = (article: Article) => string;
const COLUMNS: Record<string, Field> = {
  id: (a) => String(a.id),
  judul: (a) => a.judul,
  isi: (a) => a.isi,
  tgl_upload: (a) => a.tgl_upload,
};

/** Search and order by any real column the request names; paging only when asked. */
function list(c: Ctx, state: State): Response {
  const q = (name: string) => c.req.query(name);
  const cat = q('cat') ?? '-1';
  let found = state.articles.filter(
    (a) => cat === '-1' || (cat === '0' ? a.id_kategori === null : a.id_kategori === Number(cat)),
  );
  const total = found.length;
  const field = (index: string): Field | undefined => COLUMNS[q(`columns[${index}][name]`) ?? ''];
  for (let i = 0; q(`columns[${i}][name]`); i += 1) {
    const by = field(String(i));
    if (!by) return dead(c); // an unknown column is an SQL error
    if (q(`columns[${i}][searchable]`) !== 'true') continue;
    const searched = state.faults.searchesTitles && by === COLUMNS.isi ? (a: Article) => a.judul : by;
    const wanted = q(`columns[${i}][search][value]`) || q('search[value]');
    if (wanted && state.options.searchable)
      found = found.filter((a) => searched(a).toLowerCase().includes(wanted.toLowerCase()));
  }
  const order = q('order[0][column]');
  if (order !== undefined) {
    const by = field(order);
    if (!by) return dead(c);
    const sign = q('order[0][dir]') === 'desc' ? -1 : 1;
    found = found.toSorted((a, b) => sign * by(a).localeCompare(by(b), 'en', { numeric: true }));
  }
  const start = Number(q('start') ?? 0);
  const length = Number(q('length') ?? 0);
  const page = length > 0 ? found.slice(start, start + length) : found;
  return c.json({
    draw: Number(q('draw') ?? 0),
    recordsTotal: total,
    recordsFiltered: found.length,
    data: page.map((a) => row(c, a)),
  });
}

/**
 * Where a picture ends: its stored name, null when there is none (none chosen, or over the limit), 'refused' when it is no
 * picture. Since 2603 every one is stored as PNG, its name behind five letters.
 */
function picture(state: State, form: Posted): string | null | 'refused' {
  const chosen = file(form, 'gambar');
  if (!chosen || chosen === 'empty' || chosen.bytes.length > state.options.uploadLimit) return null;
  const { bytes } = chosen;
  const magic = bytes.subarray(0, 4).toString('hex');
  const isWebp = magic === '52494646' && state.options.version >= 2603;
  if (!magic.startsWith('ffd8ff') && magic !== '89504e47' && !isWebp) return 'refused';
  const own = chosen.name.replaceAll(' ', '_');
  const name =
    state.options.version < 2603
      ? `17955105${state.nextId()}_${own}`
      : `${state.letters()}_1795779${state.nextId()}_${own.replace(/\.[^.]*$/, '')}.png`;
  for (const size of ['kecil_', 'sedang_']) state.uploads.set(`desa/upload/artikel/${size}${name}`, bytes);
  return name;
}

const stripTags = (value: string): string => value.replace(/<[^>]*>?/g, '');

function save(c: Ctx, cat: string, old: Article | null): Response {
  const state = c.get('state');
  const form = c.get('form');
  const session = c.get('session');
  const judul = stripTags(text(form, 'judul'));
  const isi = kept(state.faults, text(form, 'isi'));
  if (!text(form, 'judul') || !isi) return flash(c, 'danger', 'Judul atau isi harus diisi', `web/${cat}`);
  if (state.options.demands === 'words')
    return flash(c, 'danger', '<ul><li>Kolom Dusun wajib diisi.</li></ul>', `web/${cat}`);
  if (state.options.demands === 'filled' || (state.options.demands === 'field' && !text(form, 'sumber')))
    return flash(c, 'danger', 'Artikel gagal disimpan', `web/${cat}`);
  const stored = picture(state, form);
  // Up to 2501 a change drops a picture that it refuses, and is saved.
  if (stored === 'refused' && (!old || state.options.version >= 2603))
    return flash(c, 'danger', 'Upload gambar gagal', `web/${cat}`);
  if (file(form, 'dokumen') === null) return dead(c); // TypeFile() wants an array
  const failed = () => flash(c, 'danger', `Artikel gagal ${old ? 'disimpan' : 'ditambahkan'}`, `web/${cat}`);
  if (isTooWide(c, judul + isi) || judul.length > 200) return failed();
  const article: Article = old ?? {
    id: state.nextId(),
    judul,
    isi,
    slug: '',
    gambar: null,
    enabled: 1,
    id_kategori: Number(cat) > 0 ? Number(cat) : null,
    id_user: session?.userId ?? 0,
    tgl_upload: '',
    link_dokumen: text(form, 'link_dokumen'),
  };
  Object.assign(article, {
    judul,
    isi,
    tgl_upload: text(form, 'tgl_upload') || state.now(),
    slug: state.slug(judul, article.id),
  });
  if (stored && stored !== 'refused') article.gambar = stored;
  if (form.fields.has('gambar_hapus')) article.gambar = null;
  if (form.fields.has('enabled')) article.enabled = text(form, 'enabled') === '1' ? 1 : 0;
  if (!old) {
    if (session?.role === 'kontributor') article.enabled = 0;
    state.articles.push(article);
  }
  if (state.options.dieAfterWrite > 0) {
    state.options.dieAfterWrite -= 1;
    return dead(c);
  }
  return flash(c, 'success', `Artikel berhasil ${old ? 'disimpan' : 'ditambahkan'}`, `web/${cat}`);
}

export const articles = new Hono<Env>();

const byCode = (c: Ctx): Article | undefined =>
  c.get('state').articles.find((a) => a.id === decrypt(c.req.param('code') ?? ''));
const mayEdit = (c: Ctx, { id_user }: Article): boolean =>
  c.get('session')?.role !== 'kontributor' || id_user === c.get('session')?.userId;

articles.get('/datatables', (c) => (isAjax(c) ? list(c, c.get('state')) : c.html('<h1>404</h1>', 404)));
articles.get('/form/:cat', (c) => admin(c, articleForm(c, `web/insert/${c.req.param('cat')}`, null)));
articles.get('/form/:cat/:code', (c) => {
  const article = byCode(c);
  if (!article) return dead(c);
  if (!mayEdit(c, article)) return flash(c, 'danger', 'Pengguna tidak diijinkan mengubah artikel ini', 'web');
  return admin(c, articleForm(c, `web/update/${c.req.param('cat')}/${article.id}`, article));
});
articles.post('/insert/:cat', (c) => save(c, c.req.param('cat'), null));
articles.post('/update/:cat/:id', (c) => {
  const article = c.get('state').articles.find((a) => a.id === Number(c.req.param('id')));
  if (!article) return dead(c);
  if (!mayEdit(c, article))
    return flash(c, 'danger', 'Pengguna tidak diijinkan mengubah artikel ini', `web/${c.req.param('cat')}`);
  return save(c, c.req.param('cat'), article);
});
articles.post('/delete/:cat/:code?', (c) => {
  if (!RIGHTS[c.get('session')?.role ?? 'kontributor'].remove)
    return flash(c, 'danger', 'Anda tidak memiliki akses untuk halaman tersebut!', 'web');
  const state = c.get('state');
  const ids = (c.get('form').fields.get('id_cb[]') ?? []).map(Number);
  if (c.req.param('code')) ids.push(decrypt(c.req.param('code') ?? '') ?? 0);
  state.articles = state.articles.filter((a) => !ids.includes(a.id));
  return flash(c, 'success', 'Artikel berhasil dihapus', `web/${c.req.param('cat')}`);
});
articles.get('/lock/:cat/enabled/:code', (c) => {
  const article = byCode(c);
  if (!article) return dead(c);
  article.enabled = article.enabled ? 0 : 1;
  return flash(c, 'success', 'Berhasil Ubah Status Artikel', `web/${c.req.param('cat')}`);
});
articles.get('/clear', (c) => redirect(c, 'web'));
articles.get('/:cat?', (c) => admin(c, categories(c)));
