import type { ComponentChildren } from 'preact';
import type { Receipt } from '#contract';
import { dateTimeWib, rupiah, termsText, unitText } from '#contract/format.ts';
import type { ThreadWords } from '#marketplace/pages/thread/words/index.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';

/** "Sepakat, belum bayar" on paper: header, footer and links are left out by the print style. */
export function renderReceipt(view: View, words: ThreadWords, receipt: Receipt, secret: string): string {
  const meta = { title: `${words.receiptTitle} ${receipt.number}`, canonical: null, hideSearch: true, isThread: true };
  const { village, product, terms } = receipt;
  const place = placeText(view, village);
  return renderPage(
    view,
    meta,
    <article class="receipt card pad">
      <h1>{words.receiptTitle}</h1>
      <p class="terms">{words.receiptStates[receipt.state]}</p>
      <dl class="kept">
        <Line label={words.receiptNumber}>{receipt.number}</Line>
        <Line label={words.receiptDate}>{dateTimeWib(receipt.agreedAt, view.locale)}</Line>
        <Line label={words.receiptSeller}>
          {receipt.producerName}, {village.name}
          {place !== '' && `, ${place}`}
        </Line>
        {receipt.buyerName !== null && <Line label={words.receiptBuyer}>{receipt.buyerName}</Line>}
        <Line label={words.receiptProduct}>
          {product.name}, {unitText(product, view.locale)}
        </Line>
        <Line label={words.quantity}>{termsText(terms, product.unit, view.locale)}</Line>
        <Line label={words.receiptTotal}>
          <b>{rupiah(receipt.total, view.locale)}</b>
        </Line>
      </dl>
      <p>{words.receiptNote}</p>
      <p class="hint no-print">{words.receiptPrint}</p>
      <p class="no-print">
        <a class="btn" href={link(view, `/tanya/${secret}`)}>
          {words.back}
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
