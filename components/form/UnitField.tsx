import { type ControlProps, Field } from '#components/ui/Field.tsx';
import { MEASURE_LABELS, UNIT_LABELS, UNITS } from '#contract';
import { locale, t } from '#utils/i18n/t.ts';
import { carriesPack } from '#utils/listing/unit.ts';
import { TYPED_MAX } from '#utils/model/draft.ts';
import { type FormModel, fieldId } from './model.ts';

const MEASURES = ['gram', 'kg', 'ml', 'liter', 'biji'] as const;

/** The units to choose from; none is chosen until somebody does. */
export function UnitSelect({ control, model }: { control: ControlProps; model: FormModel }) {
  return (
    <select
      {...control}
      value={model.form.unit}
      onChange={(event) => model.set('unit', event.currentTarget.value)}
      onBlur={() => model.left('unit')}
    >
      <option value="">{t('panel_unit_choose')}</option>
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {UNIT_LABELS[locale()][unit]}
        </option>
      ))}
    </select>
  );
}

/** How the product is counted, and what is inside one pack where the unit does not say it. */
export function UnitField({ model }: { model: FormModel }) {
  const { form } = model;
  const packError = model.error('packAmount') ?? model.error('packMeasure');
  return (
    <div class="unit-fields">
      <Field id={fieldId('unit')} label={t('panel_unit')} error={model.error('unit')}>
        {(control) => <UnitSelect control={control} model={model} />}
      </Field>
      {carriesPack(form.unit) && (
        <Field id={fieldId('packAmount')} label={t('panel_pack')} error={packError} class="pack-field">
          {(control) => (
            <div class="pack-inputs">
              <input
                {...control}
                inputMode="decimal"
                maxLength={TYPED_MAX}
                placeholder="250"
                value={form.packAmount}
                onInput={(event) => model.set('packAmount', event.currentTarget.value)}
                onBlur={() => model.left('packAmount')}
              />
              <select
                id={fieldId('packMeasure')}
                aria-label={t('panel_pack_measure')}
                value={form.packMeasure}
                onChange={(event) => model.set('packMeasure', event.currentTarget.value)}
              >
                {MEASURES.map((measure) => (
                  <option key={measure} value={measure}>
                    {MEASURE_LABELS[locale()][measure]}
                  </option>
                ))}
              </select>
            </div>
          )}
        </Field>
      )}
    </div>
  );
}
