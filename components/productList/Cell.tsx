import type { FormModel } from '#components/form/model.ts';
import { UNIT_LABELS, UNITS } from '#contract';
import { locale, t } from '#utils/i18n/t.ts';
import { TYPED_MAX } from '#utils/model/draft.ts';

type CellField = 'name' | 'price' | 'producerName' | 'producerPhone';

interface Props {
  model: FormModel;
  field: CellField;
  id: string;
  label: string;
  placeholder?: string;
}

/** One cell of the table. Its column's name stands above the table where that is wide, and beside the cell where not. */
export function Cell({ model, field, id, label, placeholder }: Props) {
  const error = model.error(field);
  return (
    <div class={`field list-cell list-${field}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        inputMode={field === 'producerPhone' ? 'tel' : 'text'}
        maxLength={TYPED_MAX}
        value={model.form[field]}
        {...(placeholder && { placeholder })}
        {...(error !== null && { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` })}
        onInput={(event) => model.set(field, event.currentTarget.value)}
        onBlur={() => model.left(field)}
      />
      <span class="error" id={`${id}-error`}>
        {error}
      </span>
    </div>
  );
}

export function UnitCell({ model, id }: { model: FormModel; id: string }) {
  const error = model.error('unit') ?? model.error('packAmount');
  return (
    <div class="field list-cell list-unit">
      <label for={id}>{t('panel_unit')}</label>
      <select
        id={id}
        value={model.form.unit}
        {...(error !== null && { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` })}
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
      <span class="error" id={`${id}-error`}>
        {error}
      </span>
    </div>
  );
}
