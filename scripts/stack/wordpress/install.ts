import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;
export const CACHE = join(HERE, '../../../.cache/wordpress');

/** A package that ships WordPress 7.1.1 with its languages. Only its files are used; its 500 dependencies are not installed. */
const SHIPS_WORDPRESS = 'wp-studio@1.22.0';
const SHIPS_WORDPRESS_SHA512 =
  'boMtahkhgWDKKyNTBA1uTK5ghnAmxXhDY6KeQCO9FmcI3/o+YOSq8JwYW5ZYnxHCxH14Jf/mD6CJTBvTWl2Ytw==';
const IN_PACKAGE = 'package/dist/cli/wp-files';

export interface Files {
  /**
   * WordPress's own files, with Indonesian under wp-content/languages. Nothing writes to them, because sites link to
   * them.
   */
  wordpress: string;
  /** The plugin with which WordPress keeps its database in SQLite. */
  sqlite: string;
}

/** Fetches WordPress into .cache when it is not there (70 MB over the network); afterwards no network is needed. */
export async function installFiles(say: (line: string) => void): Promise<Files> {
  const dir = join(CACHE, SHIPS_WORDPRESS);
  await mkdir(CACHE, { recursive: true });
  await place(dir, unpackFiles, say);
  return { wordpress: join(dir, 'wordpress'), sqlite: join(dir, 'sqlite-database-integration') };
}

/** Fetches PHP in WebAssembly, with its server, into .cache when it is not there; resolves to the command's path. */
export async function installWasm(say: (line: string) => void): Promise<string> {
  const lock = await readFile(join(HERE, 'package-lock.json'));
  const dir = join(CACHE, `runner-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  await mkdir(CACHE, { recursive: true });
  await place(dir, installRunner, say);
  return join(dir, 'node_modules/@wp-playground/cli/wp-playground.js');
}

/**
 * Makes `target` in a temporary folder and moves it to its place in one step, so that two processes may do it at once
 * and a crash leaves no half.
 */
async function place(target: string, make: (dir: string) => Promise<void>, say: (line: string) => void): Promise<void> {
  if (existsSync(target)) return;
  say('Mengambil WordPress untuk uji coba (sekali saja) / fetching WordPress for tests (once) …');
  const dir = await mkdtemp(join(CACHE, 'tmp-'));
  await make(dir);
  await rename(dir, target).catch((error: unknown) => {
    if (!existsSync(target)) throw error;
  });
  await rm(dir, { recursive: true, force: true });
}

async function installRunner(dir: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json', 'slim']) {
    await cp(join(HERE, name), join(dir, name), { recursive: true });
  }
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], dir);
}

async function unpackFiles(dir: string): Promise<void> {
  await run('npm', ['pack', SHIPS_WORDPRESS, '--silent'], dir);
  const [tarball] = await readdir(dir);
  if (tarball === undefined) throw new Error(`npm pack ${SHIPS_WORDPRESS} left no file`);
  const hash = createHash('sha512')
    .update(await readFile(join(dir, tarball)))
    .digest('base64');
  if (hash !== SHIPS_WORDPRESS_SHA512) throw new Error(`${SHIPS_WORDPRESS} is not the package it was: ${hash}`);
  await run('tar', ['-xzf', tarball, `${IN_PACKAGE}/latest`, `${IN_PACKAGE}/sqlite-database-integration`], dir);

  const unpacked = join(dir, IN_PACKAGE);
  await rename(join(unpacked, 'sqlite-database-integration'), join(dir, 'sqlite-database-integration'));
  await rename(join(unpacked, 'latest/wordpress'), join(dir, 'wordpress'));
  const languages = join(dir, 'wordpress/wp-content/languages');
  await mkdir(languages);
  for (const name of await readdir(join(unpacked, 'latest/languages'))) {
    if (name.includes('id_ID')) await rename(join(unpacked, 'latest/languages', name), join(languages, name));
  }
  await rm(join(dir, 'package'), { recursive: true });
  await rm(join(dir, tarball));
}

async function run(command: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
