import { matches } from '#tests/cms/doubles/village/addresses.ts';
import { alertPage, answerToken } from '#tests/cms/doubles/village/answers.ts';
import { type Answer, type Asked, redirect, type Sent, sentForm } from '#tests/cms/doubles/village/http.ts';
import { adminPage, type Page, toLogin } from '#tests/cms/doubles/village/layout.ts';
import { isInside, refusedToken } from '#tests/cms/doubles/village/sessions.ts';
import type { Session, VillageState } from '#tests/cms/doubles/village/state.ts';
import { PRODUCT_NAMES, type ProductAddresses, productAddresses } from './addresses.ts';
import { productForm } from './form.ts';
import { productList } from './list.ts';
import { publicShop } from './public.ts';
import { saveProduct } from './save.ts';
import type { Product, ProductTable } from './table.ts';

const READS = ['list', 'form', 'edit', 'remove'] as const;
const WRITES = ['remove', 'save', 'update'] as const;

/** What the product table says to a request; null when the site has none, or the address is none of its. */
export function productAnswer(state: VillageState, asked: Asked, session: Session): Answer | null {
  const { table } = state;
  if (table === null || asked.path === null) return null;
  const addresses = productAddresses(state.options, table.options);
  const page: Page = { state, asked, session };
  for (const deed of asked.method === 'GET' ? READS : WRITES) {
    const found = matches(addresses[deed], asked.url, asked.path);
    if (found === null) continue;
    return asked.method === 'GET'
      ? answerRead(page, table, deed as (typeof READS)[number], found.id)
      : answerWrite(page, table, addresses, { deed: deed as (typeof WRITES)[number], id: found.id });
  }
  return asked.method === 'GET' ? publicShop(state, table, asked.path) : null;
}

function answerRead(page: Page, table: ProductTable, deed: (typeof READS)[number], id: number | null): Answer | null {
  const { state, asked, session } = page;
  if (!isInside(state, asked, session)) return toLogin(state);
  if (deed === 'list') return productList(page, table);
  if (deed === 'form') return formPage(page, table, null);
  const product = table.byId(id);
  if (product === undefined) return null;
  if (deed === 'edit') return formPage(page, table, product);
  return table.options.remove === 'deleteGet' ? erased(page, table, id) : null;
}

function formPage(page: Page, table: ProductTable, product: Product | null, refusal?: Refusal): Answer {
  const typed = refusal?.typed ?? null;
  if (table.options.look === 'modals') {
    const shown = { typed, product, ...(refusal !== undefined && { alert: refusal.text }) };
    return productList(page, table, shown);
  }
  const title = product === null ? 'Tambah Produk' : 'Ubah Produk';
  return adminPage(page, title, productForm(page, table, product, typed), refusal?.text ?? null);
}

interface Refusal {
  text: string;
  typed: Sent;
}

function erased({ state, session }: Page, table: ProductTable, id: number | null): Answer {
  table.erase(id);
  session.flash = 'Berhasil dihapus';
  return redirect(state.base + productAddresses(state.options, table.options).list);
}

interface Write {
  deed: (typeof WRITES)[number];
  id: number | null;
}

function answerWrite(page: Page, table: ProductTable, addresses: ProductAddresses, { deed, id }: Write): Answer {
  const { state, asked, session } = page;
  const token = refusedToken(state, asked, session);
  if (token !== null) return answerToken(state, token.status);
  if (!isInside(state, asked, session)) return toLogin(state);
  if (deed === 'remove') return erased(page, table, table.options.remove === 'deletePost' ? id : null);
  const sent = sentForm(asked.posted);
  const meant = id ?? (Number(sent.text(PRODUCT_NAMES[table.options.names].id)) || null);
  const outcome = saveProduct(state, table, sent, meant);
  const text = 'refused' in outcome ? outcome.refused : 'Berhasil disimpan';
  const back = asked.header('referer') || state.base + addresses.list;
  if (state.options.flavour === 'plainphp')
    return alertPage(text, 'refused' in outcome ? back : state.base + addresses.list);
  if ('refused' in outcome && table.options.refusal === 'formAgain')
    return formPage(page, table, table.byId(meant) ?? null, { text, typed: sent });
  session.flash = text;
  return redirect('refused' in outcome ? back : state.base + addresses.list);
}
