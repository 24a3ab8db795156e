import type { ComponentChildren } from 'preact';
import { Choice } from '#components/ui/Choice.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { AVAILABILITIES, AVAILABILITY_LABELS, CATEGORIES, CATEGORY_LABELS } from '#contract';
import { locale, t } from '#utils/i18n/t.ts';
import { type FormModel, fieldId } from './model.ts';

interface Props {
  model: FormModel;
  name: 'availability' | 'category' | 'floorBelow';
  label: ComponentChildren;
  options: { value: string; label: string }[];
}

/** A field with a few choices, all in sight, of which the person takes one. */
export function ChoiceField({ model, name, label, options }: Props) {
  return (
    <FieldGroup id={fieldId(name)} label={label} error={model.error(name)}>
      <Choice
        name={name}
        options={options}
        value={model.form[name]}
        onChange={(value) => model.set(name, value)}
        onBlur={() => model.left(name)}
      />
    </FieldGroup>
  );
}

export function AvailabilityField({ model }: { model: FormModel }) {
  const words = AVAILABILITY_LABELS[locale()];
  const options = AVAILABILITIES.map((value) => ({ value, label: words[value] }));
  return <ChoiceField model={model} name="availability" label={t('panel_availability')} options={options} />;
}

export function CategoryField({ model }: { model: FormModel }) {
  const words = CATEGORY_LABELS[locale()];
  const options = CATEGORIES.map((value) => ({ value, label: words[value] }));
  return <ChoiceField model={model} name="category" label={t('panel_category')} options={options} />;
}
