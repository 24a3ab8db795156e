import type { Posted } from '#tests/cms/doubles/opensid/form.ts';
import { text } from '#tests/cms/doubles/opensid/form.ts';
import { show } from './formats.ts';
import { denied, href, page, type Visit } from './frame.ts';
import { nodeForm } from './nodeForm.ts';
import { save } from './save.ts';
import { esc, type Node, type Role } from './state.ts';
import { siteMenu, tagsOf } from './tags.ts';

const redirect = (visit: Visit, path: string): Response =>
  new Response(null, { status: 302, headers: { location: href(visit, path) } });

export function viewNode(visit: Visit, node: Node): Response {
  const { generation } = visit.state.options;
  const isOwn = visit.user === 'admin' || visit.user === node.author;
  if (!node.published && !isOwn) return denied(visit);
  const shortlink =
    generation === 'backdrop' ? '' : `<link rel="shortlink" href="${href(visit, `node/${node.id}`)}" />`;
  return page(visit, node.title, article(visit, node), 200, shortlink);
}

function article(visit: Visit, node: Node): string {
  const { generation, folder } = visit.state.options;
  const hidden = node.published ? '' : generation === 'drupal' ? ' node--unpublished' : ' node-unpublished';
  const picture = node.picture
    ? `<img src="${folder}/files/${esc(node.picture.name)}" alt="${esc(node.picture.alt)}">`
    : mediaOf(visit, node);
  const shown = show(generation, node.format, node.body);
  return generation === 'drupal'
    ? `<article data-history-node-id="${node.id}" class="node node--type-${node.type}${hidden}">${picture}<div class="field--name-body">${shown}</div></article>`
    : `<div id="node-${node.id}" class="node node-${node.type}${hidden}">${picture}<div class="field-name-body">${shown}</div></div>`;
}

function mediaOf({ state }: Visit, { media = [] }: Node): string {
  const files = state.media.filter(({ id }) => media.includes(id)).map(({ file }) => file);
  return files.map((name) => `<img src="${state.options.folder}/files/${esc(name)}" alt="">`).join('');
}

export function editNode(visit: Visit, role: Role, node: Node, form: Posted | null): Response {
  const type = visit.state.types.find(({ name }) => name === node.type);
  if (!type || !mayChange(role.edits, visit, node)) return denied(visit);
  return form === null ? nodeForm(visit, type, role, node) : save(visit, type, role, node, form);
}

export function deleteNode(visit: Visit, role: Role, node: Node, form: Posted | null): Response {
  const { state, session } = visit;
  if (!mayChange(role.deletes, visit, node)) return denied(visit);
  const token = `${session}-delete`;
  const isConfirmed =
    form !== null &&
    text(form, 'form_token') === token &&
    text(form, 'confirm') === '1' &&
    text(form, 'op') === 'Hapus';
  if (!isConfirmed) {
    return page(
      visit,
      `Hapus ${node.title}?`,
      `<form class="confirmation" action="${href(visit, `node/${node.id}/delete`)}" method="post"><input type="hidden" name="confirm" value="1" />
<input type="hidden" name="form_token" value="${token}" /><input type="submit" id="edit-submit" name="op" value="Hapus" /><a href="${href(visit, `node/${node.id}`)}">Batal</a></form>`,
    );
  }
  state.nodes = state.nodes.filter(({ id }) => id !== node.id);
  return redirect(visit, '');
}

function mayChange(right: 'none' | 'own' | 'any', { user }: Visit, { author }: Node): boolean {
  return right === 'any' || (right === 'own' && user === author);
}

/** Which types there are to write; with one only, its form at once. */
export function addNode(visit: Visit, role: Role, wanted: string | null, form: Posted | null): Response {
  const types = visit.state.types.filter(({ name }) => role.creates.includes(name));
  if (types.length === 0) return denied(visit);
  if (wanted === null) {
    const [first, second] = types;
    if (first && !second) return redirect(visit, `node/add/${first.name}`);
    const items = types.map(({ name }) => `<li><a href="${href(visit, `node/add/${name}`)}">${name}</a></li>`);
    return page(visit, 'Tambah isi', `<ul class="admin-list">${items.join('')}</ul>`);
  }
  const type = types.find(({ name }) => name === wanted);
  if (type === undefined) return denied(visit);
  return form === null ? nodeForm(visit, type, role, null) : save(visit, type, role, null, form);
}

/** The list of posts, last changed first, fifty of them; 7 cannot look for a title in it. */
export function listNodes(visit: Visit, role: Role): Response {
  const { state, query } = visit;
  if (!role.overview) return denied(visit);
  const wanted = state.options.generation === 'drupal7' ? '' : (query.get('title') ?? '');
  const rows = state.nodes
    .filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()))
    .toSorted((a, b) => b.changed - a.changed)
    .slice(0, 50)
    .map((node) => {
      const link = (action: string) =>
        `<a href="${href(visit, `node/${node.id}/${action}?destination=admin/content`)}">${action}</a>`;
      const own = mayChange(role.edits, visit, node) ? link('edit') : '';
      return `<tr><td><a href="${href(visit, node.alias ?? `node/${node.id}`)}">${esc(node.title)}</a></td><td>${own}${mayChange(role.deletes, visit, node) ? link('delete') : ''}</td></tr>`;
    });
  return page(visit, 'Isi', `<table><tr><th>Judul</th></tr>${rows.join('')}</table>`);
}

/** The front page: ten teasers, newest first. */
export function front(visit: Visit): Response {
  const shown = visit.state.nodes
    .filter(({ published }) => published)
    .toReversed()
    .slice(0, 10);
  const teasers = shown.map(
    (node) =>
      `<h2><a href="${href(visit, node.alias ?? `node/${node.id}`)}">${esc(node.title)}</a></h2>${tagsOf(visit, node)}`,
  );
  return page(visit, 'Selamat datang', siteMenu(visit) + teasers.join(''));
}
