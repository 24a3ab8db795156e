import { number } from '#contract/format.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { readPack, readUnit } from '#utils/listing/unit.ts';
import type { ShopProduct } from '#utils/model/cms.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { Settings } from '#utils/model/site.ts';

/**
 * A shop's product as a filled form. What the shop does not know stays as this village always writes it; consent is not
 * the shop's to give.
 */
export function formFromProduct(product: ShopProduct, defaults: Settings['defaults']): DraftForm {
  const empty = emptyForm(defaults);
  const { name, description, price, unit, category, producer } = product;
  return {
    ...empty,
    name,
    description: description ?? '',
    price: price === null ? '' : number(price),
    ...unitOf(unit ?? '', empty),
    category: categoryOf(name) ?? categoryOf(category ?? '') ?? empty.category,
    ...(producer && { producerName: producer.name, producerPhone: producer.phone ?? '' }),
  };
}

/**
 * Reads the shop's free words (`bungkus`, `bks 250 gr`, `1 kg`) into the form's choice of a unit and a size. A unit
 * that nobody knows is left empty, so that the person is asked for it.
 */
function unitOf(words: string, empty: DraftForm): Pick<DraftForm, 'unit' | 'packAmount' | 'packMeasure'> {
  const { packAmount, packMeasure } = empty;
  if (words.trim() === '') return { unit: empty.unit, packAmount, packMeasure };
  const parts = words.trim().split(/[\s/]+/);
  const at = parts.findIndex((part) => readUnit(part) !== null);
  const unit = readUnit(parts[at] ?? '') ?? '';
  const pack = readPack(parts.slice(at + 1).join(' '), packMeasure);
  if (unit === '' || pack === null) return { unit, packAmount, packMeasure };
  return { unit, packAmount: String(pack.amount).replace('.', ','), packMeasure: pack.measure };
}
