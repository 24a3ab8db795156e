import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKED_LOCALES } from '#contract';
import { newId } from '#contract/newId.ts';
import { createApp } from '#marketplace/app.ts';
import type { Config } from '#marketplace/config.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { allJobs } from '#marketplace/jobs/all.ts';
import { logNothing } from '#marketplace/log.ts';
import { diskPhotos } from '#marketplace/photos/disk.ts';
import { createJobs } from '#marketplace/queue/boss.ts';
import { loadSecret } from '#marketplace/secret.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { hashSecret, newToken } from '#marketplace/villages/tokens.ts';
import { type Backend, freshDatabase } from './database.ts';

export { type Backend, backends } from './database.ts';

export const BASE_URL = 'https://pasar.example';

export interface Clock {
  now(): Date;
  set(iso: string): void;
  /** Goes forward by so many milliseconds. */
  advance(ms: number): void;
}

function clockAt(iso: string): Clock {
  let at = new Date(iso);
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next);
    },
    advance: (ms) => {
      at = new Date(at.getTime() + ms);
    },
  };
}

export interface TestVillage {
  id: string;
  slug: string;
  token: string;
  deviceId: string;
}

export interface Call {
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  ip?: string;
}

export interface Marketplace {
  app: App;
  deps: Deps;
  clock: Clock;
  /** An approved village with a site and one device; `name` also makes its slug. */
  village(name?: string, sites?: string[]): Promise<TestVillage>;
  /** One more device of a village. */
  device(villageId: string): Promise<Pick<TestVillage, 'token' | 'deviceId'>>;
  /** A request without a port, as from a socket of `ip`. */
  call(method: string, path: string, call?: Call): Promise<Response>;
  /** Runs every waiting job now, due or not. */
  runJobs(): Promise<number>;
  stop(): Promise<void>;
}

/** The real service on a fresh database of the given kind, with a clock that only the test moves. */
export async function startMarketplace({
  backend,
  config = {},
}: {
  backend: Backend;
  config?: Partial<Config>;
}): Promise<Marketplace> {
  const database = await freshDatabase(backend);
  const dataDir = await mkdtemp(join(tmpdir(), 'dodolan-'));
  const clock = clockAt('2026-03-01T03:00:00.000Z');
  const jobs = createJobs(database.pool, database.kind, allJobs, logNothing, { keepsTime: false });
  await jobs.start();
  const stopping = new AbortController();
  const deps: Deps = {
    db: database.db,
    listen: database.listen,
    photos: diskPhotos(join(dataDir, 'photos')),
    jobs,
    now: clock.now,
    config: {
      baseUrl: BASE_URL,
      dataDir,
      databaseUrl: null,
      allowPrivateHosts: false,
      trustDesaId: true,
      trustedProxies: 0,
      poolSize: 5,
      retentionDays: 365,
      photoDays: 30,
      pressureVillage: 20,
      pressureMarket: 200,
      sharedCacheSeconds: 0,
      leastClient: '0.1.0',
      locales: CHECKED_LOCALES,
      stores: { chrome: null, firefox: null },
      mail: null,
      vapid: null,
      ...config,
    },
    secret: await loadSecret(database.db),
    log: logNothing,
    stopping: stopping.signal,
  };
  const app = createApp(deps);
  const device = async (villageId: string) => {
    const token = newToken(villageId);
    const deviceId = newId();
    const row = { village_id: villageId, id: deviceId, token_hash: hashSecret(token), name: 'Laptop balai desa' };
    const times = { created_at: clock.now(), last_seen_at: null, revoked_at: null };
    await deps.db
      .insertInto('devices')
      .values({ ...row, ...times })
      .execute();
    return { token, deviceId };
  };
  return {
    app,
    deps,
    clock,
    device,
    async village(name = `Desa ${newId()}`, sites = [`https://${newId()}.desa.id`]) {
      const { id, slug } = await createVillage(deps, { name, sites, status: 'approved' });
      return { id, slug, ...(await device(id)) };
    },
    async call(method, path, { token, body, raw, headers = {}, ip = '198.51.100.7' } = {}) {
      const sent = new Headers(headers);
      if (token) sent.set('authorization', `Bearer ${token}`);
      if (body !== undefined) sent.set('content-type', 'application/json');
      const payload = body === undefined ? raw : JSON.stringify(body);
      const init = { method, headers: sent, ...(payload !== undefined && { body: payload }) };
      return app.request(path, init, { incoming: { socket: { remoteAddress: ip } } });
    },
    runJobs: () => jobs.drain(deps),
    async stop() {
      stopping.abort();
      await jobs.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
