import type { ComponentChildren } from 'preact';
import type { Receipt } from '#contract';
import { dateTimeWib, rupiah, termsText, unitText } from '#contract/format.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import type { ThreadWords } from '#marketplace/words/index.ts';

/** "Sepakat, belum bayar" on paper: header, footer and links are left out by the print style. */
export function renderReceipt(view: View, t: ThreadWords, receipt: Receipt, secret: string): string {
  const meta = {
    title: `${t('receiptTitle')} ${receipt.number}`,
    canonical: null,
    hideSearch: true,
    sheets: ['thread'] as const,
  };
  const { village, product, terms } = receipt;
  const place = placeText(view, village);
  return renderPage(
    view,
    meta,
    <article class="receipt card pad">
      <h1>{t('receiptTitle')}</h1>
      <p class="terms">{t(`receiptState_${receipt.state}`)}</p>
      <dl class="kept">
        <Line label={t('receiptNumber')}>{receipt.number}</Line>
        <Line label={t('receiptDate')}>{dateTimeWib(receipt.agreedAt, view.locale)}</Line>
        <Line label={t('receiptSeller')}>
          {receipt.producerName}, {village.name}
          {place !== '' && `, ${place}`}
        </Line>
        {receipt.buyerName !== null && <Line label={t('receiptBuyer')}>{receipt.buyerName}</Line>}
        <Line label={t('receiptProduct')}>
          {product.name}, {unitText(product, view.locale)}
        </Line>
        <Line label={t('receiptQuantity')}>{termsText(terms, product, view.locale)}</Line>
        <Line label={t('receiptTotal')}>
          <b>{rupiah(receipt.total, view.locale)}</b>
        </Line>
      </dl>
      <p>{t('receiptNote')}</p>
      <p class="hint no-print">{t('receiptPrint')}</p>
      <p class="no-print">
        <a class="btn" href={link(view, `/tanya/${secret}`)}>
          {t('back')}
        </a>
      </p>
    </article>,
  );
}

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
