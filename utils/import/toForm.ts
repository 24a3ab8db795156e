import { number } from '#contract/format.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { emptyForm } from '#utils/listing/emptyForm.ts';
import { unitOfCell, unitValues } from '#utils/listing/line/index.ts';
import { readPack } from '#utils/listing/unit.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { Settings } from '#utils/model/site.ts';

/**
 * A shop's product as a filled form. What the shop does not know stays as this village always writes it; consent is not
 * the shop's to give. `soldPer` puts the shop's own words for a unit into a sentence.
 */
export function formFromProduct(
  product: ShopProduct,
  defaults: Settings['defaults'],
  soldPer: (words: string) => string,
): DraftForm {
  const empty = emptyForm(defaults);
  const { name, description, price, category, producer } = product;
  const words = product.unit?.trim() ?? '';
  const { isAllSaid, ...unit } = unitOf(words, empty);
  const paragraphs = [description ?? '', isAllSaid ? '' : soldPer(words)];
  return {
    ...empty,
    name,
    description: paragraphs.filter((text) => text !== '').join('\n\n'),
    price: price === null ? '' : number(price),
    ...stockOf(product),
    ...unit,
    category: categoryOf(name) ?? categoryOf(category ?? '') ?? empty.category,
    ...(producer && { producerName: producer.name, producerPhone: producer.phone ?? '' }),
  };
}

/** What the shop counts; a product of which none is left is sold out. */
function stockOf({ stock }: ShopProduct): Partial<Pick<DraftForm, 'stock' | 'availability'>> {
  if (stock === undefined || stock === null) return {};
  return stock === 0 ? { availability: 'habis' } : { stock: String(stock) };
}

type FormUnit = Pick<DraftForm, 'unit' | 'unitWord' | 'packAmount' | 'packMeasure'>;

/**
 * Reads the shop's free words (`bungkus`, `bks 250 gr`, `1 kg`) into the form's choice of a unit and a size.
 * `isAllSaid` is false when the words say more than was understood (a sheet's size): the unit is left empty then, so that
 * the person is asked for it.
 */
function unitOf(words: string, empty: DraftForm): FormUnit & { isAllSaid: boolean } {
  const { packAmount, packMeasure } = empty;
  if (words === '') return { unit: empty.unit, packAmount, packMeasure, isAllSaid: true };
  const parts = words.split(/[\s/]+/).filter((part) => !SAYS_NOTHING.test(part));
  const [word = '', ...rest] = parts;
  const unit = unitOfCell(word);
  const pack = readPack(rest.join(' '), packMeasure);
  if (unit === null || (rest.length > 0 && pack === null)) {
    return { unit: '', packAmount, packMeasure, isAllSaid: false };
  }
  const said = { unit: unit.unit, packAmount, packMeasure, ...unitValues(unit) };
  if (pack === null) return { ...said, isAllSaid: true };
  return { ...said, packAmount: String(pack.amount).replace('.', ','), packMeasure: pack.measure, isAllSaid: true };
}

/** Words before a unit that say nothing of it: `per kg`, `1 kg`, `/kg`. */
const SAYS_NOTHING = /^(?:per|satu|se|1|)$/i;
