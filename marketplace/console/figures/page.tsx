import { number, rupiah } from '#contract/format.ts';
import { FormToken, renderConsole } from '#marketplace/console/Frame.tsx';
import { type ConsoleRequest, consolePage } from '#marketplace/console/page.ts';
import { villageOf } from '#marketplace/console/village.ts';
import { type Figures, lastMonths, sumOf, type VillageMonth, villageMonths } from '#marketplace/figures/months.ts';
import { link } from '#marketplace/web/view.ts';
import { FIGURES, type FiguresWords } from '#marketplace/words/index.ts';
import { Bars } from './Bars.tsx';
import { monthName } from './texts.ts';

/** So many months stand beside each other: a whole year, so that a season is seen. */
export const MONTHS = 12;

/** What is drawn and in which order. */
const DRAWN = ['listings', 'views', 'inquiries', 'answeredInTime', 'deals', 'value'] as const;

/** The figures of all villages, or with `?desa=` of one. */
export const figures = consolePage(async (r) => {
  const { deps, view, query } = r;
  const t = FIGURES[view.locale];
  const months = lastMonths(deps.now(), MONTHS);
  const slug = query('desa');
  const village = slug === '' ? null : await villageOf(deps, slug);
  const { rows, viewsFrom } = await villageMonths(deps, months, village?.id ?? null);
  const knowsViews = (month: string) => viewsFrom !== null && month >= viewsFrom;
  const byMonth = months.map((month) => ({
    month,
    ...sumOf(
      rows.filter((row) => row.month === month),
      knowsViews(month),
    ),
  }));
  const title = village === null ? t('title') : t('titleOf', village.name);
  return renderConsole(
    r,
    { title, current: '/pengelola/angka' },
    <>
      {village !== null && <a href={link(view, '/pengelola/angka')}>{t('allVillages')}</a>}
      <p class="hint">{t('lead')}</p>
      <div class="bars-all">
        {DRAWN.map((key) => (
          <Bars
            key={key}
            title={t(key)}
            topText={(top) => valueText(r, key, top)}
            bars={byMonth.map((figures) => ({
              label: monthName(figures.month, view.locale).slice(0, 3),
              value: figures[key],
              said: `${monthName(figures.month, view.locale)}: ${valueText(r, key, figures[key])}`,
            }))}
          />
        ))}
      </div>
      <h2>{t('byMonth')}</h2>
      <FiguresTable
        r={r}
        t={t}
        first={t('month')}
        rows={byMonth.toReversed().map((of) => ({ name: monthName(of.month, view.locale), of }))}
      />
      {village === null && <ByVillage r={r} t={t} rows={rows} viewsFrom={viewsFrom} />}
      <Downloads r={r} t={t} slug={village?.slug ?? null} />
    </>,
  );
});

function valueText({ view }: ConsoleRequest, key: keyof Figures, value: number | null): string {
  if (value === null) return '–';
  return key === 'value' ? rupiah(value, view.locale) : number(value, view.locale);
}

/** A village with what happened in these months, those with the most questions first. */
function ByVillage(props: { r: ConsoleRequest; t: FiguresWords; rows: VillageMonth[]; viewsFrom: string | null }) {
  const { r, t, rows, viewsFrom } = props;
  const villages = [...Map.groupBy(rows, ({ villageId }) => villageId).values()].map((of) => ({
    of: sumOf(of, viewsFrom !== null),
    ...pick(of),
  }));
  const sorted = villages.toSorted((a, b) => b.of.inquiries - a.of.inquiries || a.name.localeCompare(b.name));
  if (sorted.length === 0) return <p>{t('nothing')}</p>;
  return (
    <>
      <h2>{t('byVillage')}</h2>
      {viewsFrom !== null && <p class="hint">{t('viewsSince', monthName(viewsFrom, r.view.locale))}</p>}
      <FiguresTable
        r={r}
        t={t}
        first={t('village')}
        rows={sorted
          .slice(0, VILLAGES)
          .map(({ name, slug, of }) => ({ name, href: link(r.view, '/pengelola/angka', { desa: slug }), of }))}
      />
      {sorted.length > VILLAGES && <p class="hint">{t('moreVillages', sorted.length - VILLAGES)}</p>}
    </>
  );
}

/** More rows than this are read in the downloaded table. */
const VILLAGES = 200;
const pick = ([first]: VillageMonth[]) => ({ name: first?.name ?? '', slug: first?.slug ?? '' });

function FiguresTable(props: {
  r: ConsoleRequest;
  t: FiguresWords;
  first: string;
  rows: { name: string; href?: string; of: Figures }[];
}) {
  const { r, t, first, rows } = props;
  return (
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {DRAWN.map((key) => (
            <th class="number" scope="col" key={key}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, href, of }) => (
          <tr key={href ?? name}>
            <td data-label={first}>{href === undefined ? <b>{name}</b> : <a href={href}>{name}</a>}</td>
            {DRAWN.map((key) => (
              <td class="number" data-label={t(key)} key={key}>
                {valueText(r, key, of[key])}
                {key === 'answeredInTime' && of.answerable > 0 && <small> {t('outOf', of.answerable)}</small>}
                {key === 'answeredInTime' && of.open > 0 && <small> {t('open', of.open)}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A download leaves the console, so it is a form, which the log holds. */
function Downloads({ r, t, slug }: { r: ConsoleRequest; t: FiguresWords; slug: string | null }) {
  if (r.operator.role !== 'operator') return null;
  return (
    <section class="stack">
      <h2>{t('download')}</h2>
      <p class="hint">{t('downloadText')}</p>
      <div class="console-buttons">
        {(['csv', 'xlsx'] as const).map((kind) => (
          <form method="post" action={link(r.view, '/pengelola/angka/unduh')} key={kind}>
            <FormToken r={r} />
            <input type="hidden" name="jenis" value={kind} />
            {slug !== null && <input type="hidden" name="desa" value={slug} />}
            <button class="btn" type="submit">
              {t(`download_${kind}`)}
            </button>
          </form>
        ))}
      </div>
    </section>
  );
}
