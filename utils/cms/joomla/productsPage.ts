import { send } from '#utils/cms/form.ts';
import { entryInMenu } from '#utils/cms/inMenu.ts';
import { CmsError, type DriverContext, type ProductsPage } from '#utils/cms/types.ts';
import { newArticle } from './article.ts';
import { CATEGORY, categoriesOf, makeCategory, ourCategory } from './category.ts';
import { type Item, newItem, publishItem, readItem, saveItem } from './menuItem.ts';
import { listItems, type Row } from './menuList.ts';
import { type Joomla, sessionOf } from './session.ts';

/** The note beside the entry in the list, which tells people whose entry it is. */
const noteOf = (category: string): string => `Dodolan: kategori ${category}`;

/**
 * Makes or finds the entry "Produk Desa" beside the start page's in the menu. It leads to the category's own page of
 * newest articles.
 */
export async function productsPage(context: DriverContext): Promise<ProductsPage> {
  const session = sessionOf(context);
  const known = ourCategory(categoriesOf(await newArticle(session)));
  const found = known && (await findItem(session, known));
  if (known && found === 'unseen') return seenByAll(session, known);
  if (known && found && found !== 'unseen')
    return found.isShown ? pageOf(session, known, found) : show(session, known, found);
  // The entry's form comes first, so that a person who may not make the entry makes no category either.
  const form = await newItem(session);
  const category = known ?? (await makeCategory(session));
  const id = await saveItem(session, form, category, noteOf(category));
  const made = await readItem(session, { id, isLocked: false });
  if (!made || !leadsTo(made.link, category)) throw new CmsError('not_read_back');
  // Without the right to show and hide, a person's entry stays hidden until somebody with that right shows it.
  return { ...pageOf(session, category, made), state: made.isShown ? 'made' : 'pending' };
}

/**
 * Finds our entry by where it leads, whatever the village calls it and wherever it was moved. An entry that is shown
 * comes before one that is not. `unseen` for people who may not look at menus, or only at the list.
 */
async function findItem(session: Joomla, category: string): Promise<Item | 'unseen' | null> {
  let rows: Row[] = [];
  for (const search of searchesFor(category)) {
    const listed = await listItems(session, search);
    if (listed === null) return 'unseen';
    rows = listed;
    if (rows.length > 0) break;
  }
  let found: Item | 'unseen' | null = null;
  for (const row of rows) {
    const item = row.canEdit ? await readItem(session, row) : null;
    // This entry may be ours, and two entries are worse than none.
    if (item === null) found ??= 'unseen';
    else if (leadsTo(item.link, category)) {
      if (item.isShown) return item;
      found = item;
    }
  }
  return found;
}

/**
 * The searches that find our entry, in their order. Joomla 3 looks for the words anywhere in an entry's address; 4 and
 * later compare it from end to end, and take `%` for anything. Before 3.7 there is no such search, so the note that we
 * leave is looked for.
 */
function searchesFor(category: string): string[] {
  const address = `link:index.php view=category id=${category}`;
  return [address, `${address}%`, noteOf(category)];
}

async function show(session: Joomla, category: string, item: Item): Promise<ProductsPage> {
  await publishItem(session, item);
  const after = await readItem(session, item);
  if (after?.isShown) return { ...pageOf(session, category, after), state: 'made' };
  throw item.isLocked ? new CmsError('open_in_editor') : new CmsError('no_permission', 'com_menus core.edit.state');
}

function leadsTo(query: URLSearchParams, category: string): boolean {
  const [id] = (query.get('id') ?? '').split(':');
  return query.get('option') === 'com_content' && query.get('view') === 'category' && id === category;
}

/**
 * The page's address, which stands whatever becomes of title and address settings. It has the entry's number, so that
 * the menu shows where one is.
 */
function pageOf({ siteUrl }: Joomla, category: string, { id }: Pick<Item, 'id'>): ProductsPage {
  const query = `option=com_content&view=category&layout=blog&id=${category}&Itemid=${id}`;
  return { url: `${siteUrl}/index.php?${query}`, state: 'there' };
}

/**
 * Answers the entry that is there to a role that may not see menus. It is looked for on the page as a visitor sees it.
 */
async function seenByAll(session: Joomla, category: string): Promise<ProductsPage> {
  const page = await send(session, `${session.siteUrl}/index.php?option=com_content&view=category&id=${category}`, {
    credentials: 'omit',
  });
  const url = entryInMenu(page, CATEGORY, ({ searchParams }) => leadsTo(searchParams, category));
  if (url === null) throw new CmsError('no_permission', 'com_menus');
  return { url, state: 'there' };
}
