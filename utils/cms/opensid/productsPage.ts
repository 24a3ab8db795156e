import { formOf, request } from '#utils/cms/form.ts';
import { CmsError, type DriverContext, type ProductsPage } from '#utils/cms/types.ts';
import { CATEGORY_NAME, categoryFor, NO_CATEGORY } from './category.ts';
import { assertLanded, fetchJson, type Opensid, refusalOf, sessionOf, submit } from './session.ts';
import { isOn } from './switch.ts';

/** Every article category, in the form of a new menu entry; its value is `kategori/<slug>`. */
const CATEGORY_OPTIONS = '#kategori_artikel option';
/** OpenSID's numbers for what an entry leads to: an article category, or any address. */
const TO_CATEGORY = '8';
const TO_ADDRESS = '99';

/**
 * Makes or finds the entry "Produk Desa" in the site's main menu. It leads to the category's own page, which lists what
 * is in the category.
 */
export async function productsPage(context: DriverContext): Promise<ProductsPage> {
  const session = sessionOf(context);
  const found = await findEntry(session);
  if (found?.isOn) return { url: found.url, state: 'there' };
  if (found !== null) return switchOn(session, found);
  if ((await categoryFor(session)) === NO_CATEGORY) throw new CmsError('no_permission', 'kategori');
  const url = new URL('menu/ajax_menu/0', session.base);
  const dialog = await request(session, url);
  assertLanded(dialog, url);
  const form = formOf(dialog, 'form');
  const options = [...dialog.document.querySelectorAll(CATEGORY_OPTIONS)];
  const ours = options.find((option) => option.textContent?.trim().toLowerCase() === CATEGORY_NAME.toLowerCase());
  const link = ours?.getAttribute('value');
  form.data.set('nama', CATEGORY_NAME);
  form.data.set('link_tipe', link ? TO_CATEGORY : TO_ADDRESS);
  // The address goes into the field `link`, which only the page's script names.
  form.data.set('link', link ?? new URL('artikel/kategori/produk-desa', session.base).href);
  // Since 2603 the form asks for it, and proposes an entry that nobody sees.
  form.data.set('enabled', '1');
  await submit(session, form, async () => (await findEntry(session)) !== null);
  const made = await findEntry(session);
  if (made === null) throw new CmsError('not_read_back');
  return made.isOn ? { url: made.url, state: 'made' } : switchOn(session, made);
}

interface Entry {
  url: string;
  isOn: boolean;
  /** The admin address that switches the entry on; null when this role may not do that. */
  toggle: string | null;
}

/**
 * Shows an entry that the list has just said to be off: the address turns it over. It is drawn for people too who may not
 * use it; they are told so in a red notice.
 */
async function switchOn(session: Opensid, { url, toggle }: Entry): Promise<ProductsPage> {
  if (toggle === null) throw new CmsError('no_permission', 'menu');
  const reply = await request(session, new URL(new URL(toggle, session.base).pathname, session.base));
  if ((await findEntry(session))?.isOn) return { url, state: 'made' };
  const words = refusalOf(reply);
  throw words === null ? new CmsError('refused', 'menu') : new CmsError('no_permission', words);
}

/** Finds our entry by where it leads, whatever the village calls it; of several, one that is shown. */
async function findEntry(session: Opensid): Promise<Entry | null> {
  const url = new URL('menu/datatables?parent=0&draw=1&start=0&length=200', session.base);
  const { reply, json } = await fetchJson(session, url);
  assertLanded(reply, url);
  const { data } = (json ?? {}) as { data?: unknown };
  // Without the list, an entry that is there already would be made a second time.
  if (!Array.isArray(data)) throw new CmsError('markup_changed', 'menu/datatables');
  let found: Entry | null = null;
  for (const row of data as Record<string, unknown>[]) {
    const address = anchors(row.link)[0]?.getAttribute('href') ?? String(row.link ?? '');
    if (!/\/kategori\/produk-desa\/?$/.test(address)) continue;
    const toggle = anchors(row.aksi).find((a) => a.getAttribute('href')?.includes('/menu/lock/'));
    const entry = {
      url: new URL(new URL(address, session.base).pathname, session.base).href,
      isOn: isOn(row.enabled, 'menu/datatables: enabled'),
      toggle: toggle?.getAttribute('href') ?? null,
    };
    if (entry.isOn) return entry;
    found ??= entry;
  }
  return found;
}

function anchors(html: unknown): Element[] {
  const text = typeof html === 'string' ? html : '';
  return [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('a[href]')];
}
