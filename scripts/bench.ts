import { availableParallelism, loadavg } from 'node:os';
import { contentScript } from './bench/contentScript.ts';
import type { Bench, Row } from './bench/measure.ts';
import { panel } from './bench/panel.ts';
import { photo } from './bench/photo.ts';
import { poll } from './bench/poll.ts';
import { popup } from './bench/popup.ts';
import { productPage } from './bench/productPage.ts';
import { productRate } from './bench/productRate.ts';
import { publish } from './bench/publish.ts';
import { search } from './bench/search.ts';
import { dropListings } from './bench/seeded.ts';
import { sizes } from './bench/sizes.ts';
import { conclusion, tableText } from './bench/table.ts';
import { waysIn } from './bench/waysIn.ts';

/**
 * `npm run bench [names]`: measures what was promised, all of it or only what is named. Times are of this machine and of
 * what else it is doing, so each is measured in turn with a floor, and their ratio is judged. Ends with 1 when something
 * is over its budget or could not be judged.
 */
const BENCHES: Record<string, Bench> = {
  sizes,
  productPage,
  productRate,
  poll,
  search,
  panel,
  contentScript,
  popup,
  publish,
  waysIn,
  photo,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.error(`── ${name}`);
  try {
    const measured = await bench((said) => console.error(`   ${said}`));
    // At once too: a long run that is stopped has not been for nothing.
    for (const { what, figure, ratio } of measured) console.error(`   ${what}: ${figure} ${ratio}`);
    rows.push(...measured);
  } catch (error) {
    console.error(error);
    const failed = { what: name, figure: 'could not be measured', floor: '', ratio: '', budget: '' };
    rows.push({ ...failed, verdict: 'could not look' });
  }
}
await dropListings();
console.log(tableText(rows));
console.log(
  `\n${loadavg()[1]?.toFixed(1)} busy on ${availableParallelism()} cores (5 minutes' load; above 1 each, times are too long, ratios are not).`,
);
const { lines, code } = conclusion(rows);
for (const line of lines) console.log(line);
process.exit(code);
