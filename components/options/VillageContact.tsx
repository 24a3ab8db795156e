import { useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { phoneText } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { MakerForm } from './MakerForm.tsx';

interface Props {
  village: VillageKey;
  /** The village's name, which it begins with. */
  name: string;
  contact: MakerView | null;
}

/** The name and number in which the village itself sells what a maker wants to be named in no more. */
export function VillageContact({ village, name, contact }: Props) {
  const { send } = useBackground();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="maker-own">
      <div class="rows-item">
        <span>
          <strong>{t('options_contact')}</strong>
          <br />
          {contact === null ? (
            <span class="soft">{t('options_contact_none')}</span>
          ) : (
            <>
              {contact.name} <span class="number">{phoneText(contact.phone)}</span>{' '}
              {contact.isOwed && <span class="chip">{t('options_maker_owed')}</span>}
              <br />
              <span class="soft">{t('options_maker_products', contact.products)}</span>
            </>
          )}
        </span>
        {!isOpen && (
          <Button onClick={() => setOpen(true)}>
            {t(contact === null ? 'options_contact_add' : 'options_maker_change')}
          </Button>
        )}
      </div>
      {isOpen && (
        <MakerForm
          id="contact"
          first={contact ?? { name, phone: '' }}
          nameLabel={t('options_contact_name')}
          consent={null}
          save={(to) => send('maker/contact', { village, to })}
          onDone={() => setOpen(false)}
        />
      )}
    </div>
  );
}
