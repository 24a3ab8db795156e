import { type ControlProps, Field } from '#components/ui/Field.tsx';
import { MEASURE_LABELS, UNIT_LABELS, UNITS } from '#contract';
import { locale, t } from '#utils/i18n/t.ts';
import { carriesPack } from '#utils/listing/unit.ts';
import { TYPED_MAX } from '#utils/model/limits.ts';
import { unitReader } from './code.ts';
import { type FormModel, fieldId } from './model.ts';

const MEASURES = ['gram', 'kg', 'ml', 'liter', 'biji'] as const;

const OWN = 'own';

/** The units to choose from, the last a word of one's own; none is chosen until somebody does. */
export function UnitSelect({ control, model }: { control: ControlProps; model: FormModel }) {
  const { unit: chosen, unitWord } = model.form;
  const choose = (value: string) => {
    if (value === OWN) {
      model.set('unitWord', '');
      if (chosen === '') model.set('unit', 'biji');
      return;
    }
    if (unitWord !== undefined) model.set('unitWord', undefined);
    model.set('unit', value);
  };
  return (
    <select
      {...control}
      value={unitWord === undefined ? chosen : OWN}
      onChange={(event) => choose(event.currentTarget.value)}
      onBlur={() => model.left('unit')}
    >
      <option value="">{t('panel_unit_choose')}</option>
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {UNIT_LABELS[locale()][unit]}
        </option>
      ))}
      <option value={OWN}>{unitWord?.trim() || t('panel_unit_own')}</option>
    </select>
  );
}

/** The seller's own word for the unit, where the list has none that says it. */
export function UnitWord({ model, id }: { model: FormModel; id: string }) {
  const { unitWord } = model.form;
  if (unitWord === undefined) return null;
  return (
    <Field id={id} label={t('panel_unit_word')} hint={t('panel_unit_word_hint')} error={model.error('unitWord')}>
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          maxLength={TYPED_MAX}
          value={unitWord}
          onInput={(event) => model.set('unitWord', event.currentTarget.value)}
          onBlur={() => {
            model.left('unitWord');
            void chooseKnown(model, unitWord);
          }}
        />
      )}
    </Field>
  );
}

/** A word that the list has is chosen there: buyers then find and compare it. */
async function chooseKnown(model: FormModel, unitWord: string): Promise<void> {
  // Where the code cannot be read the extension is gone, which is said elsewhere.
  const reader = await unitReader.load().catch(() => null);
  const known = reader?.unitOfCell(unitWord) ?? null;
  if (known === null || known.unitWord !== null) return;
  model.set('unit', known.unit);
  model.set('unitWord', undefined);
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
      <UnitWord model={model} id={fieldId('unitWord')} />
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
