import { text } from '#tests/cms/doubles/opensid/form.ts';
import { itemForm, itemList } from './menuPages.ts';
import type { MenuItem, MenuRights } from './state.ts';
import { type Ctx, input, isTokenRight, lead, userOf } from './web.ts';

const OPTION = 'com_menus';
const LIST = 'view=items&menutype=';
const STATES: Record<string, number> = { publish: 1, unpublish: 0, trash: -2 };
const formOf = (id: number, menu = ''): string =>
  `view=item&client_id=0${menu && `&menutype=${menu}`}&layout=edit${id === 0 ? '' : `&id=${id}`}`;

const may = (c: Ctx): MenuRights => c.get('state').menuRights[userOf(c).role];
const find = (c: Ctx): MenuItem | undefined => c.get('state').items.find(({ id }) => id === Number(input(c, 'id')));
const go = (c: Ctx, query: string, words = '', isError = false): Response => lead(c, query, words, isError, OPTION);

/** All of com_menus' administration, by task or view. Unlike articles, its forms open without having been asked for. */
export function menus(c: Ctx): Response {
  if (!may(c).manage) return c.html('<body class="admin com_menus">Error: 403</body>', 403);
  const [, kind, action = ''] = /^(items?)\.(\w+)$/.exec(input(c, 'task')) ?? [];
  if (kind === 'item' && action === 'add') return add(c);
  if (kind === 'item' && action === 'edit') return edit(c);
  if (kind !== undefined && !isTokenRight(c)) return go(c, LIST, 'The security token did not match.', true);
  if (kind === 'items') return setStates(c, action);
  if (kind === 'item' && action === 'cancel') return cancel(c);
  if (kind === 'item') return action === 'setType' ? setType(c) : save(c);
  return input(c, 'layout') === 'edit' ? itemForm(c, find(c) ?? null) : itemList(c, may(c).edit);
}

function add(c: Ctx): Response {
  if (!may(c).create) return go(c, LIST, 'Create not permitted.', true);
  c.get('session').itemDraft = null;
  return go(c, formOf(0, input(c, 'menutype') || 'mainmenu'));
}

/** Somebody else's lock is told of, and the form is shown all the same. */
function edit(c: Ctx): Response {
  const item = find(c);
  if (item === undefined || !may(c).edit) return go(c, LIST, 'Edit not permitted.', true);
  const isLocked = item.checkedOut !== 0 && item.checkedOut !== userOf(c).id;
  if (isLocked) return go(c, formOf(item.id), 'Check-out failed: the user does not match.', true);
  item.checkedOut = userOf(c).id;
  c.get('session').itemDraft = null;
  return go(c, formOf(item.id));
}

/** Super users break everybody's lock by closing the form. */
function cancel(c: Ctx): Response {
  const item = find(c);
  const mayBreak = userOf(c).role === 'admin' || item?.checkedOut === userOf(c).id;
  if (item !== undefined && item.checkedOut !== 0 && !mayBreak) return go(c, formOf(item.id), 'Check-in failed.', true);
  if (item !== undefined) item.checkedOut = 0;
  c.get('session').itemDraft = null;
  return go(c, LIST);
}

function setType(c: Ctx): Response {
  const posted = c.get('form');
  const chosen: unknown = JSON.parse(Buffer.from(text(posted, 'jform[type]'), 'base64').toString() || '{}');
  const { request = {} } = chosen as { request?: Record<string, string> };
  const link = text(posted, 'fieldtype') === 'type' ? `index.php?${new URLSearchParams(request)}` : '';
  const menu = text(posted, 'jform[menutype]');
  c.get('session').itemDraft = { menu, title: text(posted, 'jform[title]'), link };
  return go(c, formOf(0, menu));
}

function save(c: Ctx): Response {
  const state = c.get('state');
  const session = c.get('session');
  const posted = c.get('form');
  const field = (name: string): string => text(posted, `jform[${name}]`);
  const title = field('title');
  const alias = field('alias') || title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const link = new URLSearchParams(field('link').replace(/^index\.php\?/, ''));
  if (field('request][id') !== '') link.set('id', field('request][id'));
  const menu = field('menutype');
  const isTaken = state.items.some((item) => item.alias === alias);
  const needsMore = title === '' || field('request][id') === '' || !state.menus.has(menu);
  if (!may(c).create || needsMore || isTaken) {
    session.itemDraft = { menu, title, alias: field('alias'), note: field('note'), link: field('link') };
    return go(c, formOf(0, menu), isTaken ? `The alias ${alias} is already being used.` : 'Save failed.', true);
  }
  const id = state.nextId();
  const published = may(c).editState ? Number(field('published')) : 0;
  const item = { id, menu, title, alias, note: field('note'), link: `index.php?${link}`, published };
  if (!state.options.losesItems) state.items.push({ ...item, checkedOut: 0, home: false });
  session.itemDraft = null;
  return go(c, formOf(id), 'Menu item saved.');
}

function setStates(c: Ctx, action: string): Response {
  if (!may(c).editState) return go(c, LIST, 'Edit state is not permitted.', true);
  const chosen = (c.get('form').fields.get('cid[]') ?? []).map(Number);
  const next = STATES[action];
  for (const item of c.get('state').items.filter(({ id }) => chosen.includes(id))) {
    const isFree = item.checkedOut === 0 || item.checkedOut === userOf(c).id;
    if (next !== undefined && isFree) item.published = next;
  }
  return go(c, LIST, 'Menu items changed.');
}

/** The menus as visitors see them, and how the site links to a category: by the entry that leads to it, where there is one. */
export function siteMenu(c: Ctx): { html: string; hrefOf(category: number): string } {
  const { items, options } = c.get('state');
  const shown = items.filter(({ published }) => published === 1);
  const href = ({ alias }: MenuItem): string => `${options.prefix}/index.php/${alias}`;
  const list = shown
    .map((item) => `<li class="item-${item.id}"><a href="${href(item)}">${item.title}</a></li>`)
    .join('');
  const entry = (category: number) =>
    shown.find(
      ({ link }) => link.includes('view=category') && new URLSearchParams(link).get('id') === String(category),
    );
  return {
    html: `<ul class="nav menu">${list}</ul>`,
    hrefOf(category) {
      const found = entry(category);
      return found ? href(found) : `${options.prefix}/index.php/${category}-kategori`;
    },
  };
}
