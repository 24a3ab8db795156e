import type pg from 'pg';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Deps, Jobs } from '#marketplace/deps.ts';
import { errorFields, type Log } from '#marketplace/log.ts';
import type { JobDefinition } from './define.ts';

const RETRIES = 3;
const RETRY_SECONDS = 60;
/** A run that takes longer is taken for dead and started again elsewhere. */
const LONGEST_SECONDS = 3600;
/** How long `stop` waits for running jobs, in ms; a job that has not ended by then runs again. */
const STOP_MS = 10_000;

export interface JobRunner extends Jobs {
  /** Makes the queues and timetables. Until `work` is called no job runs here, but jobs may be sent. */
  start(): Promise<void>;
  /** Takes jobs as they come due, until `stop`. */
  work(deps: Deps): Promise<void>;
  /** Runs everything that is waiting, due or not, one by one: for tests and the operator. Answers how many. */
  drain(deps: Deps): Promise<number>;
  stop(): Promise<void>;
}

/**
 * pg-boss on our own pool, the same way on PostgreSQL and on the embedded database. `keepsTime: false`: the timetable is
 * stored, but this process sends no job when its minute comes, because a test alone moves the clock.
 */
export function createJobs(
  pool: pg.Pool,
  kind: 'postgres' | 'embedded',
  definitions: JobDefinition[],
  log: Log,
  { keepsTime = true }: { keepsTime?: boolean } = {},
): JobRunner {
  const boss = new PgBoss({
    backend: kind === 'embedded' ? 'pglite' : 'postgres',
    db: { executeSql: (text, values) => runOn(pool, text, values) },
    schema: 'jobs',
    schedule: keepsTime,
  });
  boss.on('error', (error) => log('error', 'jobs', errorFields(error)));
  const run = async (deps: Deps, job: JobDefinition, data: unknown) => {
    await job.run(deps, data ?? {});
  };

  return {
    async start() {
      await boss.start();
      for (const job of definitions) {
        // `short`: one waiting job per key.
        await boss.createQueue(job.name, {
          policy: 'short',
          retryLimit: job.retries ?? RETRIES,
          retryDelay: RETRY_SECONDS,
          retryBackoff: true,
          expireInSeconds: LONGEST_SECONDS,
        });
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Jakarta', singletonKey: 'timetable' });
      }
    },
    async send(name, data, { after, key } = {}) {
      await boss.send(name, data, { singletonKey: key ?? crypto.randomUUID(), ...(after && { startAfter: after }) });
    },
    async work(deps) {
      for (const job of definitions) {
        await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: 2 }, async ([one]) => {
          try {
            await run(deps, job, one?.data);
          } catch (error) {
            log('error', 'job_failed', { job: job.name, ...errorFields(error) });
            throw error;
          }
        });
      }
    },
    async drain(deps) {
      let done = 0;
      for (const job of definitions) {
        let batch: JobWithMetadata<unknown>[];
        do {
          batch = await boss.fetch(job.name, { batchSize: 50, includeMetadata: true, ignoreStartAfter: true });
          for (const one of batch) {
            await run(deps, job, one.data);
            await boss.complete(job.name, one.id);
            done++;
          }
        } while (batch.length > 0);
      }
      return done;
    },
    async stop() {
      await boss.stop({ graceful: true, close: false, timeout: STOP_MS });
    },
  };
}

/**
 * Runs one text of pg-boss, which wants the rows of every statement of a multi-statement text. After an error the
 * connection is rolled back, so that it stays usable: the `begin … commit` texts of pg-boss may break in the middle,
 * and the embedded database has only the one connection.
 */
async function runOn(pool: pg.Pool, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const client = await pool.connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(text, values);
    return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
