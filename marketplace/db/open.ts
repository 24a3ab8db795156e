import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { prepareMarked } from './prepared.ts';
import type { Database } from './tables/database.ts';

export type Db = Kysely<Database>;

/** Calls `onPayload` for every NOTIFY on the channel until the returned function is called. */
export type Listen = (channel: string, onPayload: (payload: string) => void) => Promise<() => Promise<void>>;

export interface OpenDatabase {
  db: Db;
  pool: pg.Pool;
  listen: Listen;
  kind: 'postgres' | 'embedded';
  /** The whole data folder as a tar file; only an embedded database has one. */
  dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

/** PostgreSQL by its URL. */
export async function openPostgres(url: string, poolSize = 10): Promise<OpenDatabase> {
  const { listenOn } = await import('./listen.ts');
  // Our queries are short, so just-in-time compilation costs more than it saves.
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // An answer that says "later" is better than a buyer who waits for ever.
    connectionTimeoutMillis: 5000,
    options: '-c jit=off',
  });
  // A server that closes an idle connection must not end the process; the next query opens another.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // The pool listens only to a client that nobody has; a connection that breaks while a request has it would end the
    // process. That request learns of it from its query, and the pool throws the client away.
    client.on('error', () => {});
    prepareMarked(client);
  });
  const listener = listenOn(url);
  return {
    db: kyselyOn(pool),
    pool,
    listen: listener.listen,
    kind: 'postgres',
    async close() {
      await listener.close();
      await pool.end();
    },
  };
}

/** The embedded database in a folder, or in memory when `dataDir` is null (optionally from a dumped data folder). */
export async function openEmbedded(dataDir: string | null, snapshot?: Blob): Promise<OpenDatabase> {
  // Loaded only when used: 40 MB of WebAssembly that a server on PostgreSQL does not need.
  const [{ PGlite }, { createPgConfig }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ]);
  if (dataDir) await mkdir(dataDir, { recursive: true });
  const lite = await PGlite.create({
    ...(dataDir && { dataDir: join(dataDir, 'db') }),
    ...(snapshot && { loadDataDir: snapshot }),
    extensions: { pg_trgm, unaccent },
    relaxedDurability: false,
  });
  const pool = new pg.Pool(createPgConfig(lite));
  return {
    db: kyselyOn(pool),
    pool,
    listen: listenThrough(pool, lite),
    kind: 'embedded',
    dump: () => lite.dumpDataDir('none'),
    async close() {
      await pool.end();
      await lite.close();
    },
  };
}

/**
 * LISTEN goes the way of every query. PGlite's own `listen` runs beside the pool on the one session that there is, and does
 * not quote the name. (A query whose portal was gone, 34000, was seen while devices began and stopped to listen.)
 */
function listenThrough(pool: pg.Pool, lite: Pick<PGlite, 'onNotification'>): Listen {
  const counts = new Map<string, number>();
  const say = (word: 'listen' | 'unlisten', channel: string) => pool.query(`${word} ${pg.escapeIdentifier(channel)}`);
  return async (channel, onPayload) => {
    const off = lite.onNotification((name, payload) => name === channel && onPayload(payload));
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
    const stop = async () => {
      off();
      const left = (counts.get(channel) ?? 1) - 1;
      if (left > 0) return void counts.set(channel, left);
      counts.delete(channel);
      // The data folder may be closed by now, and nobody hears any more.
      await say('unlisten', channel).catch(() => {});
      // Somebody who began meanwhile was taken off with it.
      if (counts.has(channel)) await say('listen', channel);
    };
    try {
      await say('listen', channel);
    } catch (error) {
      await stop();
      throw error;
    }
    return stop;
  };
}

function kyselyOn(pool: pg.Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** Wakes every listener on the channel when the surrounding transaction commits. */
export async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(db);
}
