import { Button } from '#components/ui/Button.tsx';
import { dateWib } from '#contract/format.ts';
import { REPORT_REASONS } from '#contract/report.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** What buyers reported of a product, and what the village can do about it. Who reported it, nobody is told. */
export function ReportNotice({ listing, onEdit }: { listing: ListingView; onEdit: () => void }) {
  const { reports, state } = listing;
  if (!reports || state === 'draft' || state === 'withdrawn') return null;
  const known = new Set(reports.reasons.map((reason) => REPORT_REASONS.find((one) => one === reason) ?? 'other'));
  const reasons = [...known].map((reason) => t(`listing_report_${reason}`)).join('; ');
  return (
    <div class="why why-waits" role="note">
      <p>
        <b>{t('listing_reported', reasons)}</b>
      </p>
      <p>{t('listing_reported_by', reports.people, dateWib(reports.latest, locale()))}</p>
      <p>{t('listing_reported_help')}</p>
      <div class="row wrap">
        <Button onClick={onEdit}>{t('listing_edit')}</Button>
      </div>
    </div>
  );
}
