import { t } from '#utils/i18n/t.ts';
import { ExchangeField } from './ExchangeField.tsx';
import { type FormModel, fieldId } from './model.ts';
import { TextField } from './TextField.tsx';

/** How the product is handed over and paid: what most say by a press, the place and the rest in the village's own words. */
export function TermsField({ model }: { model: FormModel }) {
  return (
    <>
      <ExchangeField
        id={fieldId('exchange')}
        label={t('panel_exchange')}
        value={model.form.exchange}
        onChange={(exchange) => model.set('exchange', exchange)}
        error={model.error('exchange')}
      />
      <TextField model={model} name="terms" label={t('panel_terms')} placeholder={t('panel_terms_example')} />
    </>
  );
}
