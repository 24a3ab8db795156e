import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#marketplace/db/migrate.ts';
import { type OpenDatabase, openEmbedded, openPostgres } from '#marketplace/db/open.ts';
import { allJobs } from '#marketplace/jobs/all.ts';
import { logNothing } from '#marketplace/log.ts';
import { createJobs } from '#marketplace/queue/boss.ts';
import { seedVocabulary } from '#marketplace/search/vocabulary.ts';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/dodolan');

export type Backend = 'embedded' | 'postgres';

/** Both where there is a PostgreSQL to test on (`TEST_DATABASE_URL`, set by the test script). */
export const backends: Backend[] = process.env.TEST_DATABASE_URL ? ['embedded', 'postgres'] : ['embedded'];

async function prepare(database: OpenDatabase): Promise<void> {
  await migrate(database.db);
  await seedVocabulary(database.db);
  const jobs = createJobs(database.pool, database.kind, allJobs, logNothing);
  await jobs.start();
  await jobs.stop();
}

/** A fresh, migrated database of its own. */
export function freshDatabase(backend: Backend): Promise<OpenDatabase> {
  return backend === 'embedded' ? freshEmbedded() : freshPostgres();
}

/** A name that changes with everything that `prepare` depends on. */
function snapshotFile(): string {
  const hash = createHash('sha256');
  const migrations = join(ROOT, 'marketplace/db/migrations');
  const files = readdirSync(migrations).map((file) => join(migrations, file));
  const others = ['package-lock.json', 'marketplace/search/synonyms.ts', 'marketplace/search/words.ts'];
  for (const file of [...files.sort(), ...others.map((file) => join(ROOT, file))]) hash.update(readFileSync(file));
  return join(CACHE, `embedded-${hash.digest('hex').slice(0, 16)}.tar`);
}

/** The first open of an embedded database takes seconds; from a dump of a prepared one it takes half of one. */
async function freshEmbedded(): Promise<OpenDatabase> {
  const file = snapshotFile();
  if (existsSync(file)) return openEmbedded(null, new Blob([readFileSync(file)]));
  const database = await openEmbedded(null);
  await prepare(database);
  const dump = await database.dump?.();
  if (!dump) throw new Error('an embedded database can be dumped');
  mkdirSync(CACHE, { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, Buffer.from(await dump.arrayBuffer()));
  renameSync(temporary, file);
  return database;
}

async function freshPostgres(): Promise<OpenDatabase> {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error('TEST_DATABASE_URL is not set');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(base);
  url.pathname = `/${name}`;
  await onServer(base, `create database ${name}`);
  const database = await openPostgres(url.href, 5);
  await prepare(database);
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(base, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
