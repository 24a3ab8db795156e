import { padlock, page } from './pages.ts';
import { esc, type MenuItem, type State } from './state.ts';
import type { Ctx } from './web.ts';

const select = (name: string, choices: [string, string][], chosen: string): string =>
  `<select name="${name}">${choices.map(([value, label]) => `<option value="${value}"${value === chosen ? ' selected="selected"' : ''}>${esc(label)}</option>`).join('')}</select>`;

/** The list, filtered as asked; what was asked in one layout stays with that layout. */
export function itemList(c: Ctx, canEdit: boolean): Response {
  const state = c.get('state');
  const { filters } = c.get('session');
  const layout = `items ${c.req.query('layout') ?? ''}`;
  const before = filters.get(layout) ?? { search: '', published: '' };
  const search = c.req.query('filter[search]') ?? before.search;
  const published = c.req.query('filter[published]') ?? before.published;
  filters.set(layout, { search, published });
  const [field, direction] = (c.req.query('list[fullordering]') ?? 'a.lft ASC').split(' ');
  const found = state.items
    .filter((item) =>
      published === '*' ? true : published === '' ? item.published >= 0 : String(item.published) === published,
    )
    .filter((item) => isFound(item, search, state));
  if (field === 'a.home')
    found.sort((a, b) => (direction === 'DESC' ? Number(b.home) - Number(a.home) : Number(a.home) - Number(b.home)));
  const rows = found.map((item, index) => row(state, item, index, canEdit));
  const chooser = select('menutype', [['', '- Select Menu -'], ...state.menus], '');
  const token = `<input type="hidden" name="${c.get('session').token}" value="1">`;
  const body = `<form id="adminForm" method="post">${chooser}<input name="filter[search]" value="${esc(search)}"><table id="itemList"><tbody>${rows.join('')}</tbody></table>${token}</form>`;
  return c.html(page(state, c.get('session'), 'Menus: Items', 'items', body));
}

function row({ options, menus, users }: State, item: MenuItem, index: number, canEdit: boolean): string {
  const edit = `${options.prefix}/administrator/index.php?option=com_menus&amp;task=item.edit&amp;id=${item.id}`;
  const title = canEdit ? `<a href="${edit}">${esc(item.title)}</a>` : esc(item.title);
  const lock = padlock({ options, users }, item.checkedOut, index);
  return `<tr><td><input type="checkbox" id="cb${index}" name="cid[]" value="${item.id}"></td><td>${lock}${title}<span class="small">(Alias: ${item.alias}, Note: ${esc(item.note)})</span></td><td class="small">${esc(menus.get(item.menu) ?? '')}</td></tr>`;
}

/** 3 looks for the words anywhere in an address; 4 and later compare it whole, and take a `%` for anything. */
function isFound({ title, alias, note, link }: MenuItem, search: string, { options }: State): boolean {
  const [, address] = /^link:(.*)$/.exec(search) ?? [];
  if (address === undefined || !options.searchesText) {
    return [title, alias, note].some((field) => field.toLowerCase().includes(search.toLowerCase()));
  }
  const isOld = options.version === 3;
  const pattern = address
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '.*');
  return new RegExp(isOld ? pattern : `^${pattern.replaceAll('%', '.*')}$`).test(link);
}

/** The form of an entry. What was chosen or refused before stands in it, whichever entry it is opened for. */
export function itemForm(c: Ctx, item: MenuItem | null): Response {
  const state = c.get('state');
  const session = c.get('session');
  const blank = { menu: c.req.query('menutype') ?? '', title: '', alias: '', note: '', link: '', published: 1 };
  const shown = { ...blank, ...item, ...session.itemDraft };
  const action = `${state.options.prefix}/administrator/index.php?option=com_menus&amp;view=item&amp;client_id=0&amp;layout=edit&amp;id=${item?.id ?? 0}`;
  const isCategory = shown.link.includes('view=category');
  const chosen = new URLSearchParams(shown.link).get('id') ?? '';
  const published: [string, string][] = [
    ['1', 'Published'],
    ['0', 'Unpublished'],
    ['-2', 'Trashed'],
  ];
  const input = (name: string, value: string, more = '') =>
    `<input name="jform[${name}]" value="${esc(value)}"${more}>`;
  const body = `<form action="${action}" method="post" name="adminForm" id="item-form">${input('title', shown.title)}${input('alias', shown.alias)}
${input('type', shown.link === '' ? '' : 'component', ' type="hidden"')}${isCategory ? input('request][id', chosen, ' type="hidden"') : ''}
${input('link', shown.link, ' readonly')}${input('note', shown.note)}${select('jform[menutype]', [['', '- Select Menu -'], ...state.menus], shown.menu)}
${select('jform[published]', published, String(shown.published))}<input type="hidden" name="task" value=""><input type="hidden" name="${session.token}" value="1">
<input type="hidden" id="fieldtype" name="fieldtype" value=""></form>`;
  return c.html(page(state, session, 'Menus: Edit Item', 'article', body));
}
