import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findFirefox, needChromium } from './stack/system.ts';
import { run, runSuite, vitestArgs } from './suites.ts';

/**
 * `npm run test:long [words]`: runs what is too heavy for every run, all suites or those whose name holds one of the
 * words. Ends with a table of the suites: what passed and failed in each, and how long it took. A new suite is one more
 * entry in SUITES.
 */
interface Suite {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/** Journeys under `tests/long`, by the name of their file. */
const journeys = (name: string, file: string): Suite => ({
  name,
  command: 'playwright',
  args: ['test', '--config', 'tests/long/playwright.config.ts', '--reporter=list,./scripts/playwrightReport.ts', file],
});

/** The files in which every run tries a part of the variants (`tests/support/variants.ts`). */
const VARIED = ['suite.test', 'shopSuite', 'changeFaults', 'changePairs', 'learned/pairs', 'everyPair', 'uploads'];

const SUITES: Suite[] = [
  {
    name: 'sites: every village site that is shown once, in Chromium',
    command: 'playwright',
    args: ['test', '--grep=@long', '--reporter=list,./scripts/playwrightReport.ts'],
  },
  journeys('releases: old and new, extension and marketplace', 'releases.spec.ts'),
  journeys("presses: the browser's own menu and toolbar, by hand", 'realPress.spec.ts'),
  {
    name: 'archives: what Mozilla and a server get, installed from the lock',
    command: 'vitest',
    args: [...vitestArgs('long'), 'sources', 'image'],
  },
  {
    name: 'search: a second market, judged by somebody else',
    command: 'vitest',
    args: [...vitestArgs('long'), 'long/search'],
  },
  {
    name: "wordpress: on PHP in WebAssembly and on the machine's own",
    command: 'vitest',
    args: [...vitestArgs('long'), 'wordpress'],
  },
  {
    name: 'firefox: every village site and every trick of a page, in Firefox',
    command: 'vitest',
    args: [...vitestArgs('firefox'), 'firefox/learned', 'firefox/hostilePage'],
    env: { DODOLAN_EVERY_VARIANT: '1' },
  },
  {
    name: 'bad input: each hostile text in each field of every form',
    command: 'vitest',
    args: [...vitestArgs('marketplace'), 'badInput'],
    env: { DODOLAN_EVERY_VARIANT: '1' },
  },
  {
    name: 'variants: each fault at each request of every CMS, each pair of traits of a village site',
    command: 'vitest',
    args: [...vitestArgs('unit'), ...VARIED],
    env: { DODOLAN_EVERY_VARIANT: '1' },
  },
];

// The path is absolute, because Playwright takes a relative one as beside its own configuration.
const results = resolve('.cache', 'results-long');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const words = process.argv.slice(2);
const firefox = findFirefox();
const wanted = SUITES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  // As in `npm test`: without a Firefox its suite is left out, and that is said.
  .filter(({ name }) => firefox !== null || !name.startsWith('firefox'));
if (firefox === null) console.log('Firefox: left out, there is none on this machine.');

const chromium = needChromium();
const rows: { suite: string; passed: number; failed: number; minutes: string }[] = [];
const failures: string[] = [];
for (const browser of ['chrome', 'firefox'])
  if ((await run('wxt', ['build', '-b', browser], { DODOLAN_E2E: '1' })) !== 0)
    failures.push(`build for ${browser}: failed`);
for (const [index, { name, command, args, env }] of wanted.entries()) {
  console.log(`\n── ${name} ──`);
  const began = Date.now();
  const result = await runSuite(join(results, `${index}.json`), command, args, {
    ...{ ...env, CHROMIUM_PATH: chromium },
    ...(firefox && { FIREFOX_PATH: firefox }),
  });
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  rows.push({ suite: name, passed: result.passed, failed: result.failures.length, minutes });
  failures.push(...result.failures.map((failure) => `${name}: ${failure}`));
}

console.log();
console.table(rows);
if (failures.length > 0) console.log(`Failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
