import { Button } from '#components/ui/Button.tsx';
import { phoneText, readPhone } from '#contract/phone.ts';
import { findPossiblePhones, holdsPhone, withoutPhones } from '#contract/phonesInText.ts';
import { t } from '#utils/i18n/t.ts';
import type { FormModel } from './model.ts';
import type { PublicField } from './publicFields.ts';

/** True for words that hold what may be a number. */
export const isOffered = (words: string): boolean => findPossiblePhones(words).length > 0;

/**
 * Asks about a mobile number in words that everybody reads: it becomes the WhatsApp number, which is given only to who
 * asks, or it is taken out. What may as well be a batch or a list of sizes is asked about too, and may stay. Shows nothing where there is
 * none.
 */
export function PhoneOffer({ model, name }: { model: FormModel; name: PublicField }) {
  const [found] = findPossiblePhones(model.form[name]);
  if (found === undefined) return null;
  const number = phoneText(found.phone);
  const takeOut = () => model.set(name, withoutPhones(model.form[name]));
  return (
    <div class="ask">
      <span>{t(holdsPhone(model.form[name]) ? 'panel_phone_found' : 'panel_phone_maybe', number)}</span>
      {readPhone(model.form.producerPhone) !== found.phone && (
        <Button
          onClick={() => {
            model.set('producerPhone', number);
            takeOut();
          }}
        >
          {t('panel_phone_use')}
        </Button>
      )}
      <Button onClick={takeOut}>{t('panel_phone_take_out')}</Button>
    </div>
  );
}
