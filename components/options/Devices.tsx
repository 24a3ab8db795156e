import { useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { dateTimeWib } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { PairPhone } from './PairPhone.tsx';

/**
 * The devices of the village; each except this one can be revoked. The list needs the network. `canPair` is false where
 * the marketplace is too old to pair phones.
 */
export function Devices({ village, canPair }: { village: VillageKey; canPair: boolean }) {
  const { send } = useBackground();
  const { value, error, again } = useQuery('connection/devices', { village }, ['connection']);
  const [problem, setProblem] = useState<string | null>(null);
  const revoke = (deviceId: string) =>
    send('connection/revoke', { village, deviceId }).then(again, (failed: unknown) =>
      setProblem(errorText(asAppError(failed))),
    );
  const said = problem ?? (error === null ? null : errorText(error));
  return (
    <div class="stack">
      <h3>{t('options_devices')}</h3>
      <p class="soft">{t('options_devices_hint')}</p>
      {said !== null && (
        <p class="bad" role="alert">
          {said}{' '}
          <Button look="quiet" onClick={again}>
            {t('try_again')}
          </Button>
        </p>
      )}
      <ul class="rows">
        {(value ?? []).map((device) => (
          <li key={device.id} class="rows-item">
            <span>
              <strong>{device.name}</strong> {device.current && <span class="chip">{t('options_this_device')}</span>}
              {device.kind === 'phone' && <span class="chip">{t('options_phone')}</span>}
              <br />
              <span class="soft">
                {device.lastSeenAt === null
                  ? t('options_never_seen')
                  : t('options_last_seen', dateTimeWib(device.lastSeenAt, locale()))}
              </span>
            </span>
            {!device.current && (
              <Button look="danger" onClick={() => void revoke(device.id)}>
                {t('options_revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canPair && <PairPhone village={village} onLook={again} />}
    </div>
  );
}
