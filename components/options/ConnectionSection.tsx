import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n/t.ts';
import type { Connection } from '../../utils/model/site.ts';
import { asAppError, useAsked, useBackground } from '../background/context.ts';
import { errorText } from '../background/errorText.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { Devices } from './Devices.tsx';
import { Section } from './Section.tsx';
import { VillageFacts } from './VillageFacts.tsx';

/** Which marketplace and village this device speaks for, the village's other devices, and the way out. */
export function ConnectionSection() {
  const { value, error, known, again } = useAsked('connection/get', {}, ['connection']);
  return (
    <Section id="connection" title={t('options_connection')}>
      {error !== null && (
        <Notice look="bad" actions={<Button onClick={again}>{t('try_again')}</Button>}>
          {errorText(error)}
        </Notice>
      )}
      {known && value === null && <ConnectForm />}
      {value !== null && <Connected connection={value} />}
    </Section>
  );
}

function Connected({ connection }: { connection: Connection }) {
  const { village, marketplaceUrl, deviceName } = connection;
  return (
    <>
      {village.status !== 'approved' && (
        <Notice look="warn">{t(village.status === 'waiting' ? 'village_waiting' : 'village_blocked')}</Notice>
      )}
      <dl class="facts">
        <dt>{t('options_village')}</dt>
        <dd>
          <a href={village.url} target="_blank" rel="noreferrer">
            {village.name}
          </a>
          {(village.district || village.regency) && (
            <span class="soft"> {[village.district, village.regency].filter(Boolean).join(', ')}</span>
          )}
        </dd>
        <dt>{t('options_marketplace')}</dt>
        <dd>
          <a href={marketplaceUrl} target="_blank" rel="noreferrer">
            {marketplaceUrl.replace(/^https?:\/\//, '')}
          </a>
        </dd>
        <dt>{t('options_device')}</dt>
        <dd>{deviceName}</dd>
        {village.sites.length > 0 && (
          <>
            <dt>{t('options_village_sites')}</dt>
            <dd>
              {village.sites.map((site) => (
                <div key={site}>{site.replace(/^https?:\/\//, '')}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <VillageFacts />
      <Devices />
      <SignOut />
    </>
  );
}

/** Two steps, because a new invite is needed to come back; the consequences stand beside the button. */
function SignOut() {
  const { send } = useBackground();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = () =>
    send('connection/signOut', {}).catch((error: unknown) => setProblem(errorText(asAppError(error))));
  if (!asking)
    return (
      <div>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('options_sign_out')}
        </Button>
      </div>
    );
  return (
    <Notice
      look="warn"
      title={t('options_sign_out_title')}
      actions={
        <>
          <Button look="danger" onClick={() => void signOut()}>
            {t('options_sign_out_yes')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
        </>
      }
    >
      {problem ?? t('options_sign_out_text')}
    </Notice>
  );
}
