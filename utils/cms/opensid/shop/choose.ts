import { readPhone } from '#contract/phone.ts';
import type { FilledForm } from '#utils/cms/form.ts';
import { assertLanded, fetchJson, type Opensid } from '#utils/cms/opensid/session.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { plain, type Row } from './rows.ts';

type Maker = ShopItem['producer'];

/** Only sellers and categories that are switched on are offered; the first option is the invitation to choose. */
const SELLERS = 'select[name="id_pelapak"] option[value]:not([value=""])';
const CATEGORIES = 'select[name="id_produk_kategori"] option[value]:not([value=""])';

/**
 * The seller whom buyers will call: the producer by number, else by name, else the shop's only one. Never a guess among
 * several: the wrong resident would get the calls.
 */
export async function chooseSeller(
  session: Opensid,
  form: HTMLFormElement,
  { producer }: ShopItem,
): Promise<string | null> {
  const offered = [...form.querySelectorAll(SELLERS)].map((option) => option.getAttribute('value') ?? '');
  if (offered.length === 0) return null;
  const sellers = (await sellersOf(session)).filter(({ id }) => offered.includes(String(id)));
  const [only, ...others] = offered;
  const chosen = sellerNamed(sellers, producer);
  if (chosen) return String(chosen.id);
  return others.length === 0 ? (only ?? null) : null;
}

function sellerNamed(sellers: Row[], producer: Maker): Row | undefined {
  return sellers.find((row) => hasPhone(row, producer)) ?? sellers.find((row) => hasName(row, producer));
}

const hasPhone = ({ telepon }: Row, { phone }: Maker) => readPhone(String(telepon ?? '')) === readPhone(phone);
const hasName = ({ pelapak }: Row, { name }: Maker) => plain(pelapak).toLowerCase() === name.trim().toLowerCase();

/**
 * The seller of a product that has another producer than when it was written. One that is not the earlier producer stays, as a
 * person may have chosen it; else it is the new producer, never the shop's only seller, who may be the one to go. Null: the
 * new producer is no seller.
 */
export async function sellerAfter(
  session: Opensid,
  { data }: FilledForm,
  was: Maker,
  is: Maker,
): Promise<string | null> {
  const sellers = await sellersOf(session);
  const now = String(data.get('id_pelapak') ?? '');
  const current = sellers.find(({ id }) => String(id) === now);
  if (current !== undefined && !hasPhone(current, was) && !hasName(current, was)) return now;
  const next = sellerNamed(sellers, is);
  return next === undefined ? null : String(next.id);
}

/** The shop's category that means the same category as the listing's, else its "lain-lain", else its first. */
export function chooseCategory(form: HTMLFormElement, { category }: ShopItem): string | null {
  const offered = [...form.querySelectorAll(CATEGORIES)].map((option) => ({
    value: option.getAttribute('value'),
    kind: categoryOf(option.textContent ?? ''),
  }));
  const wanted = categoryOf(category);
  const chosen = [wanted, 'lainnya'].map((kind) => offered.find((option) => option.kind === kind));
  return (chosen.find((option) => option) ?? offered[0])?.value ?? null;
}

async function sellersOf(session: Opensid): Promise<Row[]> {
  const url = new URL('lapak_admin/pelapak?draw=1&start=0&length=500&status=1', session.base);
  const { reply, json } = await fetchJson(session, url);
  assertLanded(reply, url);
  const { data } = (json ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) throw new CmsError('markup_changed', 'lapak_admin/pelapak');
  return data;
}
