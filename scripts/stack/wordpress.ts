import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findPhp } from './system.ts';
import { CACHE, installFiles, installWasm } from './wordpress/install.ts';
import { serveNative } from './wordpress/nativePhp.ts';
import { prepareSite, type Switches, siteDir, writeSwitches } from './wordpress/site.ts';
import { serveWasm } from './wordpress/wasmPhp.ts';

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
  /** `wasm` = PHP in WebAssembly even where the machine has a PHP of its own that can run WordPress. */
  php?: 'wasm';
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
  /** `true` answers the marketplace's checker with 503, as bot walls in front of a site do. */
  setGuarded(guarded: boolean): Promise<void>;
  /** `true` makes the site refuse every picture, as hosts with small limits do. */
  setUploadsRefused(refused: boolean): Promise<void>;
  /** `true` lets the saving of an article take as long as it stays `true`, at most a minute. */
  setSlow(slow: boolean): Promise<void>;
  /** Makes every session given out so far invalid from the next request on. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real WordPress on SQLite and resolves when it answers. It runs on the machine's own PHP where there is one;
 * otherwise on PHP in WebAssembly, which needs four to five times as long for a page and about 700 MB of memory.
 */
export async function startWordPress(options: WordPressOptions = {}): Promise<WordPress> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const dir = await siteDir(join(CACHE, 'sites'), options.dataDir, options.reuse ?? true);
  const switches: Switches = {
    locale: options.locale ?? 'id_ID',
    rest: 'open',
    signOut: Date.now(),
    guarded: false,
    noUploads: false,
    slow: false,
  };
  const change = (part: Partial<Switches>) => writeSwitches(dir, Object.assign(switches, part));

  await mkdir(join(dir, 'wp-content'), { recursive: true });
  await change({});
  const child = await launch(options, dir, port, url);

  return {
    url,
    users: Object.fromEntries(ROLES.map((name) => [name, { name, password: `${name}-dagan` }])) as WordPress['users'],
    signInUrl: (role) => `${url}/?sign-in=${role}`,
    setRestBlocked: (blocked) => change({ rest: blocked === 'html' ? 'html' : blocked ? 'forbidden' : 'open' }),
    setGuarded: (guarded) => change({ guarded }),
    setUploadsRefused: (noUploads) => change({ noUploads }),
    setSlow: (slow) => change({ slow }),
    endSessions: () => change({ signOut: switches.signOut + 1 }),
    stop: async () => {
      await end(child);
      if (options.dataDir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}

async function launch(options: WordPressOptions, dir: string, port: number, url: string): Promise<ChildProcess> {
  const say = options.say ?? (() => {});
  const files = await installFiles(say);
  await prepareSite(dir, options.files ?? files.wordpress, join(files.wordpress, 'wp-content/themes'));
  const php = options.php === 'wasm' ? null : findPhp();
  const child =
    php === null
      ? await serveWasm(await installWasm(say), dir, port, url)
      : await serveNative(php, dir, files.sqlite, port, url);
  await ready(child);
  // PHP in WebAssembly answers its very first request with a redirect to itself; this request takes that answer, so
  // that nobody else meets it.
  await fetch(`${url}/wp-login.php`, { redirect: 'manual' });
  return child;
}

/** Resolves when the server says that it listens; rejects with what it printed when it ends or hangs before. */
async function ready(child: ChildProcess): Promise<void> {
  let printed = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (why: string) => reject(new Error(`WordPress did not start (${why}):\n${printed}`));
  const timer = setTimeout(() => fail('too slow'), START_MS);
  const read = (chunk: Buffer) => {
    printed = (printed + chunk).slice(-20_000);
    if (/Ready!|\) started/.test(printed)) resolve();
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
