import { type Posted, text } from '#tests/cms/doubles/opensid/form.ts';
import { denied, href, missing, page, type Visit } from './frame.ts';
import { esc, type Link, type Role } from './state.ts';
import { termHref } from './tags.ts';

const ROOT = 'admin/structure/menu';
const MENUS = {
  drupal: ['account', 'admin', 'footer', 'main', 'tools'],
  drupal7: ['main-menu', 'management', 'navigation', 'user-menu'],
  backdrop: ['main-menu', 'management', 'user-menu'],
};

/** The pages on which menus are managed, all behind one permission. */
export function menus(visit: Visit, role: Role, form: Posted | null): Response {
  const { state, path } = visit;
  if (!state.options.menuModule) return missing(visit);
  if (!role.menus) return denied(visit);
  const names = MENUS[state.options.generation];
  if (path === ROOT) return page(visit, 'Menu', `<table>${names.map((name) => menuRow(visit, name)).join('')}</table>`);
  const [, name = '', isAdd] = /\/manage\/([\w-]+)(\/add)?$/.exec(path) ?? [];
  const [, id] = /\/item\/(\d+)\/edit$/.exec(path) ?? [];
  const link = state.links.find((one) => String(one.id) === id);
  if (link !== undefined) return edit(visit, link, form);
  if (!names.includes(name)) return missing(visit);
  return isAdd ? edit(visit, { id: 0, menu: name, title: '', path: '', shown: true }, form) : overview(visit, name);
}

function menuRow(visit: Visit, name: string): string {
  const end = visit.state.options.generation === 'drupal' ? '?destination=/admin/structure/menu' : '';
  const links = ['', '/edit', '/add'].map(
    (way) => `<a href="${href(visit, `${ROOT}/manage/${name}${way}`)}${end}">${way}</a>`,
  );
  return `<tr><td>${name}</td><td>${links.join('')}</td></tr>`;
}

/** One row for each entry, hidden ones too; its link is the pretty address, where there is one. */
function overview(visit: Visit, menu: string): Response {
  const { links, terms, options } = visit.state;
  const rows = links
    .filter((link) => link.menu === menu)
    .map((link) => {
      const term = terms.find(({ id }) => link.path === `taxonomy/term/${id}`);
      const name =
        options.generation === 'drupal' ? `links[menu_plugin_id:${link.id}][enabled]` : `mlid:${link.id}[hidden]`;
      const box = `<input type="checkbox" name="${name}" value="1"${link.shown ? ' checked="checked"' : ''} />`;
      const target = term ? termHref(visit, term) : href(visit, link.path);
      return `<tr class="${link.shown ? 'menu-enabled' : 'menu-disabled'} draggable"><td><a href="${target}">${esc(link.title)}</a></td><td class="checkbox menu-enabled">${box}</td>
<td><a href="${href(visit, `${ROOT}/item/${link.id}/edit`)}">ubah</a><a href="${href(visit, `${ROOT}/item/${link.id}/delete`)}">hapus</a></td></tr>`;
    });
  return page(
    visit,
    `Menu ${menu}`,
    `<form id="menu-overview-form" method="post"><table id="menu-overview">${rows.join('')}</table></form>`,
  );
}

function edit(visit: Visit, link: Link, form: Posted | null): Response {
  const { state, session, path } = visit;
  const isModern = state.options.generation === 'drupal';
  const names = isModern
    ? { title: 'title[0][value]', path: 'link[0][uri]', shown: 'enabled[value]' }
    : { title: 'link_title', path: 'link_path', shown: 'enabled' };
  const token = `${session}-menu`;
  const isRight = form !== null && text(form, 'form_token') === token && text(form, 'op') === 'Simpan';
  if (isRight && isPath(isModern, text(form, names.path)) && text(form, names.title) !== '') {
    const saved = {
      title: text(form, names.title),
      path: text(form, names.path).replace(/^\//, ''),
      shown: text(form, names.shown) === '1',
    };
    const isNew = link.id === 0;
    if (!state.options.losesLinks) Object.assign(link, saved, isNew && { id: state.nextId() });
    if (isNew && link.id !== 0) state.links.push(link);
    // Since Drupal 8 a save leads back to the form itself, before that to the list.
    const next = isModern ? `${ROOT}/item/${link.id}/edit` : `${ROOT}/manage/${link.menu}`;
    return new Response(null, { status: isModern ? 303 : 302, headers: { location: href(visit, next) } });
  }
  const red = form === null ? '' : '<div class="messages error messages--error">Jalur tidak sah.</div>';
  const markup = isModern
    ? 'class="menu-link-content-menu-link-content-form menu-link-content-form"'
    : 'id="menu-edit-item"';
  const value = link.path === '' ? '' : `${isModern ? '/' : ''}${link.path}`;
  return page(
    visit,
    'Tautan menu',
    `${red}<form ${markup} action="${href(visit, path)}" method="post"><input type="text" name="${names.title}" value="${esc(link.title)}" />
<input type="text" name="${names.path}" value="${esc(value)}" /><input type="checkbox" name="${names.shown}" value="1"${link.shown ? ' checked="checked"' : ''} />
<input type="hidden" name="form_token" value="${token}" /><input type="submit" name="op" value="Simpan" />${link.id === 0 ? '' : '<input type="submit" name="op" value="Hapus" />'}</form>`,
  );
}

/** Since 8 a path of one's own begins with a slash, before it does not. */
const isPath = (isModern: boolean, path: string): boolean => path.startsWith('/') === isModern && path !== '';
