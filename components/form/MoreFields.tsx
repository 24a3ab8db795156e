import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { rupiah } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { PERMIT_MEMBERS } from '#utils/listing/permits.ts';
import { AskPrice } from './AskPrice.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { FormModel } from './model.ts';
import { PermitFields } from './PermitFields.tsx';
import { TextField } from './TextField.tsx';

/**
 * The fields that most products do without. The section opens by itself when a field in it is filled or wrong, and stays
 * open while a person empties such a field.
 */
export function MoreFields({ model, children }: { model: FormModel; children: ComponentChildren }) {
  const { floorPrice } = model.form;
  const reading = readPrice(floorPrice);
  const fields = ['floorPrice', ...PERMIT_MEMBERS] as const;
  const isNeeded = fields.some((field) => model.form[field]?.trim() || model.error(field) !== null);
  const wasNeeded = useRef(false);
  wasNeeded.current ||= isNeeded;
  const options = [
    { value: 'ask', label: t('panel_floor_ask') },
    { value: 'decline', label: t('panel_floor_decline') },
  ];
  return (
    <details class="more" open={wasNeeded.current || undefined}>
      <summary>{t('panel_more')}</summary>
      <div class="stack">
        <TextField
          model={model}
          name="floorPrice"
          label={t('panel_floor')}
          placeholder="20rb"
          hint={
            <>
              {t('panel_floor_hint')}
              <AskPrice
                typed={floorPrice}
                understood={reading.kind === 'price' ? rupiah(reading.rupiah, locale()) : null}
                onChoose={(price) => model.set('floorPrice', price)}
              />
            </>
          }
        />
        {floorPrice.trim() !== '' && (
          <ChoiceField model={model} name="floorBelow" label={t('panel_floor_below')} options={options} />
        )}
        <PermitFields model={model} />
        {children}
      </div>
    </details>
  );
}
