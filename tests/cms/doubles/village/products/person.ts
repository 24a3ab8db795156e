import type { Browser } from '#tests/cms/browser.ts';
import { addressWith } from '#tests/cms/doubles/village/addresses.ts';
import { personOn } from '#tests/cms/doubles/village/person.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { PRODUCT_NAMES, type ProductNames } from './addresses.ts';

/** What a person types into the form, by the part of the product; `picture` true chooses one. */
export type TypedProduct = Partial<Record<Exclude<keyof ProductNames, 'picture'>, string>> & { picture?: boolean };

/** A person signs in, opens the product's form and saves it as a browser would. */
export async function personSavesProduct(
  site: VillageSite,
  typed: TypedProduct,
  id: number | null = null,
): Promise<Response> {
  return saveProductIn((await personOn(site)).browser, site, typed, id);
}

/** The same, by somebody who is signed in already. */
export async function saveProductIn(
  browser: Browser,
  site: VillageSite,
  { picture = false, ...typed }: TypedProduct,
  id: number | null = null,
): Promise<Response> {
  const { options } = site.table();
  const { form, edit, list } = site.products ?? {};
  const path = options.look === 'modals' ? list : id === null ? form : addressWith(edit ?? '', id);
  const { document, location } = await browser.open(site.url + path);
  const place = options.look === 'modals' ? `#${id === null ? 'tambah' : `ubah${id}`} ` : '';
  const found = document.querySelector<HTMLFormElement>(`${place}form#formProduk`);
  if (found === null) throw new Error(`no product form under ${location}`);
  const body = new FormData();
  for (const control of found.querySelectorAll<HTMLInputElement>('[name]'))
    if (control.type !== 'checkbox' || control.checked)
      body.append(control.name, control.type === 'file' ? new File([], '') : control.value);
  const names = PRODUCT_NAMES[options.names];
  for (const [role, text] of Object.entries(typed)) body.set(names[role as keyof ProductNames], text);
  if (picture) body.set(names.picture, new File([jpeg('produk')], 'produk.jpg'));
  const headers = { referer: location.href };
  return browser.fetch(new URL(found.getAttribute('action') ?? '', location), { method: 'POST', headers, body });
}
