import { linesOf } from '#utils/cms/plainText.ts';
import type { ShopItem, ShopWords } from '#utils/cms/shop.ts';
import { saysAlike } from '#utils/cms/shopWords.ts';
import { galleryFor, type ShopPicture } from './pictures.ts';
import { type Product, SAID_KEY, type Said } from './shapes.ts';
import type { Change } from './store.ts';
import { htmlOf, nameHtml, skuOf } from './words.ts';

/** The note of what we say, which goes into the product with it. */
export function noteOf(words: ShopWords, pictures: ShopPicture[]): Pick<Change, 'meta_data'> {
  const said: Said = { ...words, pictures: pictures.map(({ print }) => print) };
  return { meta_data: [{ key: SAID_KEY, value: JSON.stringify(said) }] };
}

/**
 * What is to be written so that the product says what the listing says differently than last time; null for nothing. All
 * else stays as it stands in the shop, because a person may have changed it.
 */
export async function changeFor(
  there: Product,
  item: ShopItem,
  words: ShopWords,
  pictures: ShopPicture[],
): Promise<Change | null> {
  const { known, link } = item;
  // What stands in the product was written last, perhaps by another device.
  const said = there.said ?? (known && { ...known.said, pictures: known.pictures });
  const change: Change = {};
  const isNew = (key: 'name' | 'price') => said === null || said[key] !== words[key];
  if (isNew('name') && !saysAlike(words.name, there.name)) change.name = nameHtml(words.name);
  if (isNew('price') && words.price !== there.regularPrice) change.regular_price = String(words.price);
  const html = descriptionFor(there, known?.link ?? link, link, said, words);
  if (html !== there.stored.description) change.description = html;
  if (known !== null && known.link !== link && there.sku === skuOf(known.link)) change.sku = skuOf(link);
  const prints = pictures.map(({ print }) => print).join();
  if (said === null || said.pictures.join() !== prints) change.images = await galleryFor(there.images, pictures);
  if (there.status !== 'publish') change.status = 'publish';
  // A change that a person has made already is noted too: what they do to it later is theirs.
  const isNoted = said !== null && noted(said) === noted({ ...words, pictures: pictures.map(({ print }) => print) });
  return isNoted && Object.keys(change).length === 0 ? null : { ...change, ...noteOf(words, pictures) };
}

const noted = ({ name, price, unit, description, pictures }: Said): string =>
  JSON.stringify([name, price, unit, description, pictures]);

/** The description with our words in it renewed. Where a person has changed those, theirs stay, and our link with them. */
function descriptionFor(there: Product, was: string, link: string, said: ShopWords | null, words: ShopWords): string {
  const { description } = there.stored;
  const wanted = htmlOf(words, link);
  if (said === null) return wanted;
  const before = htmlOf(said, was);
  if (before === wanted) return description;
  if (description.includes(before)) return description.replace(before, () => wanted);
  // An editor writes the same words with other marks.
  if (saysAlike(there.description, linesOf(before))) return wanted;
  return description.replaceAll(was, link);
}
