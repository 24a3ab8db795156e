import { type FilledForm, formOf, postForm, request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { FORM, isFormOf, openForm, text } from './article.ts';
import { CATEGORY } from './category.ts';
import { homeMenu, type Row } from './menuList.ts';
import { adminUrl, type Joomla, postTask, refusalOf, tokenOf } from './session.ts';

/** What an entry leads to, as its dialog of kinds sends it, in all versions: the newest articles of one category. */
const BLOG = btoa(
  JSON.stringify({
    id: 0,
    title: 'COM_CONTENT_CATEGORY_VIEW_BLOG_TITLE',
    request: { option: 'com_content', view: 'category', layout: 'blog' },
  }),
);
/** The field of the category, which the form shows for that kind only. */
const CHOSEN = 'jform[request][id]';
const STATE = 'jform[published]';
/**
 * The addresses that are tried, where the empty one means the address that the title makes. Two entries beside each
 * other never have the same address, and a village may have used that one.
 */
const ADDRESSES = ['', 'katalog-produk-desa'];

export interface Item extends Pick<Row, 'id' | 'isLocked'> {
  link: URLSearchParams;
  isShown: boolean;
  token: string;
}

/**
 * An entry as its form has it; null when Joomla does not open it. Nobody's lock is taken away: Joomla shows the form of an
 * entry that somebody has open too, and its administrators would break that lock by closing the form.
 */
export async function readItem(session: Joomla, { id, isLocked }: Pick<Row, 'id' | 'isLocked'>): Promise<Item | null> {
  const page = await openForm(session, { option: 'com_menus', task: 'item.edit', id }, id);
  if (page === null) return null;
  const form = formOf(page, FORM);
  if (!isLocked) await cancel(session, form, id);
  const published = text(form, STATE);
  if (published === '') throw new CmsError('markup_changed', STATE);
  return {
    id,
    isLocked,
    link: new URLSearchParams(text(form, 'jform[link]').replace(/^[^?]*\?/, '')),
    isShown: published === '1',
    token: tokenOf(page),
  };
}

/** The form of a new entry in the menu that the start page is in. Throws `no_permission` where this person may make none. */
export async function newItem(session: Joomla): Promise<FilledForm> {
  const menutype = await homeMenu(session);
  const page = await request(session, adminUrl(session, { option: 'com_menus', task: 'item.add', menutype }));
  if (page.document.querySelector(FORM) === null) throw new CmsError('no_permission', 'com_menus core.create');
  const form = formOf(page, FORM);
  form.data.set('jform[menutype]', menutype);
  form.data.set('jform[type]', BLOG);
  form.data.set('fieldtype', 'type');
  form.data.set('task', 'item.setType');
  const chosen = formOf(await postForm(session, form), FORM);
  // What was chosen is kept in the session, where another page of the person's may have undone it (see `openForm`).
  return chosen.data.has(CHOSEN) ? chosen : formOf(await postForm(session, form), FORM);
}

/**
 * Saves the entry, which leads to the category, and answers its number. `note` stands beside the entry in the list.
 * Throws `refused` in Joomla's words.
 */
export async function saveItem(session: Joomla, first: FilledForm, category: string, note: string): Promise<string> {
  let form = first;
  for (const address of ADDRESSES) {
    if (!form.data.has(CHOSEN)) throw new CmsError('markup_changed', CHOSEN);
    const fields = { title: CATEGORY, alias: address, published: '1', note };
    for (const [name, value] of Object.entries(fields)) form.data.set(`jform[${name}]`, value);
    form.data.set(CHOSEN, category);
    form.data.set('task', 'item.apply');
    const reply = await postForm(session, form);
    const id = reply.url.searchParams.get('id') ?? '0';
    const isMade = Number(id) > 0 && isFormOf(reply, id);
    const isOver = isMade || address === ADDRESSES.at(-1) || !reply.document.querySelector(FORM);
    if (isOver) await cancel(session, form, id);
    if (isMade) return id;
    if (isOver) throw new CmsError('refused', refusalOf(reply));
    form = formOf(reply, FORM);
  }
  throw new CmsError('refused');
}

/** Shows a hidden or trashed entry again, as the list's own button does. */
export async function publishItem(session: Joomla, { id, token }: Item): Promise<void> {
  const url = adminUrl(session, { option: 'com_menus', view: 'items' });
  await postTask(session, url, token, { task: 'items.publish', 'cid[]': id, boxchecked: '1' });
}

/** Gives the lock back, and forgets what was filled in. */
async function cancel(session: Joomla, { action, page }: FilledForm, id: string): Promise<void> {
  await postTask(session, action, tokenOf(page), { task: 'item.cancel', id, 'jform[id]': id });
}
