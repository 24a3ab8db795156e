import { phoneText, readPhone } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { ConsentField } from './ConsentField.tsx';
import { MakerField } from './MakerField.tsx';
import type { FormModel } from './model.ts';
import { TextField } from './TextField.tsx';

/** Who made it, how buyers reach that person, and that the person agreed. */
export function ProducerFields({ model, makers }: { model: FormModel; makers: readonly MakerView[] }) {
  const phone = readPhone(model.form.producerPhone);
  return (
    <>
      <MakerField model={model} makers={makers} />
      <TextField
        model={model}
        name="producerPhone"
        label={t('panel_phone')}
        placeholder="0812-3456-7890"
        inputMode="tel"
        autoComplete="off"
        hint={phone === null ? t('panel_phone_hint') : t('panel_phone_read', phoneText(phone))}
      />
      <ConsentField model={model} makers={makers} />
    </>
  );
}
