import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CACHE, installWordPress } from './wordpress/install.ts';
import { prepareSite, type Switches, siteDir, writeSwitches } from './wordpress/site.ts';

const HERE = join(import.meta.dirname, 'wordpress');
const NODE = join(import.meta.dirname, '../../node_modules/.bin/node');
/** The first start takes 6 s here; a shared, slow machine may need many times that. */
const START_MS = 180_000;

export const ROLES = ['admin', 'editor', 'author', 'contributor'] as const;
export type Role = (typeof ROLES)[number];

export interface WordPressOptions {
  port?: number;
  /**
   * The folder of the site. A given folder is kept after `stop()` and can be used again; without one there is a new
   * folder, removed by `stop()`.
   */
  dataDir?: string;
  /** When false, the content of `dataDir` is thrown away first. */
  reuse?: boolean;
  /** Language of site and admin: 'id_ID' (default) or '' for English. */
  locale?: 'id_ID' | '';
  /** Another WordPress tree to run instead of 7.1.1. */
  files?: string;
  say?: (line: string) => void;
}

export interface WordPress {
  /** The site's address, no trailing slash. */
  url: string;
  users: Record<Role, { name: string; password: string }>;
  /** The address that signs that user in and shows the dashboard. */
  signInUrl(role: Role): string;
  /**
   * `true` makes REST answer 403, as under a security plugin; `'html'` makes it answer 200 and a page, as behind a
   * firewall. The rest-nonce still answers.
   */
  setRestBlocked(blocked: boolean | 'html'): Promise<void>;
  /** Makes every session given out so far invalid from the next request on. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real WordPress (PHP in WebAssembly, SQLite) and resolves when it answers. About 700 MB of memory. */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  const installed = await installWordPress(options.say ?? (() => {}));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const dir = await siteDir(join(CACHE, 'sites'), options.dataDir, options.reuse ?? true);
  const switches: Switches = { locale: options.locale ?? 'id_ID', rest: 'open', signOut: Date.now() };
  const change = (part: Partial<Switches>) => writeSwitches(dir, Object.assign(switches, part));

  await prepareSite(dir, options.files ?? installed.files, join(installed.files, 'wp-content/themes'));
  await change({});
  const child = await launch(installed.runner, dir, port, url);

  return {
    url,
    users: Object.fromEntries(ROLES.map((name) => [name, { name, password: `${name}-dagan` }])) as WordPress['users'],
    signInUrl: (role) => `${url}/?sign-in=${role}`,
    setRestBlocked: (blocked) => change({ rest: blocked === 'html' ? 'html' : blocked ? 'forbidden' : 'open' }),
    endSessions: () => change({ signOut: switches.signOut + 1 }),
    stop: async () => {
      await end(child);
      if (options.dataDir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}

async function launch(runner: string, dir: string, port: number, url: string): Promise<ChildProcess> {
  const blueprint = join(dir, 'wp-content/blueprint.json');
  const code = "<?php require '/internal/dodolan-setup.php';";
  // With fixed versions the runner does not ask the network which versions are the newest.
  const versions = { php: '8.3', wp: 'latest' };
  await writeFile(blueprint, JSON.stringify({ preferredVersions: versions, steps: [{ step: 'runPHP', code }] }));
  const child = spawn(
    NODE,
    [
      ...['--import', join(HERE, 'followParent.mjs'), runner, 'server', '--port', String(port), '--site-url', url],
      ...['--php', '8.3', '--workers', '2', '--no-intl', '--no-redis', '--no-memcached', '--blueprint', blueprint],
      ...['--mount-dir-before-install', dir, '/wordpress'],
      ...['--mount-before-install', `${join(dir, 'wp-content/php.ini')}:/internal/shared/php.ini`],
      ...['--mount-before-install', `${join(HERE, 'setup.php')}:/internal/dodolan-setup.php`],
      ...['--wordpress-install-mode', 'install-from-existing-files-if-needed'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  await ready(child);
  // The runner answers its very first request with a redirect to itself; this request takes that answer, so that nobody
  // else meets it.
  await fetch(`${url}/wp-login.php`, { redirect: 'manual' });
  return child;
}

/** Resolves at the runner's "Ready!"; rejects with what it printed when it ends or hangs before. */
async function ready(child: ChildProcess): Promise<void> {
  let printed = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (why: string) => reject(new Error(`WordPress did not start (${why}):\n${printed}`));
  const timer = setTimeout(() => fail('too slow'), START_MS);
  const read = (chunk: Buffer) => {
    printed = (printed + chunk).slice(-20_000);
    if (printed.includes('Ready!')) resolve();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('exit', (code) => fail(`exit ${code}`));
  child.once('error', (error) => fail(error.message));
  await promise
    .catch(async (error: unknown) => {
      await end(child);
      throw error;
    })
    .finally(() => clearTimeout(timer));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(hard);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
