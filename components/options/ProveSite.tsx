import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { linkReasonText } from '#components/linkHealth/linkReason.ts';
import { AddressInput } from '#components/ui/AddressInput.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { Field } from '#components/ui/Field.tsx';
import { PROOF_FILE, proofTitle } from '#contract';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { VillageKey } from '#utils/model/site.ts';

/**
 * How a waiting village shows that it looks after its site: by one press, with an article that Dodolan writes and takes
 * down again, or by hand.
 */
export function ProveSite({ village, siteUrl }: { village: VillageKey; siteUrl: string }) {
  const { send } = useBackground();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setSaid(null);
    await work().catch((error: unknown) => setSaid(errorText(asAppError(error))));
    setBusy(false);
  };
  const tell = (proof: Output<'village/prove'>, missing?: string) => setSaid(sentence(proof, missing));
  const look = (url: string | null) =>
    void run(async () => {
      const proof = await send('village/proveByHand', { village, siteUrl, url });
      tell(proof, url === null ? t('prove_file_missing', PROOF_FILE) : undefined);
    });
  return (
    <section class="stack-small prove" aria-live="polite">
      <p>{t('prove_hint', bare(siteUrl))}</p>
      <div class="row wrap">
        <Button
          look="primary"
          busy={busy}
          onClick={() => void run(async () => tell(await send('village/prove', { village, siteUrl })))}
        >
          {t('prove_button')}
        </Button>
        {code === null && (
          <Button
            look="quiet"
            onClick={() => void run(async () => setCode((await send('village/challenge', { village, siteUrl })).code))}
          >
            {t('prove_by_hand')}
          </Button>
        )}
      </div>
      {code !== null && (
        <>
          <Field id={`prove-${siteUrl}`} label={t('prove_article', proofTitle(code))}>
            {(control) => <AddressInput {...control} value={address} onText={setAddress} />}
          </Field>
          <Button busy={busy} onClick={() => look(address.trim())}>
            {t('prove_look')}
          </Button>
          <p>{t('prove_file', PROOF_FILE, code)}</p>
          <Button busy={busy} onClick={() => look(null)}>
            {t('prove_look_file')}
          </Button>
        </>
      )}
      {said !== null && <p role="alert">{said}</p>}
    </section>
  );
}

/** `missing` says what is not there of a look that was not at an article; those words are about articles. */
function sentence({ isProven, isApproved, reason }: Output<'village/prove'>, missing?: string): string {
  if (isProven) return t(isApproved ? 'prove_approved' : 'prove_proven');
  if (missing !== undefined && (reason === 'page_gone' || reason === 'code_missing')) return missing;
  const key = `prove_${reason}`;
  return hasWord(key) ? t(key) : (linkReasonText(reason) ?? t('prove_code_missing'));
}
