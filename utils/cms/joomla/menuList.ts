import { request } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { lockOn } from './lock.ts';
import { adminUrl, type Joomla } from './session.ts';

/** This form stands on the list whatever the list holds; it is absent where this person may not see menus at all. */
const LIST = 'form#adminForm';
const ROWS = 'input[name="cid[]"]';
const EDIT = 'a[href*="task=item.edit"]';
/** Every menu of the site, by the name that it has in addresses. */
const MENUS = 'select[name="menutype"] option';
/** A layout that does not exist is drawn as the normal one, with filters of its own: the person's stay as they were. */
const OWN_LAYOUT = 'dodolan';

export interface Row {
  id: string;
  canEdit: boolean;
  /** Somebody has it open, this person too. */
  isLocked: boolean;
  /** The menu that it is in, by the name that it has in addresses. */
  menu: string | null;
}

/** Entries of every menu and state, trash too, by Joomla's own search; null for people who may not see menus. */
export function listItems(session: Joomla, search: string): Promise<Row[] | null> {
  return list(session, { 'filter[search]': search, 'filter[published]': '*', 'list[fullordering]': 'a.lft ASC' });
}

/**
 * The menu that the start page is in, which themes show first. Throws `no_permission` for people who may not see menus.
 */
export async function homeMenu(session: Joomla): Promise<string> {
  const query = { 'filter[search]': '', 'filter[published]': '1', 'list[fullordering]': 'a.home DESC' };
  const rows = await list(session, query);
  if (rows === null) throw new CmsError('no_permission', 'com_menus');
  const [home] = rows;
  if (!home?.menu) throw new CmsError('markup_changed', MENUS);
  return home.menu;
}

async function list(session: Joomla, query: Record<string, string>): Promise<Row[] | null> {
  const all = { option: 'com_menus', view: 'items', layout: OWN_LAYOUT, client_id: '0', menutype: '' };
  const { document } = await request(session, adminUrl(session, { ...all, 'list[limit]': '50', ...query }));
  if (document.querySelector(LIST) === null) return null;
  const menus = new Map([...document.querySelectorAll(MENUS)].map((one) => [words(one), one.getAttribute('value')]));
  return [...document.querySelectorAll(`${LIST} ${ROWS}`)].map((box) => {
    const row = box.closest('tr');
    const cell = [...(row?.querySelectorAll('td') ?? [])].find((one) => menus.get(words(one)));
    return {
      id: box.getAttribute('value') ?? '',
      canEdit: row?.querySelector(EDIT) != null,
      isLocked: lockOn(row, document) !== null,
      menu: (cell && menus.get(words(cell))) ?? null,
    };
  });
}

const words = ({ textContent }: Element): string => textContent?.trim() ?? '';
