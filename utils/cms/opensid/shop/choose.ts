import { readPhone } from '#contract/phone.ts';
import { assertLanded, fetchJson, type Opensid } from '#utils/cms/opensid/session.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { plain, type Row } from './rows.ts';

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
  const byPhone = sellers.find(({ telepon }) => readPhone(String(telepon ?? '')) === readPhone(producer.phone));
  const name = producer.name.trim().toLowerCase();
  const byName = sellers.find(({ pelapak }) => plain(pelapak).toLowerCase() === name);
  const [only, ...others] = offered;
  const chosen = byPhone ?? byName;
  if (chosen) return String(chosen.id);
  return others.length === 0 ? (only ?? null) : null;
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
