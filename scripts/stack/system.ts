import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Chromium builds that can still load an unpacked extension from the command line; branded Chrome stopped that in
 * version 137.
 */
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/homebrew/bin/chromium',
];
const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const first = (paths: (string | undefined)[]) => paths.find((path) => path !== undefined && existsSync(path)) ?? null;

/** True when this process may install Debian packages by itself: root, with apt. */
const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages; their output goes to this process. Throws when apt fails. */
function apt(...packages: string[]): void {
  console.log(`Memasang ${packages.join(', ')} (sekali saja) / installing, once …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status;
  run('update');
  if (run('install', '-y', '--no-install-recommends', ...packages) !== 0) {
    throw new Error(`apt-get could not install ${packages.join(' ')}. Install them by hand and start again.`);
  }
}

/**
 * The path of a Chromium that can load the extension: `CHROMIUM_PATH`, the system's, else Debian's package, else
 * Playwright's own (downloaded on the first run). Throws with what to do when none can be had.
 */
export function needChromium(): string {
  const find = () => first([process.env.CHROMIUM_PATH, ...CHROMIUMS, chromium.executablePath()]);
  const found = find();
  if (found) return found;
  if (mayInstall()) apt('chromium', 'fonts-noto-core');
  else
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
  const now = find();
  if (!now) throw new Error('No Chromium found. Install Chromium, or give its path as CHROMIUM_PATH.');
  return now;
}

/**
 * The path of Firefox, which is installed when this process may do that. Null when there is none: the Firefox suite
 * then says so and does not run.
 */
export function findFirefox(): string | null {
  const find = () => first([process.env.FIREFOX_PATH, ...FIREFOXES]);
  if (!find() && mayInstall()) apt('firefox-esr');
  return find();
}

/**
 * The folder with PostgreSQL's server programs (`initdb`, `postgres`), which are installed when this process may do
 * that; null without them.
 */
export function findPostgresBin(): string | null {
  const find = () => {
    const root = '/usr/lib/postgresql';
    if (!existsSync(root)) return null;
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return first(
      versions.map((version) => join(root, version, 'bin')).filter((bin) => existsSync(join(bin, 'initdb'))),
    );
  };
  if (!find() && mayInstall()) apt('postgresql');
  return find();
}

/** The modules that WordPress on SQLite needs: pictures are made smaller by `gd`. */
const PHP_MODULES = ['pdo_sqlite', 'gd', 'mbstring', 'xml', 'curl'];

/** The path of a PHP on this machine that can run WordPress on SQLite; null without one. */
export function findPhp(): string | null {
  const found = first([process.env.PHP_PATH, '/usr/bin/php', '/usr/local/bin/php', '/opt/homebrew/bin/php']);
  if (found === null) return null;
  const modules = spawnSync(found, ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split(/\s+/);
  return PHP_MODULES.every((name) => modules.includes(name)) ? found : null;
}

/** Like `findPhp`, but installs PHP first when this process may do that. */
export function wantPhp(): string | null {
  if (findPhp() === null && mayInstall()) {
    apt('php-cli', 'php-sqlite3', 'php-gd', 'php-mbstring', 'php-xml', 'php-curl');
  }
  return findPhp();
}

/** The path of a program, from the Debian package of this name when this process may install one. Throws without it. */
export function needProgram(program: string, fromPackage: string): string {
  const find = () => first((process.env.PATH ?? '').split(':').map((folder) => join(folder, program)));
  if (!find() && mayInstall()) apt(fromPackage);
  const found = find();
  if (!found) throw new Error(`${program} was not found. Install the package ${fromPackage}.`);
  return found;
}
