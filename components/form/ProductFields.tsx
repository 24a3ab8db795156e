import type { ComponentChildren } from 'preact';
import { Check } from '#components/ui/Check.tsx';
import type { PriceHint as Hint } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { AvailabilityField, CategoryField } from './ChoiceField.tsx';
import { MoreFields } from './MoreFields.tsx';
import { type FormModel, fieldId } from './model.ts';
import { PriceField } from './PriceField.tsx';
import { ProducerFields } from './ProducerFields.tsx';
import { TermsField } from './TermsField.tsx';
import { TextField } from './TextField.tsx';
import { UnitField } from './UnitField.tsx';

interface Props {
  model: FormModel;
  /** The village's address book. */
  makers: readonly MakerView[];
  /** What other villages ask for the same. */
  hint?: Hint | null;
  more: ComponentChildren;
}

/** Everything a listing says, in the order in which somebody would tell it. */
export function ProductFields({ model, makers, hint = null, more }: Props) {
  return (
    <>
      <section class="form-part">
        <TextField model={model} name="name" label={t('panel_name')} placeholder={t('panel_name_example')} />
        <PriceField model={model} hint={hint} />
        <UnitField model={model} />
        <AvailabilityField model={model} />
        {model.form.availability !== 'habis' && (
          <TextField
            model={model}
            name="stock"
            label={t('panel_stock')}
            inputMode="numeric"
            placeholder={t('panel_stock_empty')}
            class="short-field"
          />
        )}
        <CategoryField model={model} />
        <TextField
          model={model}
          name="description"
          label={t('panel_description')}
          hint={t('panel_description_hint')}
          multiline
        />
      </section>
      <section class="form-part">
        <h2>{t('panel_who')}</h2>
        <ProducerFields model={model} makers={makers} />
      </section>
      <section class="form-part">
        <h2>{t('panel_how')}</h2>
        <TermsField model={model} />
        <Check
          id={fieldId('flagship')}
          checked={model.form.flagship}
          onChange={(flagship) => model.set('flagship', flagship)}
          label={t('panel_flagship')}
          hint={t('panel_flagship_hint')}
        />
        <MoreFields model={model}>{more}</MoreFields>
      </section>
    </>
  );
}
