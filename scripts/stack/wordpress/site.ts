import { existsSync } from 'node:fs';
import { copyFile, cp, link, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** What a test may change while the site runs; read by switches.php at every request. */
export interface Switches {
  /** WordPress's name of the site language; '' is English. */
  locale: string;
  /** `forbidden`: as security plugins answer (403 JSON). `html`: as firewalls answer (200 and a page). */
  rest: 'open' | 'forbidden' | 'html';
  /** Raised by one to end every session given out so far. */
  signOut: number;
}

/** The folder of a site: the given one, emptied when it is not to be reused, or a new one under `sites`. */
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

/** Sites of processes that were killed before they could remove them. */
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

/** Lays a site out in `dir`: the shared files linked, our configuration and switches beside them. Keeps what is there. */
export async function prepareSite(dir: string, files: string, fallbackThemes: string): Promise<void> {
  if (!existsSync(join(dir, 'wp-config.php'))) {
    await linkTree(files, dir);
    if (!(await hasTheme(dir))) await linkTree(fallbackThemes, join(dir, 'wp-content/themes'));
  }
  await mkdir(join(dir, 'wp-content/mu-plugins'), { recursive: true });
  await mkdir(join(dir, 'wp-content/uploads'), { recursive: true });
  await copyFile(join(HERE, 'wp-config.php'), join(dir, 'wp-config.php'));
  // A copy, because the runner writes into it while it runs.
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

/** A distribution's tree links to files of other packages; those that are not installed are left out. */
async function copyLinked(source: string, target: string): Promise<void> {
  const real = await realpath(source).catch(() => null);
  if (real !== null) await cp(real, target, { recursive: true });
}
