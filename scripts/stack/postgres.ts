import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder of PostgreSQL's programs, which Debian keeps out of PATH, one folder per version; the newest counts. Null
 * = not installed.
 */
export function postgresPrograms(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root; Debian's package made a user for it. */
function asServerUser(program: string, args: string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];
}

export interface ThrowAwayPostgres {
  url: string;
  /** Ends it as an operator would (`fast`) or as a crash would (`immediate`), and starts it again on the same port. */
  restart(how: 'fast' | 'immediate'): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** A throw-away PostgreSQL in a temporary folder on a free loopback port. */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const bin = postgresPrograms();
  if (!bin) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-pg-'));
  if (process.getuid?.() === 0) {
    const uid = Number(spawnSync('id', ['-u', 'postgres']).stdout.toString());
    chownSync(folder, uid, uid);
  }
  const data = join(folder, 'data');
  const [initdb, initArgs] = asServerUser(join(bin, 'initdb'), [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  const made = spawnSync(initdb, initArgs, { cwd: folder });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.toString()}`);

  const port = await freePort();
  // Nothing here outlives the tests, so the server need not wait for the disk.
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const [postgres, args] = asServerUser(join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
    ...options.flatMap((option) => ['-c', option]),
  ]);
  const start = async () => {
    const started = spawn(postgres, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(started);
    return started;
  };
  let server = await start();
  const end = async (how: 'fast' | 'immediate') => {
    spawnSync(...asServerUser(join(bin, 'pg_ctl'), ['-D', data, '-m', how, 'stop']), { cwd: folder });
    if (server.exitCode === null) await once(server, 'exit');
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart(how) {
      await end(how);
      server = await start();
    },
    async stop() {
      // The data folder is thrown away, so the server need not leave it clean.
      await end('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (part) => {
      said += String(part);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.on('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
