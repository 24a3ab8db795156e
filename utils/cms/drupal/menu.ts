import { formOf, type Reply } from '#utils/cms/form.ts';
import { CmsError } from '#utils/cms/types.ts';
import { press } from './press.ts';
import { type Drupal, post, refusalOn, visit } from './session.ts';
import { isModern } from './term.ts';

const MENUS = 'admin/structure/menu';
/**
 * The administration's own menus, long and never shown to visitors. An entry may have been moved into any other menu.
 */
const NOT_FOR_VISITORS = new Set(['admin', 'management']);
/** A row of a menu's list says by its class, the same in every version, whether visitors see the entry. */
const SHOWN = '.menu-enabled';
const HIDDEN = '.menu-disabled';
const EDIT = `a[href*="${MENUS}/"][href*="/edit"]`;
/** An entry's form: since Drupal 8, for an entry that a module brought, then in 7 and Backdrop. */
const FORM = 'form.menu-link-content-form, form#menu-link-edit, form#menu-edit-item';
const ENABLED = '[name="enabled[value]"], [name="enabled"]';

/** One line of a menu that leads to the page. */
export interface Entry {
  isShown: boolean;
  /** Where it is edited; null when it cannot be. */
  edit: URL | null;
}

const main = (session: Drupal): string => (isModern(session) ? 'main' : 'main-menu');

/** The main menu's own list; `closed` when this person may not see it, `none` on a site without that module. */
export async function mainMenu(session: Drupal): Promise<Reply | 'closed' | 'none'> {
  const page = await visit(session, `${MENUS}/manage/${main(session)}`);
  if (page.status === 403) return 'closed';
  return page.status === 404 ? 'none' : page;
}

/** The entry that leads to the page, in whatever menu a person put it; one that is shown before one that is hidden. */
export async function findEntry(session: Drupal, first: Reply, isIt: (url: URL) => boolean): Promise<Entry | null> {
  const found = entriesOn(first, isIt);
  if (found.some(({ isShown }) => isShown)) return found.find(({ isShown }) => isShown) ?? null;
  for (const name of await otherMenus(session)) {
    found.push(...entriesOn(await visit(session, `${MENUS}/manage/${name}`), isIt));
  }
  return found.find(({ isShown }) => isShown) ?? found[0] ?? null;
}

async function otherMenus(session: Drupal): Promise<string[]> {
  const { document } = await visit(session, MENUS);
  const links = [...document.querySelectorAll(`a[href*="${MENUS}/manage/"]`)];
  const names = links.map((link) => /\/manage\/([\w-]+)/.exec(link.getAttribute('href') ?? '')?.[1]);
  const others = names.filter((name) => name !== undefined && name !== main(session) && !NOT_FOR_VISITORS.has(name));
  return [...new Set(others)].filter((name) => name !== undefined);
}

function entriesOn({ document, url }: Reply, isIt: (url: URL) => boolean): Entry[] {
  return [...document.querySelectorAll('tr')].flatMap((row) => {
    const [link] = row.querySelectorAll('td a[href]');
    const target = link && URL.parse(link.getAttribute('href') ?? '', url);
    if (!target || target.hostname !== url.hostname || !isIt(target)) return [];
    const edit = row.querySelector(EDIT)?.getAttribute('href');
    // An entry whose state cannot be read is neither made a second time nor taken for a hidden one.
    if (row.matches(SHOWN) === row.matches(HIDDEN)) throw new CmsError('markup_changed', SHOWN);
    return [{ isShown: row.matches(SHOWN), edit: edit ? new URL(edit, url) : null }];
  });
}

/** Adds an entry at the end of the main menu. */
export async function addEntry(session: Drupal, name: string, path: string): Promise<void> {
  const address = `${MENUS}/manage/${main(session)}/add`;
  const page = await visit(session, address);
  if (page.status !== 200) throw new CmsError('no_permission', address);
  const form = formOf(page, FORM);
  const [nameField, pathField, value] = isModern(session)
    ? ['title[0][value]', 'link[0][uri]', `/${path}`]
    : ['link_title', 'link_path', path];
  if (!form.data.has(pathField)) throw new CmsError('markup_changed', pathField);
  form.data.set(nameField, name);
  form.data.set(pathField, value);
  await save(session, form);
}

/** Shows a hidden entry again and leaves all else of it as it is. */
export async function showEntry(session: Drupal, { edit }: Entry): Promise<void> {
  const page = edit && (await visit(session, new URL(edit.pathname + edit.search, session.siteUrl)));
  if (page?.status !== 200) throw new CmsError('no_permission', MENUS);
  const form = formOf(page, FORM);
  const name = form.form.querySelector(ENABLED)?.getAttribute('name');
  if (!name) throw new CmsError('markup_changed', ENABLED);
  form.data.set(name, '1');
  await save(session, form);
}

async function save(session: Drupal, form: ReturnType<typeof formOf>): Promise<void> {
  press(form);
  const reply = await post(session, form);
  // Since Drupal 8 a save may lead back to a form, so only the redirect tells that it was saved.
  if (!reply.redirected) throw new CmsError('refused', refusalOn(reply));
}
