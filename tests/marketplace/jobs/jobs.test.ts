import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allJobs } from '#marketplace/jobs/all.ts';
import { logNothing } from '#marketplace/log.ts';
import { createJobs, type JobRunner } from '#marketplace/queue/boss.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { freshDatabase } from '#tests/marketplace/database.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

describe.each(backends)('jobs on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());

  it('run in a working process, again after a fault, and one of each key waits', async () => {
    const database = await freshDatabase(backend);
    const ran: string[] = [];
    const done = Promise.withResolvers<void>();
    const job = defineJob({
      name: 'test',
      data: z.object({ what: z.string() }),
      async run(_deps, { what }) {
        ran.push(what);
        if (what === 'last') done.resolve();
        if (what === 'broken') throw new Error('once');
      },
    });
    const jobs: JobRunner = createJobs(database.pool, database.kind, [job], logNothing);
    await jobs.start();
    await jobs.send('test', { what: 'first' }, { key: 'one' });
    await jobs.send('test', { what: 'too many' }, { key: 'one' });
    await jobs.send('test', { what: 'broken' });
    await jobs.send('test', { what: 'last' });
    await jobs.send('test', { what: 'later' }, { after: new Date(Date.now() + 3_600_000) });
    await jobs.work(market.deps);
    await done.promise;
    await jobs.stop();
    expect(ran).toEqual(['first', 'broken', 'last']);
    const waiting = sql<{ data: { what: string } }>`
      select data from jobs.job where name = 'test' and state in ('created', 'retry') order by created_on`;
    const { rows } = await waiting.execute(database.db);
    expect(rows.map((row) => row.data.what)).toEqual(['broken', 'later']);
    await database.close();
  });

  it('have a timetable, once each, however often a process starts', async () => {
    const schedules = sql<{ name: string; cron: string; timezone: string }>`
      select name, cron, timezone from jobs.schedule order by name`;
    const { rows } = await schedules.execute(market.deps.db);
    const expected = allJobs.filter((job) => job.cron).map((job) => job.name);
    const names = rows.map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining(expected));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(rows.map((row) => row.timezone))).toEqual(new Set(['Asia/Jakarta']));
  });

  it('refuse data that is not theirs', async () => {
    await market.deps.jobs.send('linkcheck', { villageId: 'x' });
    await expect(market.runJobs()).rejects.toThrow();
  });
});
