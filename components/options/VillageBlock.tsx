import { useBackground } from '#components/background/context.ts';
import { bare } from '#components/ui/bare.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { PracticeBanner } from '#components/villages/PracticeBanner.tsx';
import { isPractice } from '#components/villages/villages.ts';
import { t } from '#utils/i18n/t.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { Devices } from './Devices.tsx';
import { ProveSite } from './ProveSite.tsx';
import { TwoSteps } from './TwoSteps.tsx';
import { VillageFacts } from './VillageFacts.tsx';
import { VillageProfile } from './VillageProfile.tsx';

interface Props {
  known: KnownVillage;
  /** True when it is the only village, so that nothing has to be folded away. */
  isAlone: boolean;
}

/**
 * One village: its marketplace, its other devices, and the way to sign out. For a village that is signed out: the way
 * to remove its data from this device.
 */
export function VillageBlock({ known, isAlone }: Props) {
  const { key, connection, state } = known;
  const { village, marketplaceUrl, deviceName } = connection;
  const isConnected = state === 'connected';
  return (
    <div class={isAlone && isConnected ? 'stack' : 'village-block'}>
      <PracticeBanner shown={isPractice(known)} />
      {isConnected && village.status !== 'approved' && (
        <Notice look="warn">{t(village.status === 'waiting' ? 'village_waiting' : 'village_blocked')}</Notice>
      )}
      {isConnected &&
        village.status === 'waiting' &&
        village.sites.map((site) => <ProveSite key={site} village={key} siteUrl={site} />)}
      <dl class="facts">
        <dt>{t('options_village')}</dt>
        <dd>
          <a href={village.url} target="_blank" rel="noreferrer">
            {village.name}
          </a>
          {(village.district || village.regency) && (
            <span class="soft"> {[village.district, village.regency].filter(Boolean).join(', ')}</span>
          )}
          {!isConnected && (
            <>
              {' '}
              <span class="chip chip-warn">{t('options_not_connected')}</span>
            </>
          )}
        </dd>
        <dt>{t('options_marketplace')}</dt>
        <dd>
          <a href={marketplaceUrl} target="_blank" rel="noreferrer">
            {bare(marketplaceUrl)}
          </a>
        </dd>
        {isConnected && (
          <>
            <dt>{t('options_device')}</dt>
            <dd>{deviceName}</dd>
          </>
        )}
        {isConnected && village.sites.length > 0 && (
          <>
            <dt>{t('options_village_sites')}</dt>
            <dd>
              {village.sites.map((site) => (
                <div key={site}>{bare(site)}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {!isConnected && <p class="soft">{t('options_come_back')}</p>}
      {isConnected && <VillageFacts village={key} />}
      {isConnected && <VillageProfile known={known} />}
      {isConnected &&
        (isAlone ? (
          <Devices village={key} canPair={village.profile !== undefined} />
        ) : (
          <details>
            <summary>{t('options_devices')}</summary>
            <Devices village={key} canPair={village.profile !== undefined} />
          </details>
        ))}
      <WayOut known={known} />
    </div>
  );
}

/** Signing out and forgetting each take two steps, because coming back needs a new invite. */
function WayOut({ known: { key, connection, state } }: { known: KnownVillage }) {
  const { send } = useBackground();
  if (state === 'connected')
    return (
      <TwoSteps
        key="sign-out"
        label={t('options_sign_out')}
        title={t('options_sign_out_title')}
        text={t('options_sign_out_text')}
        yes={t('options_sign_out_yes')}
        act={() => send('connection/signOut', { village: key })}
      />
    );
  return (
    <TwoSteps
      key="forget"
      label={t('options_forget')}
      title={t('options_forget_title', connection.village.name)}
      text={t('options_forget_text')}
      yes={t('options_forget_yes')}
      act={() => send('village/forget', { village: key })}
    />
  );
}
