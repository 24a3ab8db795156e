import { availableParallelism, loadavg } from 'node:os';
import type { Bench, Line } from './bench/measure.ts';
import { panel } from './bench/panel.ts';
import { photo } from './bench/photo.ts';
import { poll } from './bench/poll.ts';
import { popup } from './bench/popup.ts';
import { productPage } from './bench/productPage.ts';
import { publish } from './bench/publish.ts';
import { search } from './bench/search.ts';
import { sizes } from './bench/sizes.ts';

/**
 * `npm run bench [names]`: measures what was promised, everything or only what is named. The figures hold for this
 * machine and for what else it is doing. Ends with 1 when something could not be measured; a figure over its budget
 * only shows in the table.
 */
const BENCHES: Record<string, Bench> = { sizes, productPage, poll, search, panel, popup, publish, photo };

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const lines: Line[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.error(`── ${name}`);
  try {
    const measured = await bench((said) => console.error(`   ${said}`));
    // Each figure is printed at once too, so that a long run that is stopped was not for nothing.
    for (const { what, measured: figure } of measured) console.error(`   ${what}: ${figure}`);
    lines.push(...measured);
  } catch (error) {
    console.error(error);
    lines.push({ what: name, budget: '', measured: 'could not be measured', isOk: false });
    process.exitCode = 1;
  }
}
print(lines);
console.log(
  `\n${loadavg()[1]?.toFixed(1)} busy on ${availableParallelism()} cores (5 minutes' load; above 1 each, times are too long).`,
);
process.exit();

function print(rows: readonly Line[]): void {
  const verdict = ({ isOk }: Line) => (isOk === null ? '' : isOk ? 'ok' : 'over');
  const cells = rows.map((row) => [row.what, row.budget, row.measured, verdict(row)]);
  const table = [['what', 'budget', 'median', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  for (const row of table)
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
}
