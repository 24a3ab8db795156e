import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { useNow } from '#components/background/useNow.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Pairing } from '#contract';
import { durationText } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { LazyQr } from './LazyQr.tsx';

interface Props {
  village: VillageKey;
  /** Looks at the list of devices again, where a phone appears once it is paired. */
  onLook: () => void;
}

/** "Jawab dari HP": a code that makes the phone which scans it one of the village's devices, once. */
export function PairPhone({ village, onLook }: Props) {
  const { send } = useBackground();
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useNow(pairing === null ? 60_000 : 1000);
  const left = pairing === null ? 0 : Date.parse(pairing.expiresAt) - now;
  const isOpen = pairing !== null && left > 0;
  // The phone is paired on the marketplace, which tells nobody: while the code is shown, the list is looked at.
  useEffect(() => {
    if (!isOpen) return;
    const looking = setInterval(onLook, 5000);
    return () => clearInterval(looking);
  }, [isOpen, onLook]);
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setPairing(await send('connection/pair', { village }));
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  const close = () => {
    setPairing(null);
    onLook();
  };
  return (
    <div class="stack" id={`pair-${village}`}>
      <h3>{t('options_pair')}</h3>
      <p class="soft">{t('options_pair_hint')}</p>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      {pairing !== null && !isOpen && <p role="status">{t('options_pair_over')}</p>}
      {isOpen && (
        <>
          <p>{t('options_pair_scan')}</p>
          <LazyQr link={pairing.url} label={t('options_pair_qr')} />
          <Field id={`pair-link-${village}`} label={t('options_pair_link')} hint={t('options_pair_secret')}>
            {(control) => (
              <input {...control} readOnly value={pairing.url} onFocus={(event) => event.currentTarget.select()} />
            )}
          </Field>
          <p class="soft">{t('options_pair_left', durationText(left + 59_000, locale()))}</p>
        </>
      )}
      <div class="row wrap">
        <Button look={isOpen ? 'plain' : 'primary'} busy={busy} onClick={() => void make()}>
          {t(pairing === null ? 'options_pair_make' : 'options_pair_again')}
        </Button>
        {pairing !== null && <Button onClick={close}>{t('options_pair_done')}</Button>}
      </div>
    </div>
  );
}
