import { browser } from 'wxt/browser';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import { PracticeEnd } from './PracticeEnd.tsx';
import { useVillages, villageLabel } from './villages.ts';

/**
 * Says what is wrong between a village and its marketplace: it is not approved yet, it is blocked, or this device was
 * revoked. The other villages go on.
 */
export function VillageNotices() {
  const villages = useVillages();
  const isAlone = villages.length < 2;
  return (
    <>
      <PracticeEnd />
      {villages.map((known) => {
        const { status } = known.connection.village;
        const name = villageLabel(known, villages);
        if (known.state === 'revoked' && known.connection.village.practice !== undefined)
          return <Notice key={known.key}>{t('practice_over', name)}</Notice>;
        if (known.state === 'revoked' && !isAlone)
          return (
            <Notice
              key={known.key}
              look="warn"
              actions={<Button onClick={() => void browser.runtime.openOptionsPage()}>{t('tab_options')}</Button>}
            >
              {t('village_ended', name)}
            </Notice>
          );
        if (known.state !== 'connected' || status === 'approved') return null;
        return (
          <Notice key={known.key} look="warn" title={isAlone ? null : name}>
            {t(status === 'waiting' ? 'village_waiting' : 'village_blocked')}
          </Notice>
        );
      })}
    </>
  );
}
