import { useKeys } from '#components/background/useKeys.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Terms } from '#contract';
import { durationText, number, termsText } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { lastCounter, openOffer, suggestCounter, typedTerms } from '#utils/inquiries/counter.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import { shortWib } from '#utils/inquiries/time.ts';
import { CounterForm } from './CounterForm.tsx';
import { receiptAddress } from './receiptAddress.ts';

export interface OfferActions {
  onAccept: () => void;
  onDecline: () => void;
  onCounter: (terms: Terms) => void;
  onFulfil: () => void;
  onCancel: () => void;
}

interface Props extends OfferActions {
  thread: Thread;
  now: number;
  /** The counter that is being typed: empty when there is none, null while the stored one is being read. */
  counter: string | null;
  onCounterText: (text: string) => void;
}

/** The terms on the table and what can be done with them, each by one click or one key. */
export function OfferPanel({ thread, now, counter, onCounterText, ...actions }: Props) {
  const { inquiry } = thread;
  const startCounter = () => onCounterText(typedTerms(suggestCounter(inquiry)));
  const offer = openOffer(inquiry);
  const isAnswered = thread.owed.some(
    (row) => row.reason !== 'conflict' && row.reason !== 'rejected' && row.message.kind !== 'reply',
  );
  const isOffered = offer !== null && !isAnswered;
  const isDeal = inquiry.state === 'deal' && !isAnswered;
  const canCounter =
    (isOffered || (inquiry.state === 'countered' && !isAnswered)) && (lastCounter(inquiry)?.price ?? 101) > 100;
  useKeys({
    [t('key_accept')]: () => (isOffered ? actions.onAccept() : false),
    [t('key_counter')]: () => (canCounter && counter === '' ? startCounter() : false),
    [t('key_decline')]: () => (isOffered ? actions.onDecline() : false),
    [t('key_fulfil')]: () => (isDeal ? actions.onFulfil() : false),
  });
  if (inquiry.terms === null) return null;

  return (
    <section class="offer" aria-label={t('offer_title')}>
      <p class="offer-terms">{termsText(inquiry.terms, inquiry.listing, locale())}</p>
      <p class="soft">{isAnswered ? t('offer_answered') : situation(thread, now)}</p>
      {counter && canCounter ? (
        <CounterForm
          inquiry={inquiry}
          text={counter}
          onText={onCounterText}
          onCancel={() => onCounterText('')}
          onSend={actions.onCounter}
        />
      ) : (
        <div class="offer-actions">
          {isOffered && (
            <Button look="primary" onClick={actions.onAccept}>
              {t('offer_accept')} <kbd>{t('key_accept').toUpperCase()}</kbd>
            </Button>
          )}
          {canCounter && (
            <Button onClick={startCounter}>
              {t(isOffered ? 'offer_counter' : 'offer_lower')} <kbd>{t('key_counter').toUpperCase()}</kbd>
            </Button>
          )}
          {isOffered && (
            <Button look="danger" onClick={actions.onDecline}>
              {t('offer_decline')} <kbd>{t('key_decline').toUpperCase()}</kbd>
            </Button>
          )}
          {isDeal && (
            <>
              <Button look="primary" onClick={actions.onFulfil}>
                {t('deal_fulfil')} <kbd>{t('key_fulfil').toUpperCase()}</kbd>
              </Button>
              <Button look="quiet" onClick={actions.onCancel}>
                {t('deal_cancel')}
              </Button>
            </>
          )}
          {(inquiry.state === 'deal' || inquiry.state === 'fulfilled') && (
            <a class="btn btn-quiet" href={receiptAddress(inquiry.id)} target="_blank" rel="noopener">
              {t('receipt_open')}
            </a>
          )}
        </div>
      )}
    </section>
  );
}

/** One sentence under the terms: who has to answer, until when, and how far the price is from the list price. */
function situation({ inquiry }: Thread, now: number): string {
  const { state, terms, expiresAt, listing } = inquiry;
  if (state === 'deal') return t('deal_not_paid');
  const percent = terms === null ? 0 : Math.round((1 - terms.price / listing.price) * 100);
  const below = percent > 0 ? t('offer_below_list', number(percent, locale())) : t('offer_at_list');
  if (expiresAt === null) return below;
  const left = Date.parse(expiresAt) - now;
  const time =
    left <= 0 ? t('time_over') : t('offer_until', durationText(left, locale()), shortWib(expiresAt, locale()));
  return state === 'countered' ? `${t('offer_waits_buyer')} ${time}` : `${below} ${time}`;
}
