import type { PriceHint as Hint } from '#contract';
import { priceLine, rupiah } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import { readUnit } from '#contract/unitWords.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { packSize } from '#utils/listing/unit.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { AskPrice } from './AskPrice.tsx';
import type { FormModel } from './model.ts';
import { PriceHint } from './PriceHint.tsx';
import { TextField } from './TextField.tsx';

/** The price as people say it in the village; below it what was understood while it is typed, and what others ask. */
export function PriceField({ model, hint }: { model: FormModel; hint: Hint | null }) {
  const { form } = model;
  return (
    <TextField
      model={model}
      name="price"
      label={t('panel_price')}
      placeholder="25rb"
      hint={
        <>
          <AskPrice typed={form.price} onChoose={(price) => model.set('price', price)} understood={understood(form)} />
          <PriceHint hint={hint} />
        </>
      }
    />
  );
}

/**
 * How the price is understood: `Rp25.000/bungkus (250 g) = Rp10.000/ons`; only the rupiah while the unit is still open;
 * null while there is no price.
 */
function understood(form: DraftForm): string | null {
  const reading = readPrice(form.price);
  if (reading.kind !== 'price') return null;
  const unit = readUnit(form.unit);
  if (unit === null) return rupiah(reading.rupiah, locale());
  const pack = packSize(form);
  const packed = pack?.amount === undefined ? null : pack;
  return priceLine({ price: reading.rupiah, unit, unitWord: form.unitWord?.trim(), packSize: packed }, locale());
}
