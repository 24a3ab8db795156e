import { AVAILABILITY_LABELS, CATEGORY_LABELS } from '#contract';
import { number, rupiah } from '#contract/format.ts';
import { PERMIT_NAMES } from '#contract/permits.ts';
import { COUNTED, type Place, type Sort } from '#marketplace/listings/service.ts';
import { placeText } from '#marketplace/web/place.ts';
import type { View } from '#marketplace/web/view.ts';
import { FIND, type FindWords } from '#marketplace/words/index.ts';
import type { Ask, Member } from './ask.ts';

export const wordsOf = (view: Pick<View, 'locale'>): FindWords => FIND[view.locale];

/** `Kec. Bobotsari`; of a regency, `Kab. Purbalingga`. */
export function placeName(view: View, { district, regency }: Place): string {
  return placeText(view, district === null ? { district: null, regency } : { district, regency: null });
}

/** The same with its regency, for where districts of several stand together. */
export const fullPlaceName = (view: View, place: Place): string => placeText(view, place);

/** A name with how many there are, as far as they were counted. */
export function counted(view: View, name: string, goods: number | undefined): string {
  if (goods === undefined) return name;
  return `${name} (${goods >= COUNTED ? `${number(COUNTED, view.locale)}+` : number(goods, view.locale)})`;
}

export function stockText(view: View, stock: NonNullable<Ask['stock']>): string {
  return stock === 'siap' ? wordsOf(view)('stock_siap') : AVAILABILITY_LABELS[view.locale][stock];
}

/** The name of an order; without words there is nothing to match, so `best` is another thing. */
export function sortText(view: View, ask: Ask, sort: Sort): string {
  return wordsOf(view)(sort === 'best' && ask.query === '' ? 'sort_rank' : `sort_${sort}`);
}

/** What a set filter says, for its chip. */
export function filterText(view: View, ask: Ask, member: Member): string {
  const { locale } = view;
  const t = wordsOf(view);
  const texts: Record<Member, () => string> = {
    q: () => ask.query,
    di: () => (ask.place ? placeName(view, ask.place) : ''),
    jenis: () => (ask.category ? CATEGORY_LABELS[locale][ask.category] : ''),
    min: () => t('from', rupiah(ask.priceMin ?? 0, locale)),
    maks: () => t('upTo', rupiah(ask.priceMax ?? 0, locale)),
    stok: () => (ask.stock ? stockText(view, ask.stock) : ''),
    unggulan: () => t('flagship'),
    resmi: () => view.t('verified'),
    izin: () => t('withPermit', ask.permit ? PERMIT_NAMES[ask.permit] : ''),
    urut: () => sortText(view, ask, ask.sort),
  };
  return texts[member]();
}

/** What a member of the address is called, where its value was not understood. */
export function memberText(view: View, member: Member): string {
  const t = wordsOf(view);
  const names: Record<Member, string> = {
    q: t('searchWord'),
    di: t('place'),
    jenis: t('kind'),
    min: t('priceFrom'),
    maks: t('priceTo'),
    stok: t('stock'),
    unggulan: t('flagship'),
    resmi: view.t('verified'),
    izin: t('permit'),
    urut: t('sort'),
  };
  return names[member].toLowerCase();
}
