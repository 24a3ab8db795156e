import type { PublicListing } from '#contract';
import { REPORT_REASONS, type ReportReason } from '#marketplace/db/tables/reports.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';

/**
 * "Laporkan produk ini": one reason, and a few words if wanted. When the form came back, it holds what was typed and
 * chosen, and `notice` says what to do.
 */
export function renderReport(
  view: View,
  listing: PublicListing,
  typed: { reason: ReportReason | null; text: string; notice: string | null },
): string {
  const { t } = view;
  const path = `/p/${listing.slug}`;
  return renderPage(
    view,
    { title: t('reportTitle'), canonical: null },
    <section class="block narrow">
      <h1>{t('reportTitle')}</h1>
      <p>{t('reportLead', listing.name)}</p>
      <form method="post" action={link(view, `${path}/lapor`)} class="stack card pad">
        <fieldset class="offer" {...(typed.notice && { 'aria-describedby': 'ket-alasan' })}>
          <legend class="visually-hidden">{t('reportTitle')}</legend>
          {typed.notice && (
            <p class="notice notice-bad" role="alert" id="ket-alasan">
              {typed.notice}
            </p>
          )}
          {REPORT_REASONS.map((reason) => (
            <label class="check" key={reason}>
              <input type="radio" name="reason" value={reason} checked={typed.reason === reason} />
              <span>{t(`reportReason_${reason}`)}</span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="cerita">{t('reportText')}</label>
          <textarea id="cerita" name="text" rows={3} maxLength={500} value={typed.text} />
        </div>
        <button class="btn btn-primary btn-large" type="submit">
          {t('reportSend')}
        </button>
      </form>
      <p>
        <a href={link(view, path)}>{listing.name}</a>
      </p>
    </section>,
  );
}
