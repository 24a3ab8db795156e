import type { Db } from '#marketplace/db/open.ts';
import type { OwnWord } from '#marketplace/db/tables/profiles.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { refreshSearchText } from '#marketplace/listings/searchText.ts';
import { placeOf, storedProfile, writeProfile } from '#marketplace/villages/profile.ts';
import type { ProfileTable, TableRow } from './profileTable.ts';

type Member = Exclude<OwnWord, 'photo'>;

/** What became of one row. */
export type RowResult = { line: number } & (
  | { village: string; changed: Member[]; kept: Member[] }
  | { problem: 'unknown'; named: string }
  | { problem: 'wrong'; columns: string[] }
);

/**
 * Writes the rows of an operator's table, each by itself, and answers what became of them. What a village has said
 * itself stays, also where it took something away. With `isDryRun` nothing is written, and the answer is the same.
 */
export async function importProfiles(
  deps: Deps,
  { rows }: ProfileTable,
  { isDryRun }: { isDryRun: boolean },
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    if (row.wrong.length > 0) results.push({ line: row.line, problem: 'wrong', columns: row.wrong });
    else results.push(await deps.db.transaction().execute((trx) => importRow(trx, row, isDryRun)));
  }
  return results;
}

async function importRow(trx: Db, row: TableRow, isDryRun: boolean): Promise<RowResult> {
  const { line, code, slug, said } = row;
  const village = await villageOf(trx, row);
  if (village === undefined) return { line, problem: 'unknown', named: code ?? slug ?? '' };
  const stored = await storedProfile(trx, village.id);
  const known = { ...stored, ...village, place: stored ? placeOf(stored) : null };
  const named = (Object.keys(said) as Member[]).filter((name) => !isSame(said[name], known[name] ?? null));
  const kept = named.filter((name) => stored?.own_words.includes(name));
  const changed = named.filter((name) => !kept.includes(name));
  const result = { line, village: village.slug, changed, kept };
  if (isDryRun || changed.length === 0) return result;
  const { district, regency, place, ...texts } = Object.fromEntries(
    changed.map((name) => [name, said[name]]),
  ) as TableRow['said'];
  if (district !== undefined || regency !== undefined) {
    const to = { district: district ?? village.district, regency: regency ?? village.regency };
    await trx.updateTable('villages').set(to).where('id', '=', village.id).execute();
    if (district !== undefined) await refreshSearchText(trx, { ...village, ...to });
  }
  const columns = { ...texts, ...(place && { lat: place.lat, lng: place.lng }) };
  if (Object.keys(columns).length > 0) await writeProfile(trx, village.id, columns, []);
  return result;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Locked, so that what its device says at the same moment comes before or after. The code decides before the name. */
function villageOf(trx: Db, { code, slug }: TableRow): Promise<VillageTables['villages'] | undefined> {
  const [column, value] = code === null ? (['slug', slug ?? ''] as const) : (['code', code] as const);
  return trx.selectFrom('villages').selectAll().where(column, '=', value).orderBy('id').forUpdate().executeTakeFirst();
}
