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

/** Both databases where there is a PostgreSQL to test on (`TEST_DATABASE_URL`, set by the test script). */
export const backends: Backend[] = process.env.TEST_DATABASE_URL ? ['embedded', 'postgres'] : ['embedded'];

async function prepare(database: OpenDatabase): Promise<void> {
  await migrate(database.db);
  await seedVocabulary(database.db);
  const jobs = createJobs(database.pool, database.kind, allJobs, logNothing, { keepsTime: false });
  await jobs.start();
  await jobs.stop();
}

/** A fresh, migrated database of its own. */
export function freshDatabase(backend: Backend): Promise<OpenDatabase> {
  return backend === 'embedded' ? freshEmbedded() : freshPostgres();
}

/** Changes with everything that `prepare` depends on. */
function version(): string {
  const hash = createHash('sha256');
  const migrations = join(ROOT, 'marketplace/db/migrations');
  const files = readdirSync(migrations).map((file) => join(migrations, file));
  const others = [
    'package-lock.json',
    'marketplace/search/synonyms.txt',
    'marketplace/search/vocabulary.ts',
    'marketplace/search/words.ts',
  ];
  for (const file of [...files.sort(), ...others.map((file) => join(ROOT, file))]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The first open of an embedded database takes seconds; from a dump of a prepared one it takes half a second. */
async function freshEmbedded(): Promise<OpenDatabase> {
  const file = join(CACHE, `embedded-${version()}.tar`);
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
  const template = await preparedTemplate(base);
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  // A copy as files: through the log, as is the default, it would be written twice.
  await onServer(base, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const database = await openPostgres(databaseUrl(base, name), 5);
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(base, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** The lock that processes take turns by to make the template; any number that nothing else takes. */
const TEMPLATE_LOCK = 20_260_301;

/** A prepared database that others are copied from, made by the first process that needs it. */
async function preparedTemplate(base: string): Promise<string> {
  const name = `template_${version()}`;
  await onServer(base, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // Under another name until it is whole: a process that dies in between leaves no half template.
    const unfinished = `unfinished_${randomUUID().replaceAll('-', '')}`;
    await client.query(`create database ${unfinished}`);
    const database = await openPostgres(databaseUrl(base, unfinished), 5);
    await prepare(database);
    await database.close();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

function databaseUrl(base: string, name: string): string {
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
