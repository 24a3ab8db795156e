import { consoleForm } from '#marketplace/console/page.ts';
import { villageOf } from '#marketplace/console/village.ts';
import { lastMonths, villageMonths } from '#marketplace/figures/months.ts';
import { csvOf, type Table, xlsxOf } from '#marketplace/figures/table.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { FIGURES } from '#marketplace/words/index.ts';
import { MONTHS } from './page.tsx';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The figures as a file: one line for each village and month. It holds no person, only how many and how much. */
export const figuresFile = consoleForm(
  async ({ deps, view, operator }, form) => {
    const t = FIGURES[view.locale];
    const kind = field(form, 'jenis') === 'xlsx' ? 'xlsx' : 'csv';
    const slug = field(form, 'desa');
    const village = slug === '' ? null : await villageOf(deps, slug);
    const { rows } = await villageMonths(deps, lastMonths(deps.now(), MONTHS), village?.id ?? null);
    const table: Table = {
      columns: [
        ...[t('month'), t('village'), t('address')],
        ...[
          t('listings'),
          t('views'),
          t('inquiries'),
          t('answeredInTime'),
          t('stillOpen'),
          t('deals'),
          t('valueRupiah'),
        ],
      ],
      rows: rows.map((row) => [
        ...[row.month, row.name, `${deps.config.baseUrl}/desa/${row.slug}`, row.listings, row.views],
        ...[row.inquiries, row.answerable, row.answeredInTime, row.open, row.deals, row.value],
      ]),
    };
    await record(deps, operator, {
      action: 'exported',
      subject: village?.name ?? '',
      detail: { kind, rows: table.rows.length },
    });
    const body = kind === 'csv' ? csvOf(table) : await xlsxOf(table);
    const name = `dodolan-${lastMonths(deps.now(), 1)[0]}.${kind}`;
    return new Response(body, {
      headers: {
        'content-type': TYPES[kind],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
  { fresh: true },
);
