import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { isDatabaseAway } from '#marketplace/db/away.ts';
import type { LogFields, logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { hashSecret, newToken } from '#marketplace/villages/tokens.ts';
import { postgresPrograms, startPostgres, type ThrowAwayPostgres } from '#stack/postgres.ts';
import { soon } from '#tests/support/soon.ts';

/** ms; a server is started and stopped several times. */
const PATIENCE = 300_000;

describe.skipIf(postgresPrograms() === null)('a PostgreSQL that is started anew', () => {
  let postgres: ThrowAwayPostgres;
  let server: RunningServer;
  let dataDir: string;
  const faults: LogFields[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    dataDir = await mkdtemp(join(tmpdir(), 'dodolan-restart-'));
    const log: typeof logNothing = (_level, event, fields) => {
      if (event === 'fault') faults.push(fields ?? {});
    };
    server = await startServer({ port: 0, dataDir, databaseUrl: postgres.url, log });
  }, PATIENCE);
  afterAll(async () => {
    await server.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function device(): Promise<string> {
    const { deps } = server;
    const village = { name: `Desa ${newId()}`, sites: ['https://dagan.desa.id'], status: 'approved' as const };
    const { id } = await createVillage(deps, village);
    const token = newToken(id);
    const row = { village_id: id, id: newId(), token_hash: hashSecret(token), name: 'Laptop' };
    const times = { created_at: new Date(), last_seen_at: null, revoked_at: null };
    await deps.db
      .insertInto('devices')
      .values({ ...row, ...times })
      .execute();
    return token;
  }

  it('costs six writers and a listening popup a 503 for that moment, and nothing else', {
    timeout: PATIENCE,
  }, async () => {
    const tokens = await Promise.all(Array.from({ length: 6 }, device));
    const authorization = (token: string) => ({ authorization: `Bearer ${token}` });
    const listening = new AbortController();
    const popup = await fetch(`${server.url}/v1/events`, {
      headers: authorization(tokens[0] ?? ''),
      signal: listening.signal,
    });
    const statuses: number[] = [];
    let isOver = false;
    let n = 0;
    const write = async (token: string) => {
      const headers = { ...authorization(token), 'content-type': 'application/json' };
      const body = JSON.stringify({ district: `Kecamatan ${n++}` });
      statuses.push((await fetch(`${server.url}/v1/me`, { method: 'PATCH', headers, body })).status);
    };
    const writers = tokens.map(async (token) => {
      while (!isOver) await write(token);
    });
    const goesOn = async () => {
      const from = statuses.length;
      await soon(() => expect(statuses.slice(from).filter((status) => status === 200).length).toBeGreaterThan(5));
    };
    for (const how of ['fast', 'immediate', 'fast', 'immediate'] as const) {
      await goesOn();
      await postgres.restart(how);
    }
    await goesOn();
    isOver = true;
    await Promise.all(writers);
    listening.abort();
    await popup.text().catch(() => {});
    expect([...new Set(statuses)].sort()).toEqual([200, 503]);
    expect(faults).toEqual([]);
    expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok');
  });
});

describe('a database that is away', () => {
  const error = (message: string, code?: string) => Object.assign(new Error(message), code && { code });

  it.each([
    error('Client has encountered a connection error and is not queryable'),
    error('Client was closed and is not queryable'),
    error('Connection terminated unexpectedly'),
    error('terminating connection due to administrator command', '57P01'),
    error('cannot execute INSERT in a read-only transaction', '25006'),
    error('could not extend file: No space left on device', '53100'),
    error('getaddrinfo', 'EAI_AGAIN'),
  ])('is told from a fault of ours by %s', (away) => {
    expect(isDatabaseAway(away)).toBe(true);
  });

  it('is not what a broken statement says', () => {
    expect(isDatabaseAway(error('duplicate key value', '23505'))).toBe(false);
    expect(isDatabaseAway(new Error('Client has no name'))).toBe(false);
  });
});
