import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { requestOrigin } from '#components/background/permission.ts';
import { usePersistentText } from '#components/background/usePersistentText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { AppError } from '#utils/appError.ts';
import { t } from '#utils/i18n/t.ts';
import { deviceName, readInvite } from './invite.ts';

/**
 * Connects this device: the person pastes an invite link and allows the marketplace's address. The pasted text survives
 * the permission prompt. With `brief` the form does not ask for the device's name.
 */
export function ConnectForm({ brief = false }: { brief?: boolean }) {
  const { send } = useBackground();
  const [pasted, setPasted] = usePersistentText('invite');
  const [device, setDevice] = useState(() => deviceName(navigator.userAgent, t('connect_device_on')));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const connect = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const invite = readInvite(pasted ?? '');
    if ('problem' in invite) return setProblem(errorText(new AppError(invite.problem)));
    setProblem(null);
    setBusy(true);
    try {
      // The browser shows its permission prompt only inside the click itself, so nothing may be awaited before this
      // line.
      if (!(await requestOrigin(invite.origin))) setProblem(t('connect_refused', invite.origin));
      else {
        await send('connection/redeem', { link: invite.link, deviceName: device.trim() || 'Dodolan' });
        setPasted('');
      }
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  return (
    <form class="stack" onSubmit={(event) => void connect(event)}>
      <Field id="invite" label={t('connect_label')} hint={t('connect_hint')} error={problem}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://…/undang/…"
            value={pasted ?? ''}
            onInput={(event) => {
              setPasted(event.currentTarget.value);
              setProblem(null);
            }}
          />
        )}
      </Field>
      {!brief && (
        <Field id="device" label={t('connect_device')} hint={t('connect_device_hint')}>
          {(control) => (
            <input
              {...control}
              maxLength={60}
              value={device}
              onInput={(event) => setDevice(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <Button type="submit" look="primary" busy={busy}>
        {t(busy ? 'connect_busy' : 'connect_button')}
      </Button>
    </form>
  );
}
