import { REPORT_REASONS, type ReportReason } from '#contract/report.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { REPORT } from '#marketplace/words/index.ts';

/**
 * A report of a product or a village: one reason, and a few words if wanted. When the form came back, it holds what was typed and
 * chosen, and `notice` says what to do.
 */
export function renderReport(
  view: View,
  subject: { name: string; path: string },
  typed: { reason: ReportReason | null; text: string; notice: string | null },
): string {
  const { t } = view;
  const { name, path } = subject;
  const title = path.startsWith('/p/') ? t('reportTitle') : REPORT[view.locale]('villageTitle');
  return renderPage(
    view,
    { title, canonical: null },
    <section class="block narrow">
      <h1>{title}</h1>
      <p>{t('reportLead', name)}</p>
      <p class="soft">{REPORT[view.locale]('who')}</p>
      <form method="post" action={link(view, `${path}/lapor`)} class="stack card pad">
        <fieldset class="offer" {...(typed.notice && { 'aria-describedby': 'ket-alasan' })}>
          <legend class="visually-hidden">{title}</legend>
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
      <p class="fine">
        <a href={link(view, path)}>{name}</a>
      </p>
    </section>,
  );
}
