import { useBackground } from '#components/background/context.ts';
import { phoneText } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import { isSameMaker } from '#utils/makers/names.ts';
import { MakerForm } from './MakerForm.tsx';
import { MakerMerge } from './MakerMerge.tsx';
import type { MakerProps } from './MakerRow.tsx';
import { TwoSteps } from './TwoSteps.tsx';

/** All that can be done with a maker: change, make one with another, withdraw the consent, delete. */
export function MakerEditor({ village, maker, contact, others, onDone }: MakerProps & { onDone: () => void }) {
  const { send } = useBackground();
  const { name, phone, consent, products, listings } = maker;
  const who = { name, phone };
  const isWithdrawn = consent === 'withdrawn';
  const own = contact === null ? null : `${contact.name}, ${phoneText(contact.phone)}`;
  return (
    <div class="maker-editor">
      <MakerForm
        id={`maker-${phone}`}
        first={who}
        nameLabel={t('options_producer_name')}
        consent={isWithdrawn ? null : t('options_maker_new_number', name)}
        save={(to, agreed) => send('maker/change', { village, who, to, agreed })}
        onDone={onDone}
        about={(to) => {
          const same = others.find((other) => isSameMaker(other, to));
          return same && <p class="owed">{t('options_maker_will_merge', same.name)}</p>;
        }}
      />
      {!isWithdrawn && <MakerMerge {...{ village, who, others, onDone }} />}
      <div class="maker-ends">
        {!isWithdrawn && (
          <TwoSteps
            label={t('options_maker_withdraw')}
            title={t('options_maker_withdraw_title', name)}
            text={
              own === null ? t('options_maker_withdraw_off', products) : t('options_maker_withdraw_own', products, own)
            }
            yes={t('options_maker_withdraw_yes')}
            act={() => send('maker/withdraw', { village, who }).then(onDone)}
          />
        )}
        {listings > 0 && own === null ? (
          <p class="soft">{t('options_maker_delete_blocked')}</p>
        ) : (
          <TwoSteps
            label={t('options_maker_delete')}
            title={t('options_maker_delete_title', name)}
            text={
              listings === 0 || own === null
                ? t('options_maker_delete_text')
                : t('options_maker_delete_own', listings, own)
            }
            yes={t('options_forget_yes')}
            act={() => send('maker/remove', { village, who }).then(onDone)}
          />
        )}
      </div>
    </div>
  );
}
