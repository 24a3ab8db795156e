import { Button } from '#components/ui/Button.tsx';
import { CONSENT_BY_FORM } from '#contract';
import { shortDateWib } from '#contract/format.ts';
import { phoneText } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { MakerEditor } from './MakerEditor.tsx';

export interface MakerProps {
  village: VillageKey;
  maker: MakerView;
  /** The village's own name and number; null where it has said none. */
  contact: MakerView | null;
  others: readonly MakerView[];
}

const day = (at: number | null): string => shortDateWib(new Date(at ?? 0), new Date(), locale());

/** One maker: what was agreed and when, what is still owed, and one button to all that can be done. */
export function MakerRow({ isOpen, onToggle, ...props }: MakerProps & { isOpen: boolean; onToggle: () => void }) {
  const { maker } = props;
  return (
    <li class="rows-item">
      <span>
        <strong>{maker.name}</strong> <span class="number">{phoneText(maker.phone)}</span>{' '}
        {maker.consent === 'withdrawn' && <span class="chip chip-warn">{t('options_maker_withdrawn_chip')}</span>}{' '}
        {maker.isOwed && <span class="chip">{t('options_maker_owed')}</span>}
        <br />
        <span class="soft">
          {consentText(maker)} · {t('options_maker_products', maker.products)}
        </span>
        {maker.owed > 0 && (
          <>
            <br />
            <span class="owed" role="status">
              {t('options_maker_products_owed', maker.owed)}
            </span>
          </>
        )}
      </span>
      <Button onClick={onToggle} aria-expanded={isOpen} aria-label={t('options_maker_change_of', maker.name)}>
        {t(isOpen ? 'options_maker_close' : 'options_maker_change')}
      </Button>
      {isOpen && <MakerEditor {...props} onDone={onToggle} />}
    </li>
  );
}

function consentText({ consent, consentAt, consentDevice, withdrawnAt }: MakerView): string {
  if (consent === 'unasked') return t('options_maker_unasked');
  if (consent === 'withdrawn') return t('options_maker_withdrawn', day(withdrawnAt));
  if (consentDevice === CONSENT_BY_FORM) return t('options_maker_agreed_self', day(consentAt));
  return consentDevice === null
    ? t('options_maker_agreed', day(consentAt))
    : t('options_maker_agreed_on', day(consentAt), consentDevice);
}
