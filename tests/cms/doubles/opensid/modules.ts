import { Hono } from 'hono';
import { text } from './form.ts';
import { admin } from './pages.ts';
import { esc, RIGHTS } from './state.ts';
import { type Ctx, type Env, flash, redirect, siteUrl } from './web.ts';

/** A module the role does not have lands on the dashboard, with a red notice and 200. */
const noAccess = (c: Ctx): Response =>
  flash(c, 'danger', 'Anda tidak memiliki akses untuk halaman tersebut!', 'beranda');
const may = (c: Ctx, right: 'manage' | 'identity'): boolean => RIGHTS[c.get('session')?.role ?? 'kontributor'][right];

export const modules = new Hono<Env>();

modules.get('/beranda', (c) => admin(c, '<h1>Beranda</h1>'));
modules.get('/pengguna', (c) =>
  admin(c, '<div class="callout callout-warning"><h4>Peringatan</h4><p>Ganti kata sandi bawaan</p></div>'),
);

modules.get('/identitas_desa', (c) => admin(c, '<h1>Identitas Desa</h1>'));

modules.get('/kategori', (c) => (may(c, 'manage') ? admin(c, '<table id="tabeldata"></table>') : noAccess(c)));
modules.get('/kategori/index', (c) => (may(c, 'manage') ? admin(c, '<table id="tabeldata"></table>') : noAccess(c)));
// The form of a dialog: no frame around it, and no hidden token, for a script of the page adds that.
modules.get('/kategori/ajax_form/0', (c) =>
  may(c, 'manage')
    ? c.html(
        `<form action="${siteUrl(c, 'kategori/insert/0')}" method="post" id="validasi"><input name="kategori" maxlength="50" type="text" value=""></form>`,
      )
    : noAccess(c),
);
modules.post('/kategori/insert/0', (c) => {
  if (!may(c, 'manage')) return noAccess(c);
  const state = c.get('state');
  const kategori = text(c.get('form'), 'kategori');
  if (state.categories.some((other) => other.kategori === kategori))
    return flash(c, 'danger', `Kategori ${esc(kategori)} sudah ada`, 'kategori/index');
  state.categories.push({ id: state.nextId(), kategori });
  return flash(c, 'success', 'Kategori berhasil disimpan', 'kategori/index');
});

modules.get('/identitas_desa/form', (c) => {
  if (!may(c, 'identity')) return noAccess(c);
  const fields = Object.entries(c.get('state').village).map(
    ([name, value]) => `<input name="${name}" value="${esc(value)}">`,
  );
  return admin(
    c,
    `<form action="${siteUrl(c, 'identitas_desa/update')}" id="validasi" method="post">${fields.join('')}
    <div class="form-group"><label class="col-sm-3 control-label" for="pamong_id">Kepala Desa</label>
    <div class="col-sm-8"><input class="form-control" type="text" value="${esc(c.get('state').office.head)}" readonly></div></div></form>`,
  );
});
modules.get('/identitas_desa/maps/kantor', (c) => {
  if (!may(c, 'identity')) return noAccess(c);
  const { lat, lng } = c.get('state').office;
  return admin(
    c,
    `<form action="${siteUrl(c, 'identitas_desa/update_maps/kantor')}" id="validasi" method="post">
    <input name="lat" id="lat" value="${lat}"><input name="lng" id="lng" value="${lng}"></form>`,
  );
});

modules.get('/', (c) => redirect(c, 'beranda'));
