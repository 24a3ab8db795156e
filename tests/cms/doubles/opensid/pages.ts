import { getCookie } from 'hono/cookie';
import { type Article, encrypt, esc, RIGHTS } from './state.ts';
import { type Ctx, siteUrl } from './web.ts';

/** The frame of every admin page: only what a script outside could hold on to, in the real one's markup. */
export function admin(c: Ctx, content: string): Response {
  const { village, options } = c.get('state');
  const session = c.get('session');
  if (!session) throw new Error('an admin page without a session');
  const notice = session.flash;
  session.flash = null;
  const rights = RIGHTS[session.role];
  const modules = [
    'beranda',
    ...(rights.identity ? ['identitas_desa'] : []),
    ...(rights.manage ? ['lapak_admin'] : []),
    'web/clear',
    ...(rights.manage ? ['web_widget', 'kategori', 'menu'] : []),
  ];
  const menu = modules
    .map((m) => `<li class=""><a href="${siteUrl(c, m)}"><i class="fa fa-list "></i><span>${m}</span></a></li>`)
    .join('');
  const alert = notice
    ? `<div id="notifikasi" class="alert alert-${notice.kind} alert-dismissible"><h4>${notice.kind === 'success' ? 'Berhasil' : 'Gagal'}</h4><p>${notice.text}</p></div>`
    : '';
  return c.html(`<!DOCTYPE html><html><head><meta charset="UTF-8"><title>SID Desa</title></head>
<body id="sidebar_collapse" class="skin-purple fixed sidebar-mini"><div class="wrapper">
<header class="main-header"><a href="${siteUrl(c, '')}" class="logo"><span class="logo-lg"><b>OpenSID</b></span></a>
<nav class="navbar navbar-static-top"><div class="navbar-custom-menu"><ul class="nav navbar-nav">
<li class="dropdown user user-menu"><a href="#"><span class="hidden-xs">${session.role}</span></a>
<ul class="dropdown-menu"><li class="user-footer"><a href="${siteUrl(c, 'siteman/logout')}">Keluar</a></li></ul></li>
</ul></div></nav></header>
<aside class="main-sidebar"><section class="sidebar"><div class="user-panel"><div class="pull-left info">
<strong>Desa ${village.nama_desa}</strong>
</br>
Kecamatan ${village.nama_kecamatan}
</br>
Kabupaten ${village.nama_kabupaten}
</div></div><ul class="sidebar-menu" data-widget="tree"><li class="header">MENU UTAMA</li>${menu}</ul></section></aside>
<div class="content-wrapper">${alert}${content}</div>
<footer class="main-footer"><div class="pull-right hidden-xs"><b>Versi</b> ${options.version}.0.0
</div><strong>Aplikasi <a href="https://github.com/OpenSID/OpenSID" target="_blank">OpenSID</a></strong></footer>
</div></body></html>`);
}

const token = (c: Ctx): string => `<input type="hidden" name="sidcsrf" value="${getCookie(c, 'sidcsrf') ?? ''}" />`;

/** The column beside the list: every category, as links `web/{id}`. */
export function categories(c: Ctx): string {
  const links = c
    .get('state')
    .categories.map(
      ({ id, kategori }) => `<li class=""><a href='${siteUrl(c, `web/${id}`)}'>\n  ${esc(kategori)}\n</a></li>`,
    );
  return `<ul class="nav nav-pills nav-stacked"><li><a href='${siteUrl(c, 'web/-1')}'>Semua Artikel Dinamis</a></li></ul>
<ul class="nav nav-pills nav-stacked">${links.join('')}<li><a href='${siteUrl(c, 'web/0')}'>[Tidak Berkategori]</a></li></ul>
<form action="" id="mainform" method="post">${token(c)}</form>`;
}

/** As OpenSID marks what its script asks for; the labels' `for` is not always right. */
function demandedField(c: Ctx): string {
  const { demands } = c.get('state').options;
  if (demands !== 'field' && demands !== 'filled') return '';
  const value = demands === 'filled' ? 'Warga' : '';
  return `<div class="form-group"><label class="control-label" for="kode_desa">Sumber berita</label>
<input name="sumber" class="form-control input-sm required" type="text" value="${value}"></div>`;
}

export function articleForm(c: Ctx, action: string, article: Article | null): string {
  const picture = article?.gambar
    ? `<input type="hidden" name="old_gambar" value="${esc(article.gambar)}">
<img class="profile-user-img" src="${new URL(c.req.url).origin}/desa/upload/artikel/kecil_${esc(article.gambar)}">
<input type="checkbox" name="gambar_hapus" value="${esc(article.gambar)}" />`
    : '';
  return `<form action="${siteUrl(c, action)}" id="validasi" enctype="multipart/form-data" method="post" accept-charset="utf-8">${token(c)}
<input id="judul" name="judul" class="form-control input-sm required" type="text" minlength="5" maxlength="200" value="${esc(article?.judul ?? '')}">
<textarea name="isi" class="form-control input-sm required">${esc(article?.isi ?? '')}</textarea>
<div class="form-group">${picture}<input type="text" id="file_path"><input type="file" id="file" name="gambar"></div>
<input type="file" name="gambar1"><input type="file" name="gambar2"><input type="file" name="gambar3">
<select name="tampilan"><option value="1">Artikel</option><option value="2">Statis</option></select>
<input type="file" name="dokumen" accept=".pdf">${article ? '<input type="text" hidden="" name="hapus_lampiran" value="" />' : ''}
${demandedField(c)}<input name="link_dokumen" type="text" value="${esc(article?.link_dokumen ?? '')}">
<input name="tgl_upload" type="text" value="${esc(article?.tgl_upload ?? '')}">
<button type="reset">Batal</button><button type="submit">Simpan</button></form>`;
}

/** The buttons of a row; the only place where encrypted ids stand. */
export function actions(c: Ctx, article: Article): string {
  const session = c.get('session');
  const mine = session?.role !== 'kontributor' || article.id_user === session.userId;
  // A real uncategorised row has an empty segment here: `web/form//…`, which opens the form of a *new* article.
  const cat = article.id_kategori ?? '';
  const link = (path: string, title: string) =>
    `<a href="${siteUrl(c, path)}" class="btn btn-sm" title="${title}"></a> `;
  let html = '';
  if (session && mine) {
    html += link(`web/form/${cat}/${encrypt(article.id)}`, 'Ubah Data');
    if (RIGHTS[session.role].remove)
      html += `<a href="#" data-href="${siteUrl(c, `web/delete/${cat}/${encrypt(article.id)}`)}" title="Hapus"></a> `;
    html += link(`web/ubah_kategori_form/${encrypt(article.id)}`, 'Ubah Kategori');
    html += link(`web/lock/${cat}/boleh_komentar/${encrypt(article.id)}`, 'Tutup Komentar Artikel');
    html += link(
      `web/lock/${cat}/enabled/${encrypt(article.id)}`,
      article.enabled ? 'Non Aktifkan Artikel' : 'Aktifkan Artikel',
    );
  }
  return `${html}<a href="${articleUrl(c, article)}" target="_blank" title="Lihat Artikel"></a>`;
}

/** `artikel/{y}/{m}/{d}/{slug}`. */
export function articleUrl(c: Ctx, { tgl_upload, slug }: Article): string {
  const [d, m, y] = tgl_upload.slice(0, 10).split('-');
  return siteUrl(c, `artikel/${y}/${m}/${d}/${slug}`);
}
