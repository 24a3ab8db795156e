import { existsSync } from 'node:fs';
import { copyFile, cp, link, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** What a test may change while the site runs; switches.php reads it at every request. */
export interface Switches {
  /** WordPress's name of the site language; '' is English. */
  locale: string;
  /** `forbidden` answers as security plugins do (403 JSON); `html` answers as firewalls do (200 and a page). */
  rest: 'open' | 'forbidden' | 'html';
  /** A test raises it by one to end every session given out so far. */
  signOut: number;
  /** A guard in front of the site answers the marketplace's checker with 503, as bot walls do. */
  guarded: boolean;
  /** The site takes no picture, as where a host's limits are too small. */
  noUploads: boolean;
  /** Saving an article takes as long as this stands (at most a minute). */
  slow: boolean;
}

/** The folder of a site: the given one (emptied when it is not to be reused), or a new one under `sites`. */
export async function siteDir(sites: string, dataDir: string | undefined, reuse: boolean): Promise<string> {
  if (dataDir === undefined) {
    await mkdir(sites, { recursive: true });
    await removeOrphans(sites);
    return mkdtemp(join(sites, `${process.pid}-`));
  }
  if (!reuse) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  return dataDir;
}

/** Removes the sites of processes that were killed before they could remove them. */
async function removeOrphans(sites: string): Promise<void> {
  for (const name of await readdir(sites)) {
    if (!isRunning(Number.parseInt(name, 10))) await rm(join(sites, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Makes a site in `dir`: the shared files are linked, and our configuration and switches stand beside them. Files that
 * are there already are kept.
 */
export async function prepareSite(dir: string, files: string, fallbackThemes: string): Promise<void> {
  if (!existsSync(join(dir, 'wp-config.php'))) {
    await linkTree(files, dir);
    if (!(await hasTheme(dir))) await linkTree(fallbackThemes, join(dir, 'wp-content/themes'));
  }
  await mkdir(join(dir, 'wp-content/mu-plugins'), { recursive: true });
  await mkdir(join(dir, 'wp-content/uploads'), { recursive: true });
  await copyFile(join(HERE, 'wp-config.php'), join(dir, 'wp-config.php'));
  // php.ini is copied and not linked, because the runner writes into it while it runs.
  await copyFile(join(HERE, 'php.ini'), join(dir, 'wp-content/php.ini'));
  for (const plugin of ['switches.php', 'witness.php']) {
    await copyFile(join(HERE, plugin), join(dir, 'wp-content/mu-plugins', plugin));
  }
}

export async function writeSwitches(dir: string, switches: Switches): Promise<void> {
  await writeFile(join(dir, 'wp-content/switches.json'), JSON.stringify(switches));
}

async function hasTheme(dir: string): Promise<boolean> {
  const themes = await readdir(join(dir, 'wp-content/themes'), { withFileTypes: true });
  return themes.some((entry) => entry.isDirectory());
}

/** Hard links cost no space and no time; where they cannot be made (another disk), the file is copied. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await copyLinked(source, target);
    else if (entry.name !== 'wp-config.php') await link(source, target).catch(() => copyFile(source, target));
  }
}

/**
 * Copies one file of a distribution's tree, which may link to files of other packages; links to packages that are not
 * installed are left out.
 */
async function copyLinked(source: string, target: string): Promise<void> {
  const real = await realpath(source).catch(() => null);
  if (real !== null) await cp(real, target, { recursive: true });
}
