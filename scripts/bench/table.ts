import type { Row } from './measure.ts';

const HEAD = ['what', 'figure', 'floor', 'ratio', 'budget (told)', ''];

/** The rows as one table in aligned columns. */
export function tableText(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, floor, ratio, budget, verdict }) => [
    ...[what, figure, floor, ratio, budget],
    verdict === 'told' ? '' : verdict,
  ]);
  const table = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const aligned = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  return table.map((row) => `| ${aligned(row)} |`).join('\n');
}

/** What is over its budget and what could not be judged, by name; and the command's exit code: 0 is for neither. */
export function conclusion(rows: readonly Row[]): { lines: string[]; code: 0 | 1 } {
  const named = (verdict: Row['verdict'], lead: string) =>
    rows.filter((row) => row.verdict === verdict).map((row) => `${lead}: ${row.what}: ${row.ratio || row.figure}`);
  const bad = [...named('over', 'over its budget'), ...named('could not look', 'could not look')];
  if (bad.length > 0) return { lines: bad, code: 1 };
  const kept = rows.filter(({ verdict }) => verdict === 'ok').length;
  return { lines: [`${kept} judged, none over its budget`], code: 0 };
}
