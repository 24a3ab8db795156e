import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { startStorefront } from './stack/storefront.ts';
import { needChromium } from './stack/system.ts';

/**
 * `npm run lighthouse [address …]`: Lighthouse's four figures (simulated mobile, the median of five runs) of the pages that
 * buyers see most (the search page empty and with words), or of the addresses given, with the bytes of HTML and CSS and the requests beside them. It ends with 1
 * where a page of ours is below the goal. Lighthouse is fetched when it is asked for, because nothing else needs it.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = ['home', 'product', 'village', 'villages', 'search', 'results'] as const;
const GOAL = 95;
const ROUNDS = Number(process.env.LIGHTHOUSE_ROUNDS ?? 5);

const Scored = z.object({ score: z.nullable(z.number()), title: z.string() });
const Report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.nullable(z.number()) })),
  audits: z.catchall(
    z.object({
      'network-requests': z.object({
        details: z.object({ items: z.array(z.object({ transferSize: z.optional(z.number()) })) }),
      }),
    }),
    Scored,
  ),
});
type Report = z.infer<typeof Report>;

const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'dodolan-lighthouse-'));
const market = given.length > 0 ? null : await startStorefront();
let isBelow = false;
try {
  const addresses = market ? PAGES.map((name) => market.url + market.pages[name]) : given;
  const rows: Record<string, Record<string, string | number>> = {};
  for (const [index, address] of addresses.entries())
    rows[market ? (PAGES[index] ?? address) : address] = await judge(address);
  console.table(rows);
  isBelow =
    market !== null &&
    Object.entries(rows).some(([page, row]) => judged(page).some((name) => Number(row[name]) < GOAL));
} finally {
  await market?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(isBelow ? 1 : 0);

/** What was typed is asked not to be indexed, which Lighthouse takes for a fault; the search page itself is indexed. */
function judged(page: string): readonly (typeof CATEGORIES)[number][] {
  return page === 'results' ? CATEGORIES.filter((name) => name !== 'seo') : CATEGORIES;
}

async function judge(address: string): Promise<Record<string, string | number>> {
  const reports: Report[] = [];
  for (let round = 0; round < ROUNDS; round++) reports.push(await patiently(address));
  const scores = CATEGORIES.map((name) => [name, median(reports.map((one) => scoreOf(one, name)))] as const);
  const last = reports.at(-1);
  for (const [name, { score, title }] of Object.entries(last?.audits ?? {}) as [string, z.infer<typeof Scored>][])
    if (score !== null && score !== undefined && score < 0.9)
      console.log(`${new URL(address).pathname}: ${name} ${score} ${title}`);
  const requests = last?.audits['network-requests'].details.items ?? [];
  return {
    ...Object.fromEntries(scores),
    'HTML+CSS, B': gzipSync(await (await fetch(address)).text()).length,
    requests: requests.length,
    'sent, kB': Math.round(requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1000),
  };
}

function scoreOf(report: Report, name: (typeof CATEGORIES)[number]): number {
  return Math.round((report.categories[name].score ?? 0) * 100);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Lighthouse itself asks to be run again when the browser has recorded no page load; a second failure is one. */
function patiently(address: string): Promise<Report> {
  return run(address).catch((error: Error) => {
    console.log(`once more: ${error.message.split('\n').at(1) ?? error.message}`);
    return run(address);
  });
}

/** Beside this process and not in its place, because the marketplace answers from here. */
async function run(address: string): Promise<Report> {
  const path = join(folder, 'report.json');
  const options = [
    '--output=json',
    `--output-path=${path}`,
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  const env = { ...process.env, CHROME_PATH: needChromium() };
  const isWindows = process.platform === 'win32';
  await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, address, ...options], { env, shell: isWindows });
  return Report.parse(JSON.parse(readFileSync(path, 'utf8')));
}
