import { dateTimeWib } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { findVillage } from '#marketplace/admin/queries.ts';
import { publicSlug } from '#marketplace/listings/slug.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import {
  closeReports,
  closeVillageReports,
  openReports,
  openVillageReports,
  REPORTS_SHOWN,
  type ReportedListing,
} from '#marketplace/reports/service.ts';
import { link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, HideForm, renderDesk } from './desk.tsx';

const PATH = '/pengelola/laporan';

/** What people reported of products and villages, and nobody has looked at. */
export const reports = deskPage(async (r) => {
  const { deps, t, view } = r;
  const most = { limit: REPORTS_SHOWN + 1 };
  const [products, villages] = [await openReports(deps, most), await openVillageReports(deps, most)];
  const hasMore = products.length > REPORTS_SHOWN || villages.length > REPORTS_SHOWN;
  return renderDesk(
    r,
    { title: t('queue_reports'), current: '/pengelola' },
    <>
      {products.length + villages.length === 0 && <p class="notice">{t('reportsNone')}</p>}
      {hasMore && <p class="notice notice-warn">{t('moreThanShown')}</p>}
      <ul class="console-list">
        {villages.slice(0, REPORTS_SHOWN).map((report) => (
          <li class="card pad stack" key={report.village.slug}>
            <p>
              <a href={link(view, `/pengelola/desa/${report.village.slug}`)}>
                <b>{maskPhones(report.village.name)}</b>
              </a>
            </p>
            <Said r={r} report={report} />
            <Action r={r} to={`${PATH}/selesai`} label={t('reportsClose')} fields={{ desa: report.village.slug }} />
          </li>
        ))}
        {products.slice(0, REPORTS_SHOWN).map((report) => (
          <li class="card pad stack" key={report.listing.id}>
            <p>
              <a href={link(view, `/p/${publicSlug(report.listing)}`)}>
                <b>{maskPhones(report.listing.name)}</b>
              </a>
              , {maskPhones(report.village)}
            </p>
            <Said r={r} report={report} />
            <Action r={r} to={`${PATH}/selesai`} label={t('reportsClose')} fields={{ produk: report.listing.id }} />
            <HideForm r={r} product={report.listing} back={PATH} />
          </li>
        ))}
      </ul>
    </>,
  );
});

/** Why and how often; what the reporters wrote is for operators alone. */
function Said({
  r,
  report,
}: {
  r: DeskRequest;
  report: Pick<ReportedListing, 'reports' | 'reasons' | 'words' | 'latest'>;
}) {
  const { t, view } = r;
  return (
    <>
      <p>
        {t('people', report.reports)}: {report.reasons.map((reason) => t(`report_${reason}`)).join(', ')} ·{' '}
        {dateTimeWib(report.latest, view.locale)}
      </p>
      {r.mayAct &&
        report.words.map((words, index) => (
          <blockquote class="desk-words" key={index}>
            {words}
          </blockquote>
        ))}
    </>
  );
}

/** The operator has looked at what was reported of a product or a village. */
export const reportsClosed = deskForm(async (r, form) => {
  const { deps, operator } = r;
  const [product, slug] = [field(form, 'produk'), field(form, 'desa')];
  if (product !== '') {
    if (await closeReports(deps, product))
      await record(deps, operator, { action: 'reports_closed', subject: `/p/${product}` });
    return done(r, 'reports_closed', PATH);
  }
  const village = await findVillage(deps, slug);
  if (village && (await closeVillageReports(deps, village.id)))
    await record(deps, operator, { action: 'reports_closed', subject: village.name });
  return done(r, 'reports_closed', PATH);
});
