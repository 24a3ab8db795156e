import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { openReports } from '#marketplace/reports/service.ts';
import type { AdminWords } from '#marketplace/words/index.ts';
import { CommandError } from './commandError.ts';

type Village = VillageTables['villages'];

export async function villageBySlug(deps: Deps, slug: string, t: AdminWords): Promise<Village> {
  const village = await deps.db.selectFrom('villages').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (!village) throw new CommandError(t('unknownVillage', slug));
  return village;
}

/** Columns side by side, each as wide as its widest cell. */
function columns(rows: string[][]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export async function villageLines(deps: Deps, t: AdminWords): Promise<string> {
  const rows = await deps.db
    .selectFrom('villages as v')
    .leftJoin('listings as l', (join) => join.onRef('l.village_id', '=', 'v.id').on('l.state', '=', 'live'))
    .select(['v.slug', 'v.name', 'v.status', 'v.sites'])
    .select((eb) => eb.fn.count<string>('l.id').as('listings'))
    .groupBy('v.id')
    .orderBy('v.slug')
    .execute();
  if (rows.length === 0) return t('noVillages');
  return columns(
    rows.map((row) => [
      row.slug,
      row.name,
      t(`status_${row.status}`),
      t('listings', Number(row.listings)),
      row.sites.join(' '),
    ]),
  );
}

/** In Indonesia's western time, as the operator reads a clock. */
function clock(at: Date | null, t: AdminWords): string {
  if (!at) return t('never');
  return `${at.toLocaleString('sv-SE', { timeZone: 'Asia/Jakarta', dateStyle: 'short', timeStyle: 'short' })} WIB`;
}

export async function deviceLines(deps: Deps, village: Village, t: AdminWords): Promise<string> {
  const rows = await deps.db
    .selectFrom('devices')
    .select(['id', 'name', 'last_seen_at'])
    .where('village_id', '=', village.id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  if (rows.length === 0) return t('noDevices');
  return columns(rows.map((row) => [row.id, row.name, clock(row.last_seen_at, t)]));
}

/** What buyers reported and nobody looked at yet: the product, why, how often, and their own words below it. */
export async function reportLines(deps: Deps, t: AdminWords): Promise<string> {
  const reported = await openReports(deps);
  if (reported.length === 0) return t('noReports');
  return reported
    .map(({ listing, village, reports, reasons, words: said }) =>
      [
        `${listing.name}, ${village} (${t('reported', reports)}: ${reasons.map((it) => t(`reason_${it}`)).join(', ')})`,
        `  ${deps.config.baseUrl}/p/${listing.slug}`,
        ...said.map((text) => `  - ${text.replace(/\s+/g, ' ')}`),
      ].join('\n'),
    )
    .join('\n');
}
