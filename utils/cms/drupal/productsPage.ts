import { send } from '#utils/cms/form.ts';
import { entryInMenu } from '#utils/cms/inMenu.ts';
import { CmsError, type DriverContext, type ProductsPage } from '#utils/cms/types.ts';
import { addEntry, findEntry, mainMenu, showEntry } from './menu.ts';
import { newNodeForm } from './newNode.ts';
import { type Drupal, sessionOf } from './session.ts';
import { findTerm, makeTerm, TAG, type Term } from './term.ts';

/**
 * Makes or finds the entry "Produk Desa" in the site's main menu. It leads to the tag's own page, which every Drupal
 * and Backdrop has and which lists the newest posts with that tag by itself, pictures too; a page written by us would
 * have to be maintained. Null where the site has no menus to manage or its posts carry no tags: then nothing there
 * lists the products.
 */
export async function productsPage(context: DriverContext): Promise<ProductsPage | null> {
  const session = sessionOf(context);
  const node = await newNodeForm(session);
  if (node.tagsName === null) return null;
  const { term: known, sawAll } = await findTerm(session, node);
  const menu = await mainMenu(session);
  if (menu === 'none') return null;
  if (menu === 'closed') return seenByAll(session, known);
  const found = known && (await findEntry(session, menu, leadsTo(known)));
  if (known && found?.isShown) return { url: addressOf(session, known), state: 'there' };
  // Without the list of tags nobody can tell which pretty address is the tag's: an entry might be made twice.
  if (!sawAll && found === null) throw new CmsError('no_permission', 'access taxonomy overview');
  const term = known ?? (await makeTerm(session, node));
  await (found ? showEntry(session, found) : addEntry(session, TAG, pathOf(term)));
  const after = await mainMenu(session);
  const made = typeof after === 'object' ? await findEntry(session, after, leadsTo(term)) : null;
  if (!made?.isShown) throw new CmsError('not_read_back');
  return { url: addressOf(session, term), state: 'made' };
}

const pathOf = ({ id }: Term): string => `taxonomy/term/${id}`;
const addressOf = (session: Drupal, term: Term): string => session.at(pathOf(term)).href;
const endOf = ({ pathname, search }: URL): string => pathname + search;

/**
 * Tells whether an address is that of the tag's page: by its number, with and without rewriting, or the pretty one that
 * the site gave it.
 */
function leadsTo(term: Term): (url: URL) => boolean {
  const byNumber = new RegExp(`[/=]${pathOf(term)}$`);
  return (url) =>
    byNumber.test(decodeURIComponent(endOf(url))) || (term.href !== null && endOf(url) === endOf(term.href));
}

/** Answers the entry that visitors see in the menus, for a role that may not touch menus itself. */
async function seenByAll(session: Drupal, term: Term | null): Promise<ProductsPage> {
  const front = await send(session, session.at('node'), { credentials: 'omit' });
  // Since Drupal 8, entries of menus say what is behind their pretty address.
  const named = term && front.document.querySelector(`[data-drupal-link-system-path="${pathOf(term)}"]`);
  const pretty = named && URL.parse(named.getAttribute('href') ?? '', front.url);
  const url = entryInMenu(front, TAG, term === null ? () => false : leadsTo({ ...term, href: pretty ?? term.href }));
  if (url === null) throw new CmsError('no_permission', 'administer menu');
  return { url, state: 'there' };
}
