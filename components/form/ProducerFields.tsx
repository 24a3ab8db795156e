import { Check } from '#components/ui/Check.tsx';
import { phoneText, readPhone } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import { type FormModel, fieldId } from './model.ts';
import { TextField } from './TextField.tsx';

/** Who made it, how buyers reach that person, and that the person agreed. */
export function ProducerFields({ model }: { model: FormModel }) {
  const phone = readPhone(model.form.producerPhone);
  return (
    <>
      <TextField
        model={model}
        name="producerName"
        label={t('panel_producer')}
        placeholder="Bu Siti"
        autoComplete="off"
      />
      <TextField
        model={model}
        name="producerPhone"
        label={t('panel_phone')}
        placeholder="0812-3456-7890"
        inputMode="tel"
        autoComplete="off"
        hint={phone === null ? t('panel_phone_hint') : t('panel_phone_read', phoneText(phone))}
      />
      <Check
        id={fieldId('consent')}
        checked={model.form.consent}
        onChange={(consent) => model.set('consent', consent)}
        onBlur={() => model.left('consent')}
        label={t('panel_consent')}
        error={model.error('consent')}
      />
    </>
  );
}
