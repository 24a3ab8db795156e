import type { Tools } from '#utils/cms/learned/create.ts';
import { safeTitle, sameTitle } from '#utils/cms/learned/safeWords.ts';
import type { ShopWords } from '#utils/cms/shop.ts';
import { unwritten } from '#utils/cms/traces.ts';
import { CmsError } from '#utils/cms/types.ts';
import { bodyShape, fieldOf, priceIn, type Row, said, saysChoices } from './inTable.ts';
import { mainPicture } from './make.ts';
import type { Work } from './place.ts';
import { namesIn } from './publicShop.ts';
import { pictureField } from './send.ts';
import { bodyWith, holdsOurs, isCalled, saysSame } from './words.ts';

export type Values = { name: string; value: string }[];

/** The parts to be written. What the form has no field for is left out. */
export function changed(row: Row, { item, links, before }: Work, words: ShopWords): Values {
  const { known, link } = item;
  const was = known?.said ?? null;
  const shape = bodyShape(row.deed);
  const values: Values = [];
  const put = (role: string, value: string) => {
    const name = fieldOf(row.deed, role);
    if (name !== null) values.push({ name, value });
  };
  const title = said(row, 'title') ?? '';
  const mayName = was === null ? !isCalled(title, words.name) : was.name !== words.name && isCalled(title, was.name);
  if (mayName) put('title', safeTitle(words.name, new Set(namesIn(before).map(sameTitle))));
  const price = priceIn(row);
  if (was === null ? price !== words.price : was.price !== words.price && price === was.price)
    put('price', String(words.price));
  const unit = said(row, 'unit') ?? '';
  if (was === null ? unit !== words.unit : was.unit !== words.unit && unit === was.unit) put('unit', words.unit);
  const body = said(row, 'body') ?? '';
  const wanted = bodyWith(words, link, shape);
  const isUntouched = was === null || links.some((old) => saysSame(body, bodyWith(was, old, shape)));
  if (isUntouched && !saysSame(body, wanted)) put('body', wanted);
  // A person's own words stay, and our link in them is the newest.
  else if (!holdsOurs(body, link))
    put(
      'body',
      links.reduce((text, old) => text.replaceAll(old, link), body),
    );
  return values;
}

/** What puts the product back on sale, as it stood before we took it off; how many are left the listing knows best. */
export function broughtBack(row: Row, { shop: { off }, item }: Work): Values {
  if (off === undefined || !saysChoices(row, off.chosen)) return [];
  const stock = fieldOf(row.deed, 'stock');
  const isCount = (name: string) => name === stock && off.chosen.some((one) => one.name === name && one.value === '0');
  const was = (item.known?.was ?? off.before).filter(({ name }) => !isCount(name));
  const stood = item.known?.was?.find(({ name }) => isCount(name))?.value;
  const counts = off.chosen.filter(({ name }) => isCount(name));
  return [...was, ...counts.map(({ name }) => ({ name, value: String(item.stock ?? (stood || 1)) }))];
}

/** Our picture for the form; null where a person's stands there, or nobody can tell whose it is. */
export async function ownPicture(row: Row, { item, seen }: Work, tools: Tools) {
  const { pictureAt } = item.known ?? {};
  const inForm = [...row.page.document.querySelectorAll('img[src]')].map(
    (image) => URL.parse(image.getAttribute('src') ?? '', row.page.url)?.href,
  );
  const isOurs = pictureAt !== undefined && [...inForm, ...(seen?.pictures ?? [])].includes(pictureAt);
  if (isOurs) return mainPicture(item, tools);
  // A form that wants the picture anew each time would put ours over a person's.
  if (pictureField(row.deed) !== null) throw unwritten(new CmsError('not_reached', seen?.url ?? null));
  return null;
}

/** The form as it is sent: to this product's own address, with the picture in the field that a new product's form has. */
export function sentDeed({ deed, action }: Row, { shop }: Work, isPictured: boolean) {
  const name = pictureField(deed) ?? pictureField(shop.create);
  const isThere = name !== null && deed.controls.includes(name);
  const fields = isPictured && isThere ? [{ role: 'picture' as const, name }] : [];
  return { ...deed, action, fields };
}
