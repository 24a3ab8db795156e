import type { AdminWords } from '#marketplace/words/index.ts';
import type { RowResult } from './importProfiles.ts';
import type { ProfileTable } from './profileTable.ts';

/** A terminal that is read by a person: what is more is only counted. */
const LINES_MAX = 200;

/** What became of each row that changed something, kept a village's own word or could not be taken, and the sums. */
export function printImport(
  { unknown }: Pick<ProfileTable, 'unknown'>,
  results: readonly RowResult[],
  { isDryRun, t }: { isDryRun: boolean; t: AdminWords },
): string {
  const names = (members: readonly string[]) => members.map((name) => t(`column_${name}` as 'column_about')).join(', ');
  const lines = results.flatMap((row) => {
    if (!('problem' in row)) {
      return [
        ...(row.changed.length > 0 ? [t('rowChanged', row.line, row.village, names(row.changed))] : []),
        ...(row.kept.length > 0 ? [t('rowKept', row.line, row.village, names(row.kept))] : []),
      ];
    }
    return row.problem === 'unknown'
      ? [t('rowUnknown', row.line, row.named)]
      : [t('rowWrong', row.line, names(row.columns))];
  });
  const changed = results.filter((row) => 'changed' in row && row.changed.length > 0).length;
  const wrong = results.filter((row) => 'problem' in row).length;
  return [
    ...(unknown.length > 0 ? [t('columnsUnknown', unknown.join(', '))] : []),
    ...lines.slice(0, LINES_MAX),
    ...(lines.length > LINES_MAX ? [t('linesMore', lines.length - LINES_MAX)] : []),
    t(isDryRun ? 'wouldImport' : 'imported', changed, wrong),
  ].join('\n');
}
