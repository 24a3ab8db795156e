import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '#marketplace/admin/commands.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import type { Log } from '#marketplace/log.ts';
import { openService } from '#marketplace/open.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { fillPrepared } from './preparedFolder.ts';

/** The real marketplace on a port, with functions for what an operator would do on the command line. */
export interface Market {
  url: string;
  /** Makes a new village, approved unless said otherwise; returns the invite link to send to it. */
  invite(name: string, siteUrl: string, status?: 'approved' | 'waiting'): Promise<string>;
  /** What the process works with, for whoever counts what its database holds. */
  deps(): RunningServer['deps'];
  /** What an operator's command says, in Indonesian. */
  command(...argv: string[]): Promise<string>;
  /** `goDown` stops it and `comeBack` starts it on the same port and folder, as after a crash and a restart. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Logs errors only: they matter in any run, and the rest would be noise. */
const logFaults: Log = (level, event, fields) => {
  if (level === 'error') console.error('marketplace:', event, fields);
};

/** Fills `folder` with the data of an embedded marketplace in which nothing has happened yet, without its long first start. */
export async function fillFresh(folder: string): Promise<void> {
  await fillPrepared(folder, async (prepared) => {
    const own = { host: '127.0.0.1', databaseUrl: null, dataDir: prepared, baseUrl: 'http://127.0.0.1' };
    const service = await openService({ ...settingsFromEnv({}), ...own }, logFaults);
    await service.jobs.drain(service.deps);
    await service.close();
  });
}

interface MarketOptions {
  port?: number;
  /** Kept when given, else removed by `stop`. */
  dataDir?: string;
  /** As in `config.ts`: 1 lets a buyer say in `X-Forwarded-For` whose address he has. */
  trustedProxies?: number;
}

/** Starts a marketplace that may look at loopback sites. */
export async function startMarket({ port = 0, dataDir, trustedProxies = 0 }: MarketOptions = {}): Promise<Market> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'dodolan-market-'));
  const settings = {
    host: '127.0.0.1',
    databaseUrl: process.env.DATABASE_URL ?? null,
    dataDir: folder,
    allowPrivateHosts: true,
    trustedProxies,
    log: logFaults,
  };
  if (dataDir === undefined && settings.databaseUrl === null) await fillFresh(folder);
  let server: RunningServer = await startServer({ ...settings, port });
  const { url } = server;
  const ownPort = Number(new URL(url).port);
  return {
    url,
    async invite(name, siteUrl, status = 'approved') {
      const village = await createVillage(server.deps, {
        name,
        sites: [siteUrl],
        status,
        district: 'Kaligondang',
        regency: 'Purbalingga',
      });
      return (await createInvite(server.deps, village.id)).url;
    },
    deps: () => server.deps,
    command: async (...argv) => (await runCommand(server.deps, argv, 'id')).text,
    goDown: () => server.stop(),
    async comeBack() {
      server = await startServer({ ...settings, port: ownPort });
    },
    async stop() {
      await server.stop();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
