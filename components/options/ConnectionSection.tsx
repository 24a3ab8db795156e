import { useState } from 'preact/hooks';
import { useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { Section } from '#components/ui/Section.tsx';
import { t } from '#utils/i18n/t.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { VillageBlock } from './VillageBlock.tsx';

/** The villages that this device is connected to, each with a way to sign out, and the form to connect one more. */
export function ConnectionSection() {
  const { value, error, again } = useQuery('village/list', {}, ['connection']);
  const connected = value?.filter(({ state }) => state === 'connected') ?? [];
  return (
    <Section id="connection" title={t('options_connection')}>
      {error !== null && (
        <Notice look="bad" actions={<Button onClick={again}>{t('try_again')}</Button>}>
          {errorText(error)}
        </Notice>
      )}
      {value !== null && connected.length === 0 && <ConnectForm />}
      {value?.map((known) => (
        <VillageBlock key={known.key} known={known} isAlone={value.length === 1} />
      ))}
      {connected.length > 0 && <AddVillage key={value?.length} />}
    </Section>
  );
}

function AddVillage() {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('options_add_village')}</Button>
      </div>
    );
  return (
    <div class="village-block">
      <h3>{t('options_add_village')}</h3>
      <p class="soft">{t('options_add_village_hint')}</p>
      <ConnectForm />
    </div>
  );
}
