import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

const CHILD = join(import.meta.dirname, 'serverProcess.child.ts');
const Started = z.object({ url: z.string(), invite: z.string() });
const Cpu = z.object({ cpuMs: z.number() });

export interface ServerProcess {
  url: string;
  /** The code of an unused invite of an approved village. */
  invite: string;
  /** Processor time (ms) that the process has used so far. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * A marketplace in its own process, so that its processor time is apart from that of the measuring process. Null:
 * embedded database.
 */
export async function startServerProcess(databaseUrl: string | null): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dodolan-bench-'));
  const child = fork(CHILD, [dataDir, ...(databaseUrl === null ? [] : [databaseUrl])], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the marketplace ended: ${code}`);
  });
  failed.catch(() => {});
  const [started] = await Promise.race([once(child, 'message'), failed]);
  return {
    ...z.parse(Started, started),
    async cpuMs() {
      child.send('cpu');
      const [answer] = await Promise.race([once(child, 'message'), failed]);
      return z.parse(Cpu, answer).cpuMs;
    },
    async stop() {
      child.send('stop');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
