import type { Config } from './config.ts';
import type { Db, Listen } from './db/open.ts';
import type { Log } from './log.ts';
import type { PhotoStore } from './photos/store.ts';
import type { Jobs } from './queue/define.ts';

/** Everything the service works with, handed in, so that tests start it without a port and hold its clock. */
export interface Deps {
  db: Db;
  /** PostgreSQL LISTEN; the other half is `notify(db, channel, payload)`. */
  listen: Listen;
  photos: PhotoStore;
  jobs: Jobs;
  /** The only clock: never `Date.now()` or SQL `now()` where a rule depends on time. */
  now: () => Date;
  config: Config;
  /** 32 random bytes, the same in every process: for keyed hashes and signed values. */
  secret: Buffer;
  log: Log;
  /** Aborts when the server stops: long answers (server-sent events) end with it. */
  stopping: AbortSignal;
}
