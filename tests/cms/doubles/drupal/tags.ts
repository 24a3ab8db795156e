import { type Posted, text } from '#tests/cms/doubles/opensid/form.ts';
import { denied, href, missing, page, type Visit } from './frame.ts';
import { esc, type Node, type Role, type Term } from './state.ts';

const PER_PAGE = 100;

/** The address of a tag's page: the pretty one where it has one, as in every link that a Drupal makes. */
export const termHref = (visit: Visit, { id, alias }: Term): string => href(visit, alias ?? `taxonomy/term/${id}`);

/** The tags under a post, as its teaser shows them. */
export function tagsOf(visit: Visit, { tags }: Node): string {
  const found = visit.state.terms.filter(({ name }) => name === tags);
  return found
    .map((term) => `<div class="field-name-field-tags"><a href="${termHref(visit, term)}">${esc(term.name)}</a></div>`)
    .join('');
}

/** The menus that visitors see; since 8 an entry says which path of Drupal's own it leads to. */
export function siteMenu(visit: Visit): string {
  const { state } = visit;
  const items = state.links
    .filter(({ shown, menu }) => shown && menu !== 'admin' && menu !== 'management')
    .map(({ title, path }) => {
      const term = state.terms.find(({ id }) => path === `taxonomy/term/${id}`);
      const own = state.options.generation === 'drupal' ? ` data-drupal-link-system-path="${path}"` : '';
      return `<li class="leaf"><a href="${term ? termHref(visit, term) : href(visit, path)}"${own}>${esc(title)}</a></li>`;
    });
  return `<nav class="main-menu"><ul class="menu">${items.join('')}</ul></nav>`;
}

/** The tag's own page lists its posts. */
export function viewTerm(visit: Visit): Response {
  const term = visit.state.terms.find(({ id }) => visit.path === `taxonomy/term/${id}`);
  return term === undefined ? missing(visit) : page(visit, term.name, siteMenu(visit));
}

/** A hundred to a page, by name; the table's links follow the pretty addresses, the ones to the forms do not. */
export function listTerms(visit: Visit, role: Role): Response {
  const { state, query, path } = visit;
  const { generation, tags } = state.options;
  const own =
    generation === 'drupal' ? 'admin/structure/taxonomy/manage/tags/overview' : 'admin/structure/taxonomy/tags';
  if (path !== own || !tags) return missing(visit);
  if (!role.tags) return denied(visit);
  const from = Number(query.get('page') ?? 0) * PER_PAGE;
  const rows = state.terms
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(from, from + PER_PAGE)
    .map((term) => {
      const edit = href(visit, `taxonomy/term/${term.id}/edit`);
      return `<tr class="draggable"><td><a href="${termHref(visit, term)}">${esc(term.name)}</a></td><td><a href="${edit}">edit</a></td></tr>`;
    });
  const pages = Math.ceil(state.terms.length / PER_PAGE);
  const pager = Array.from({ length: pages }, (_, n) => `<li><a href="?page=${n}">${n + 1}</a></li>`).join('');
  return page(
    visit,
    'Tags',
    `<table id="taxonomy">${rows.join('')}</table>${pages > 1 ? `<ul class="pager">${pager}</ul>` : ''}`,
  );
}

/** A second tag of one name is no fault to a Drupal. */
export function addTerm(visit: Visit, role: Role, form: Posted | null): Response {
  const { state, session, path } = visit;
  const { generation } = state.options;
  if (!role.tags) return denied(visit);
  const [name, markup] =
    generation === 'drupal'
      ? ['name[0][value]', 'class="taxonomy-term-tags-form taxonomy-term-form"']
      : ['name', 'id="taxonomy-form-term"'];
  const token = `${session}-term`;
  if (form !== null && text(form, 'form_token') === token && text(form, name) !== '' && text(form, 'op') === 'Simpan') {
    state.makeTerm(text(form, name));
    return new Response(null, { status: 302, headers: { location: href(visit, path) } });
  }
  return page(
    visit,
    'Tambah tag',
    `<form ${markup} action="${href(visit, path)}" method="post"><input type="text" name="${name}" value="" /><input type="hidden" name="form_token" value="${token}" />
<input type="submit" name="op" value="Simpan" /></form>`,
  );
}

/** Proposes ten of the tags that have the words in them, each with its number. */
export function propose({ state, query }: Visit): Response {
  const wanted = (query.get('q') ?? '').toLowerCase();
  const found = state.terms.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, 10);
  return Response.json(found.map(({ id, name }) => ({ value: `${name} (${id})`, label: name })));
}
