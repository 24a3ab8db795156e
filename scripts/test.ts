import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './stack/postgres.ts';
import { findFirefox, findPostgresBin, needChromium } from './stack/system.ts';
import { type Count, readPlaywright, readVitest, run } from './suites.ts';

/**
 * `npm test [words]`: every suite, or only those whose name holds one of the words (`npm test unit`). Each suite runs
 * even when an earlier one failed; the last line adds up all of them.
 */
const results = join('.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const words = process.argv.slice(2);
const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

const total: Count = { passed: 0, failed: 0 };
let broken = false;

/** Runs one suite and adds its counts; a suite that dies without a report, or fails outside a test, counts as one failure. */
async function suite(
  name: string,
  start: (report: string) => Promise<number>,
  read: (json: unknown) => Count,
): Promise<void> {
  if (!wanted(name)) return;
  console.log(`\n── ${name} ──`);
  const report = join(results, `${name.replaceAll(' ', '-')}.json`);
  const code = await start(report);
  let count: Count = { passed: 0, failed: 0 };
  try {
    count = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.error(`${name}: no report was written.`);
  }
  if (code !== 0 && count.failed === 0) count = { ...count, failed: 1 };
  total.passed += count.passed;
  total.failed += count.failed;
}

const vitest = (project: string, env?: NodeJS.ProcessEnv) => (report: string) =>
  run(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
const chromium = needChromium();
const browserSuites = ['e2e chromium', 'e2e firefox'].some(wanted);
const firefox = wanted('e2e firefox') ? findFirefox() : null;
const postgresBin = wanted('marketplace pglite postgres') ? findPostgresBin() : null;

if (browserSuites) {
  const loopback = { DODOLAN_E2E: '1' };
  const codes = [await run('wxt', ['build'], loopback), await run('wxt', ['build', '-b', 'firefox'], loopback)];
  broken = codes.some((code) => code !== 0);
}
await suite('unit', vitest('unit'), readVitest);
// With PostgreSQL each file runs on both databases.
const postgres = postgresBin === null ? null : await startPostgres();
await suite(
  postgres === null ? 'marketplace pglite' : 'marketplace pglite postgres',
  vitest('marketplace', postgres === null ? {} : { TEST_DATABASE_URL: postgres.url }),
  readVitest,
);
await postgres?.stop();
if (postgres === null && wanted('marketplace'))
  console.log('On PGlite alone: no PostgreSQL server programs on this machine.');

await suite(
  'e2e chromium',
  (report) =>
    run('playwright', ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      CHROMIUM_PATH: chromium,
    }),
  readPlaywright,
);
if (firefox) await suite('e2e firefox', vitest('firefox', { FIREFOX_PATH: firefox }), readVitest);
else if (wanted('e2e firefox')) console.log('\ne2e firefox: left out, no Firefox on this machine.');

if (broken) total.failed += 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
