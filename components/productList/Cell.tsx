import type { FormModel } from '#components/form/model.ts';
import { UnitSelect, UnitWord } from '#components/form/UnitField.tsx';
import { Field } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import { TYPED_MAX } from '#utils/model/limits.ts';

type CellField = 'name' | 'price' | 'producerName' | 'producerPhone';

interface Props {
  model: FormModel;
  field: CellField;
  id: string;
  label: string;
  placeholder?: string;
}

/** One cell of the table, with its column's name above it. */
export function Cell({ model, field, id, label, placeholder }: Props) {
  return (
    <Field id={id} label={label} error={model.error(field)} class={`list-cell list-${field}`}>
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          inputMode={field === 'producerPhone' ? 'tel' : 'text'}
          maxLength={TYPED_MAX}
          value={model.form[field]}
          {...(placeholder && { placeholder })}
          onInput={(event) => model.set(field, event.currentTarget.value)}
          onBlur={() => model.left(field)}
        />
      )}
    </Field>
  );
}

export function UnitCell({ model, id }: { model: FormModel; id: string }) {
  const error = model.error('unit') ?? model.error('packAmount');
  return (
    <div class="list-cell list-unit">
      <Field id={id} label={t('panel_unit')} error={error}>
        {(control) => <UnitSelect control={control} model={model} />}
      </Field>
      <UnitWord model={model} id={`${id}-word`} />
    </div>
  );
}
