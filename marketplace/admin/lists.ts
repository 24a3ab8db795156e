import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { openReports } from '#marketplace/reports/service.ts';
import { CommandError } from './commandError.ts';
import type { Words } from './words.ts';

type Village = VillageTables['villages'];

export async function villageBySlug(deps: Deps, slug: string, words: Words): Promise<Village> {
  const village = await deps.db.selectFrom('villages').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (!village) throw new CommandError(words.unknownVillage(slug));
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

export async function villageLines(deps: Deps, words: Words): Promise<string> {
  const rows = await deps.db
    .selectFrom('villages as v')
    .leftJoin('listings as l', (join) => join.onRef('l.village_id', '=', 'v.id').on('l.state', '=', 'live'))
    .select(['v.slug', 'v.name', 'v.status', 'v.sites'])
    .select((eb) => eb.fn.count<string>('l.id').as('listings'))
    .groupBy('v.id')
    .orderBy('v.slug')
    .execute();
  if (rows.length === 0) return words.noVillages;
  return columns(
    rows.map((row) => [
      row.slug,
      row.name,
      words.status[row.status],
      words.listings(Number(row.listings)),
      row.sites.join(' '),
    ]),
  );
}

/** In Indonesia's western time, as the operator reads a clock. */
function clock(at: Date | null, words: Words): string {
  if (!at) return words.never;
  return `${at.toLocaleString('sv-SE', { timeZone: 'Asia/Jakarta', dateStyle: 'short', timeStyle: 'short' })} WIB`;
}

export async function deviceLines(deps: Deps, village: Village, words: Words): Promise<string> {
  const rows = await deps.db
    .selectFrom('devices')
    .select(['id', 'name', 'last_seen_at'])
    .where('village_id', '=', village.id)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
  if (rows.length === 0) return words.noDevices;
  return columns(rows.map((row) => [row.id, row.name, clock(row.last_seen_at, words)]));
}

/** What buyers reported and nobody looked at yet: the product, why, how often, and their own words below it. */
export async function reportLines(deps: Deps, words: Words): Promise<string> {
  const reported = await openReports(deps);
  if (reported.length === 0) return words.noReports;
  return reported
    .map(({ listing, village, reports, reasons, words: said }) =>
      [
        `${listing.name}, ${village} (${words.reported(reports)}: ${reasons.map((it) => words.reasons[it]).join(', ')})`,
        `  ${deps.config.baseUrl}/p/${listing.slug}`,
        ...said.map((text) => `  - ${text.replace(/\s+/g, ' ')}`),
      ].join('\n'),
    )
    .join('\n');
}
