import type { Config } from './config.ts';
import type { Db, Listen } from './db/open.ts';
import type { Log } from './log.ts';

/** Where photo files live. Shaped like an object store (S3), so that one can take the disk's place. */
export interface PhotoStore {
  /** Writes the file whole or not at all; writing the same key again is harmless. Keys are `<hash>/<width>.<ext>`. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  delete(key: string): Promise<void>;
}

export interface SendOptions {
  /** The job does not start before this time. */
  after?: Date;
  /** At most one waiting job of this name and key. */
  key?: string;
}

/** Takes work that outlives a request, to be done later. */
export interface Jobs {
  send(name: string, data: object, options?: SendOptions): Promise<void>;
}

/**
 * Everything that the service works with. The caller hands it in, so that tests can start the service without a port
 * and control its clock.
 */
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
