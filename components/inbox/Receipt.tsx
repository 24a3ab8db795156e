import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { findVillage } from '#components/villages/villages.ts';
import { receiptNumber } from '#contract';
import { dateTimeWib, rupiah, termsText, unitName } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { deals } from '#utils/inquiries/deals.ts';
import { STATE_WORDS } from './StateChip.tsx';

/**
 * The receipt of a deal, to be printed. It is made from what this device stores, so it prints without a network, and it
 * says what was agreed.
 */
export function Receipt({ inquiryId }: { inquiryId: string }) {
  const { send } = useBackground();
  const inbox = useQuery('inquiry/list', {}, ['inquiries']);
  const villages = useQuery('village/list', {}, ['connection']);
  const [producer, setProducer] = useState<string | null>(null);
  const deal = deals(inbox.value?.inquiries ?? []).find(({ inquiry }) => inquiry.id === inquiryId);
  const listingId = deal?.inquiry.listing.id;
  useEffect(() => {
    if (listingId === undefined) return;
    send('listing/producer', { id: listingId }).then(
      (found) => setProducer(found?.name ?? null),
      () => undefined,
    );
  }, [send, listingId]);

  if (inbox.value === null) return null;
  if (deal === undefined) return <Notice look="warn">{t('receipt_none')}</Notice>;
  const { inquiry, terms, at } = deal;
  const village = findVillage(villages.value ?? [], inquiry.village);
  const seller = [producer, village?.connection.village.name].filter(Boolean).join(', ');
  return (
    <main class="receipt">
      <h1>{t('receipt_title')}</h1>
      <p class="receipt-state">{inquiry.state === 'deal' ? t('receipt_unpaid') : t(STATE_WORDS[inquiry.state])}</p>
      <dl>
        <Line label={t('receipt_number')}>{receiptNumber(inquiry.id)}</Line>
        <Line label={t('receipt_date')}>{dateTimeWib(at, locale())}</Line>
        {seller !== '' && <Line label={t('receipt_seller')}>{seller}</Line>}
        {inquiry.buyer.name !== null && <Line label={t('receipt_buyer')}>{inquiry.buyer.name}</Line>}
        <Line label={t('receipt_product')}>
          {inquiry.listing.name}, {unitName(inquiry.listing, locale())}
        </Line>
        <Line label={t('receipt_terms')}>{termsText(terms, inquiry.listing, locale())}</Line>
        <Line label={t('receipt_total')}>
          <strong>{rupiah(terms.price * terms.quantity, locale())}</strong>
        </Line>
      </dl>
      <p class="soft">{t('receipt_note')}</p>
      <Button look="primary" class="no-print" onClick={() => window.print()}>
        {t('receipt_print')}
      </Button>
    </main>
  );
}

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="receipt-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
