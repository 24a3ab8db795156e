import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Inquiry } from '#contract';
import { phoneText, readPhone, waLink } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import { buyerText, producerText } from '#utils/inquiries/whatsapp.ts';
import type { Output } from '#utils/messages.ts';

interface Props {
  inquiry: Inquiry;
  villageName: string;
  onReport: () => void;
}

/** What leads out of the thread: forward it to the producer, see the buyer's number after a tap, report the buyer. */
export function ThreadTools({ inquiry, villageName, onReport }: Props) {
  const background = useBackground();
  const [producer, setProducer] = useState<Output<'listing/producer'>>(null);
  const [phone, setPhone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // Without the producer's number, WhatsApp asks to whom the message goes: one tap more, but the person can still go
    // on.
    background.send('listing/producer', { id: inquiry.listing.id }).then(setProducer, () => undefined);
  }, [background, inquiry.listing.id]);

  const reveal = async () => {
    setBusy(true);
    try {
      const answer = await background.send('inquiry/phone', { id: inquiry.id });
      setPhone(answer.phone);
      setProblem(answer.phone === null ? t('phone_none') : null);
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  const producerPhone = producer === null ? null : readPhone(producer.phone);
  const buyerPhone = phone === null ? null : readPhone(phone);

  return (
    <div class="tools">
      <a
        class="btn tool tool-forward"
        href={waLink(producerPhone, producerText(inquiry, buyerPhone))}
        target="_blank"
        rel="noreferrer"
      >
        {producer === null ? t('forward') : t('forward_to', producer.name)}
      </a>
      {buyerPhone !== null ? (
        <a class="btn tool" href={waLink(buyerPhone, buyerText(inquiry, villageName))} target="_blank" rel="noreferrer">
          {t('phone_whatsapp', phoneText(buyerPhone))}
        </a>
      ) : (
        inquiry.buyer.phoneMasked !== null && (
          <Button class="tool" busy={busy} title={inquiry.buyer.phoneMasked} onClick={() => void reveal()}>
            {t('phone_show')}
          </Button>
        )
      )}
      {!inquiry.flagged && (
        <Button class="tool tool-flag" look="danger" aria-label={t('report')} title={t('report')} onClick={onReport}>
          <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
            <path d="M4 19V2h11l-2 4 2 4H4" fill="none" stroke="currentColor" stroke-width="2" />
          </svg>
        </Button>
      )}
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
