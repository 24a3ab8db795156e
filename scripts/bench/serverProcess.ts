import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { startChild } from './childProcess.ts';
import { type Asked, AskedSteps } from './statements.ts';

const Started = z.object({ url: z.string(), invite: z.string() });

export interface ServerProcess {
  url: string;
  /** The code of an unused invite of an approved village. */
  invite: string;
  /** Processor time that the process has used so far. */
  cpuMs(): Promise<number>;
  /** What it asks the database while `request` runs. */
  recordStatements<T>(request: () => Promise<T>): Promise<{ steps: Asked[][]; answer: T }>;
  stop(): Promise<void>;
}

/** A marketplace in a process of its own. Null: embedded database. */
export async function startServerProcess(databaseUrl: string | null): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dodolan-bench-'));
  const child = await startChild('serverProcess.child.ts', [dataDir, ...(databaseUrl === null ? [] : [databaseUrl])]);
  return {
    ...z.parse(Started, child.started),
    cpuMs: child.cpuMs,
    async recordStatements(request) {
      await child.ask('record');
      const answer = await request();
      return { steps: z.parse(AskedSteps, await child.ask('recorded')), answer };
    },
    async stop() {
      await child.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
