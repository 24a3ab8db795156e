import type { SitePath, TableKind } from '#contract';
import { readPhone } from '#contract/phone.ts';
import { pricePer, readPrice } from '#contract/price.ts';
import { sameTitle } from '#utils/cms/learned/safeWords.ts';
import type { ShopProduct } from '#utils/cms/types.ts';
import type { Said } from './texts.ts';

const NAME_MAX = 200;
const IMAGES_MAX = 8;
/** Words for none left, where a site counts in words. */
const NONE_LEFT = /^(?:habis|kosong|sold ?out|out of stock|tidak (?:ada|tersedia))$/i;

/**
 * A product of the site's own table. A price counts only where it can mean one thing: else its words go along, and the
 * person is asked. `form` is the page with the rest of it.
 */
export function productOf({ texts, images }: Said, kind: TableKind, form: SitePath | null): ShopProduct {
  const name = (texts.name ?? '').slice(0, NAME_MAX);
  const { price, words, unit } = priceOf(texts.price ?? '');
  const phone = readPhone(texts.phone ?? '');
  const seller = texts.seller ?? '';
  return {
    sourceId: form ?? `nama:${sameTitle(name)}`,
    name,
    description: texts.description ?? null,
    price,
    ...(words !== null && { priceWords: words }),
    stock: stockOf(texts.stock ?? ''),
    unit: texts.unit ?? unit,
    category: texts.category ?? null,
    producer: seller === '' && phone === null ? null : { name: seller, phone },
    imageUrls: images.slice(0, IMAGES_MAX),
    ...(form !== null && { form }),
    ...(kind === 'profiles' && { isProfile: true as const }),
  };
}

/** The price in whole rupiah, or the words that do not say it surely; and what it is for, where it says that too. */
export function priceOf(text: string): { price: number | null; words: string | null; unit: string | null } {
  const said = text.trim();
  const per = pricePer(said);
  const read = readPrice(per?.price ?? said);
  const price = read.kind === 'price' && read.rupiah > 0 ? read.rupiah : null;
  const isNothing = /^[\s\-–—0.,]*$/.test(said);
  return { price, words: price !== null || isNothing ? null : said.slice(0, 80), unit: per?.per ?? null };
}

function stockOf(text: string): number | null {
  const said = text.trim();
  if (NONE_LEFT.test(said)) return 0;
  const count = /^\d{1,6}$/.test(said) ? Number(said) : Number.NaN;
  return Number.isNaN(count) ? null : count;
}
