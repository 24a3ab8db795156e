import { Choices } from '#components/ui/Choices.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { EXCHANGES } from '#contract/choices.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { exchangeKinds, toggled } from '#utils/listing/exchange.ts';
import { type FormModel, fieldId } from './model.ts';
import { TextField } from './TextField.tsx';

/** How the product is handed over and paid: what most say by a press, the place and the rest in the village's own words. */
export function TermsField({ model }: { model: FormModel }) {
  const { exchange } = model.form;
  return (
    <>
      <FieldGroup id={fieldId('exchange')} label={t('panel_exchange')} error={model.error('exchange')}>
        <Choices
          values={EXCHANGES}
          chosen={exchangeKinds(exchange)}
          label={(kind) => SHARED[locale()](`exchange_${kind}`)}
          onToggle={(kind) => model.set('exchange', toggled(exchange, kind))}
        />
      </FieldGroup>
      <TextField model={model} name="terms" label={t('panel_terms')} placeholder={t('panel_terms_example')} />
    </>
  );
}
