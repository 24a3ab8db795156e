import { Check } from '#components/ui/Check.tsx';
import { CONSENT_BY_FORM } from '#contract';
import { shortDateWib } from '#contract/format.ts';
import { phoneText } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { makerInBook, sellerOf } from '#utils/makers/consent.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { type FormModel, fieldId } from './model.ts';

const day = (at: number): string => shortDateWib(new Date(at), new Date(), locale());

/** Whether the maker agreed: told once, and from then on only shown; asked again of another name or number. */
export function ConsentField({ model, makers }: { model: FormModel; makers: readonly MakerView[] }) {
  const seller = sellerOf(model.form, makers);
  if (seller !== undefined)
    return (
      <p id={fieldId('consent')} class="agreed" tabIndex={-1}>
        {t('panel_village_sells', seller.name, phoneText(seller.phone))}
      </p>
    );
  const maker = makerInBook(model.form, makers);
  if (maker?.consent === 'given')
    return (
      <p id={fieldId('consent')} class="agreed" tabIndex={-1}>
        {t(
          maker.consentDevice === CONSENT_BY_FORM ? 'panel_agreed_self' : 'panel_agreed',
          maker.name,
          day(maker.consentAt ?? 0),
        )}
        {maker.consentDevice === CONSENT_BY_FORM && (
          <span class="soft agreed-self">{t('panel_agreed_self_check', maker.name)}</span>
        )}
      </p>
    );
  return (
    <Check
      id={fieldId('consent')}
      checked={model.form.consent}
      onChange={(consent) => model.set('consent', consent)}
      onBlur={() => model.left('consent')}
      label={t('panel_consent')}
      hint={
        maker?.consent === 'withdrawn' && (
          <span class="withdrawn">{t('panel_consent_withdrawn', maker.name, day(maker.withdrawnAt ?? 0))}</span>
        )
      }
      error={model.error('consent')}
    />
  );
}
