import { type Locale, MEASURE_LABELS } from '#contract';
import { cut } from '#contract/cut.ts';
import { number } from '#contract/format.ts';
import type { Db } from '#utils/db/db.ts';
import { formOf } from '#utils/listing/form.ts';
import { makerInBook } from '#utils/makers/consent.ts';
import type { DraftForm, Template } from '#utils/model/draft.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';

/** What is the same with most products of a village; name, price, photos and stock are each product's own. */
const SAME = ['unit', 'unitWord', 'packAmount', 'packMeasure', 'category', 'terms', 'exchange'] as const;
const MAKER = ['producerName', 'producerPhone'] as const;
const TITLE_MAX = 40;

/**
 * What a new product takes over from the one that the village said last. A maker who withdrew is not named again, and what
 * the village sells itself names nobody, as before; whether a maker agreed stands in the book. Null without such a product.
 */
export function likeTheLast(
  db: Db,
  village: VillageKey | null,
  book: readonly MakerView[],
  locale: Locale,
): Promise<Template | null> {
  return db.read(['listings'], async (tx) => {
    const own = (await tx.all('listings')).filter((listing) => listing.village === village);
    const last = own.toSorted((one, other) => other.updatedAt - one.updatedAt)[0];
    if (last === undefined) return null;
    const { name, packSize } = last.input;
    const pack = packSize && `${number(packSize.amount, locale)} ${MEASURE_LABELS[locale][packSize.measure]}`;
    const form = formOf(last.input);
    return {
      title: [cut(name, TITLE_MAX), pack !== null && !name.includes(pack) && pack].filter(Boolean).join(' '),
      form: { ...some(form, SAME), ...makerOf(form, book) },
    };
  });
}

function makerOf(form: DraftForm, book: readonly MakerView[]): Partial<DraftForm> {
  const line = makerInBook(form, book);
  if (line?.consent === 'withdrawn') return {};
  return line?.isVillage ? { producerName: '', producerPhone: '' } : some(form, MAKER);
}

function some(form: DraftForm, fields: readonly (keyof DraftForm)[]): Partial<DraftForm> {
  return Object.fromEntries(fields.map((field) => [field, form[field]]));
}
