import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { needChromium } from './stack/system.ts';
import { type Count, readPlaywright, readVitest, run } from './suites.ts';

/**
 * `npm run test:long [words]`: what is too heavy for every run. Ends with a table of the suites (all, or those whose name
 * holds one of the words), what passed and failed in each, and how long it took. A new suite is one more entry in SUITES.
 */
interface Suite {
  name: string;
  command: string;
  /** `report`: where the JSON report is to be written. */
  args(report: string): string[];
  read(json: unknown): Count;
}

/** Journeys under `tests/long`, by the name of their file. */
const journeys = (name: string, file: string): Suite => ({
  name,
  command: 'playwright',
  // Playwright takes the report's place from the environment.
  args: () => ['test', '--config', 'tests/long/playwright.config.ts', '--reporter=list,json', file],
  read: readPlaywright,
});

const SUITES: Suite[] = [
  journeys('releases: old and new, extension and marketplace', 'releases.spec.ts'),
  {
    name: 'archives: what Mozilla and a server get, installed from the lock',
    command: 'vitest',
    args: (report) => [
      'run',
      '--project',
      'long',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    read: readVitest,
  },
];

// Playwright takes a relative one as beside its own configuration.
const results = resolve('.cache', 'results-long');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const words = process.argv.slice(2);
const wanted = SUITES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

const chromium = needChromium();
const rows: { suite: string; passed: number; failed: number; minutes: string }[] = [];
if ((await run('wxt', ['build'], { DODOLAN_E2E: '1' })) !== 0)
  rows.push({ suite: 'build', passed: 0, failed: 1, minutes: '' });
for (const [index, { name, command, args, read }] of wanted.entries()) {
  console.log(`\n── ${name} ──`);
  const report = join(results, `${index}.json`);
  const began = Date.now();
  const code = await run(command, args(report), { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM_PATH: chromium });
  const { passed, failed } = counted(report, read);
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  // A suite that ends badly without a failed test is a failure all the same.
  rows.push({ suite: name, passed, failed: code === 0 ? failed : Math.max(1, failed), minutes });
}

console.log();
console.table(rows);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function counted(report: string, read: Suite['read']): Count {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error('No report was written.');
    return { passed: 0, failed: 0 };
  }
}
