import { Hono } from 'hono';
import { text } from './form.ts';
import { admin } from './pages.ts';
import { esc, RIGHTS } from './state.ts';
import { type Ctx, type Env, flash, isAjax, siteUrl, stateColumn } from './web.ts';

const DENIED = 'Anda tidak memiliki akses untuk halaman tersebut!';
const slugOf = (kategori: string): string => kategori.toLowerCase().replace(/[^a-z0-9]+/g, '-');
/** Entries lead to what they name; a category's is stored as `kategori/<slug>` and shown resolved. */
const resolved = (c: Ctx, link: string): string =>
  link.startsWith('kategori/') ? siteUrl(c, `artikel/${link}`) : link;
const asksForState = (c: Ctx): boolean => c.get('state').options.version >= 2603;

/** The main menu's admin pages: list, dialog, insert, switch. The switch is drawn for all, and works for the deleter alone. */
export const menu = new Hono<Env>();

menu.use('/menu/*', async (c, next) => {
  if (RIGHTS[c.get('session')?.role ?? 'kontributor'].manage) return next();
  return flash(c, 'danger', DENIED, 'beranda');
});
menu.get('/menu', (c) => admin(c, '<table id="tabeldata"></table>'));
menu.get('/menu/index', (c) => admin(c, '<table id="tabeldata"></table>'));
menu.get('/menu/datatables', (c) => {
  if (!isAjax(c)) return c.html('404', 404);
  const data = c.get('state').menu.map((entry) => {
    const [title, icon] = entry.enabled === 1 ? ['Nonaktifkan', 'fa-unlock'] : ['Aktifkan', 'fa-lock'];
    return {
      ...entry,
      nama: esc(entry.nama),
      parrent: 0,
      enabled: asksForState(c) && !c.get('state').options.unknownStates ? label(entry) : stateColumn(c, entry.enabled),
      link: `<a href="${resolved(c, entry.link)}" target="_blank">${resolved(c, entry.link)}</a>`,
      aksi: `<a href="${siteUrl(c, `menu?parent=${entry.id}`)}"></a> <a href="${siteUrl(c, `menu/ajax_menu/0/${entry.id}`)}" title="Ubah Menu"></a>
<a href="${siteUrl(c, `menu/lock/0/${entry.id}`)}" title="${title}"><i class="fa ${icon}"></i></a>`,
    };
  });
  return c.json({ draw: 1, recordsTotal: data.length, recordsFiltered: data.length, data });
});
const label = ({ enabled }: { enabled: 0 | 1 }): string =>
  enabled === 1
    ? '<span class="label label-success">Aktif</span>'
    : '<span class="label label-danger">Tidak Aktif</span>';

menu.get('/menu/ajax_menu/0', (c) => {
  const options = c
    .get('state')
    .categories.map(({ kategori }) => `<option value="kategori/${slugOf(kategori)}">${esc(kategori)}</option>`);
  // The template compares with an entry that is not there yet, so that "no" is chosen.
  const state = `<select name="enabled"><option value="1">Aktif</option><option value="0" selected>Tidak Aktif</option></select>`;
  return c.html(`<form action="${siteUrl(c, 'menu/insert/0')}" method="post" id="validasi">
<input name="parrent" type="hidden" value="0"><input name="nama" maxlength="50" type="text" value="">
<select id="link_tipe" name="link_tipe"><option value="">-- Pilih --</option><option value="8">Kategori Artikel</option><option value="99">Eksternal</option></select>
<select id="kategori_artikel" name=""><option value="">-- Pilih --</option>${options.join('')}</select>
<span id="eksternal"><input name="" type="text" value=""></span>${asksForState(c) ? state : ''}</form>`);
});
menu.post('/menu/insert/0', (c) => {
  const field = (name: string): string => text(c.get('form'), name);
  const entry = { nama: field('nama'), link: field('link'), link_tipe: Number(field('link_tipe')) };
  const isOn = !asksForState(c) || field('enabled') === '1';
  c.get('state').menu.push({ ...entry, id: c.get('state').nextId(), enabled: isOn ? 1 : 0 });
  return flash(c, 'success', 'Menu berhasil disimpan', 'menu/index');
});
menu.get('/menu/lock/0/:id', (c) => {
  if (!RIGHTS[c.get('session')?.role ?? 'kontributor'].remove) return flash(c, 'danger', DENIED, 'menu');
  const entry = c.get('state').menu.find(({ id }) => String(id) === c.req.param('id'));
  if (entry) entry.enabled = entry.enabled === 1 ? 0 : 1;
  return flash(c, 'success', 'Berhasil ubah status', 'menu/index');
});
