import { join } from 'node:path';
import type { Config } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openEmbedded, openPostgres } from './db/open.ts';
import type { Deps } from './deps.ts';
import { allJobs } from './jobs/all.ts';
import { isIndexOld } from './listings/searchIndex.ts';
import type { Log } from './log.ts';
import { diskPhotos } from './photos/disk.ts';
import { createJobs, type JobRunner } from './queue/boss.ts';
import { seedVocabulary } from './search/vocabulary.ts';
import { loadSecret } from './secret.ts';

export interface OpenService {
  deps: Deps;
  jobs: JobRunner;
  stopping: AbortController;
  /** Ends jobs and the database; abort `stopping` first and let requests end. */
  close(): Promise<void>;
}

/** Opens the database, brings it to this version, and puts together what the service works with. */
export async function openService(config: Config, log: Log): Promise<OpenService> {
  const database = config.databaseUrl
    ? await openPostgres(config.databaseUrl, config.poolSize)
    : await openEmbedded(config.dataDir);
  const stopping = new AbortController();
  const jobs = createJobs(database.pool, database.kind, allJobs, log);
  try {
    await migrate(database.db);
    await seedVocabulary(database.db);
    await jobs.start();
    if (await isIndexOld(database.db)) await jobs.send('reindex-goods', {}, { key: 'once' });
    const deps: Deps = {
      db: database.db,
      listen: database.listen,
      photos: diskPhotos(join(config.dataDir, 'photos')),
      jobs,
      now: () => new Date(),
      config,
      secret: await loadSecret(database.db),
      log,
      stopping: stopping.signal,
    };
    return {
      deps,
      jobs,
      stopping,
      async close() {
        stopping.abort();
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
