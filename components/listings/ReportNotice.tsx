import { useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { VillageTag } from '#components/villages/VillageTag.tsx';
import { dateWib } from '#contract/format.ts';
import { type OpenReports, REPORT_REASONS } from '#contract/report.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';

/** Why, how many and when. Who reported it, nobody is told. */
function Reported({ reports }: { reports: OpenReports }) {
  const known = new Set(reports.reasons.map((reason) => REPORT_REASONS.find((one) => one === reason) ?? 'other'));
  const reasons = [...known].map((reason) => t(`listing_report_${reason}`)).join('; ');
  return (
    <>
      <p>
        <b>{t('listing_reported', reasons)}</b>
      </p>
      <p>{t('listing_reported_by', reports.people, dateWib(reports.latest, locale()))}</p>
    </>
  );
}

/** What buyers reported of a product, and what the village can do about it. */
export function ReportNotice({ listing, onEdit }: { listing: ListingView; onEdit: () => void }) {
  const { reports, state } = listing;
  if (!reports || state === 'draft' || state === 'withdrawn') return null;
  return (
    <div class="why why-waits" role="note">
      <Reported reports={reports} />
      <p>{t('listing_reported_help')}</p>
      <div class="row wrap">
        <Button onClick={onEdit}>{t('listing_edit')}</Button>
      </div>
    </div>
  );
}

/** What buyers reported of the villages themselves; nothing where there is nothing, and where nobody could be asked. */
export function VillageReports() {
  const { value } = useQuery('village/reports', {}, ['connection']);
  return (
    <>
      {(value ?? []).map(({ village, reports }) => (
        <div key={village} class="why why-waits card" role="note">
          <VillageTag village={village} />
          <h2>{t('village_reported')}</h2>
          <Reported reports={reports} />
          <p>{t('village_reported_help')}</p>
        </div>
      ))}
    </>
  );
}
