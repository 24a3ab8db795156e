import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './stack/postgres.ts';
import { findFirefox, findPostgresBin, needChromium, wantPhp } from './stack/system.ts';
import { run, runSuite, vitestArgs } from './suites.ts';

/**
 * `npm test [words]`: every suite, or only those whose name holds one of the words (`npm test unit`). Each suite runs
 * even when an earlier one failed; the end names each failure, and the last line adds up all of them.
 */
const results = join('.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const words = process.argv.slice(2);
const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

const total = { passed: 0, failed: 0 };
const failures: string[] = [];

/** Runs one suite and adds what its report says; a suite that ends badly without saying why counts as one failure. */
async function suite(name: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  if (!wanted(name)) return;
  console.log(`\n── ${name} ──`);
  const report = join(results, `${name.replaceAll(' ', '-')}.json`);
  const result = await runSuite(report, command, args, env);
  total.passed += result.passed;
  fail(...result.failures.map((failure) => `${name}: ${failure}`));
}

function fail(...named: string[]): void {
  total.failed += named.length;
  failures.push(...named);
}

const vitest = (name: string, project: string, env?: NodeJS.ProcessEnv) =>
  suite(name, 'vitest', vitestArgs(project), env);

const chromium = needChromium();
const browserSuites = ['e2e chromium', 'e2e firefox', 'juguran'].some(wanted);
const firefox = wanted('e2e firefox') ? findFirefox() : null;
if (browserSuites && wantPhp() === null) console.log('WordPress on PHP in WebAssembly: no PHP on this machine.');
const postgresBin = wanted('marketplace pglite postgres') ? findPostgresBin() : null;

if (browserSuites) {
  const loopback = { DODOLAN_E2E: '1' };
  for (const browser of ['chrome', 'firefox']) {
    if ((await run('wxt', ['build', '-b', browser], loopback)) !== 0) fail(`build for ${browser}: failed, see above`);
  }
}
await vitest('unit', 'unit');
// With PostgreSQL each file runs on both databases.
const postgres = postgresBin === null ? null : await startPostgres();
await vitest(
  postgres === null ? 'marketplace pglite' : 'marketplace pglite postgres',
  'marketplace',
  postgres === null ? {} : { TEST_DATABASE_URL: postgres.url },
);
await postgres?.stop();
if (postgres === null && wanted('marketplace'))
  console.log('On PGlite alone: no PostgreSQL server programs on this machine.');

await suite(
  'e2e chromium',
  'playwright',
  ['test', '--grep-invert=@long', '--reporter=list,./scripts/playwrightReport.ts'],
  {
    CHROMIUM_PATH: chromium,
  },
);
// Three villages of the evening that `npm run juguran` plays with twelve.
await suite('juguran', 'tsx', ['scripts/juguran.ts', '3', '--built'], { CHROMIUM_PATH: chromium });
if (firefox) await vitest('e2e firefox', 'firefox', { FIREFOX_PATH: firefox });
else if (wanted('e2e firefox')) console.log('\ne2e firefox: left out, no Firefox on this machine.');

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
