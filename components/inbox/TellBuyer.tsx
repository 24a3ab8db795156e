import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Inquiry } from '#contract';
import { phoneText, readPhone, waLink } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import { answeredText } from '#utils/inquiries/whatsapp.ts';

/** Whether the village has had the last word, and the buyer left a number: then the buyer may not know of it yet. */
export function canTell({ buyer, events, flagged }: Inquiry): boolean {
  const last = events.findLast(({ by }) => by !== 'system');
  return buyer.phoneMasked !== null && !flagged && last?.by === 'village' && last.kind !== 'reported';
}

/**
 * "Kabari lewat WhatsApp", for a buyer who left only a number. The number is asked for by this press and counted, as
 * everywhere. The text names no link: the buyer's page has a secret address, which the village does not know.
 */
export function TellBuyer({ inquiry, villageName }: { inquiry: Inquiry; villageName: string }) {
  const { send } = useBackground();
  const [phone, setPhone] = useState<string | null>(null);
  const [text, setText] = useState(() => answeredText(inquiry, villageName));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await send('inquiry/phone', { id: inquiry.id });
      const read = answer.phone === null ? null : readPhone(answer.phone);
      setPhone(read);
      if (read === null) setProblem(t('phone_none'));
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  return (
    <div class="tell stack-small">
      {phone === null ? (
        <Button busy={busy} onClick={() => void reveal()}>
          {t('tell_whatsapp')}
        </Button>
      ) : (
        <>
          <Field id={`tell-${inquiry.id}`} label={t('tell_text', phoneText(phone))}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={500}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <a class="btn btn-primary" href={waLink(phone, text)} target="_blank" rel="noreferrer">
            {t('tell_open')}
          </a>
        </>
      )}
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
