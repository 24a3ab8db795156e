import { fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Cpu = z.object({ cpuMs: z.number() });

export interface Child {
  /** What it said once it was ready. */
  started: unknown;
  /** Sends one question and resolves with the next message. One question at a time. */
  ask(question: Serializable): Promise<unknown>;
  /** Processor time that it has used so far. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a file of this folder in a process of its own, so that its processor time is not the measuring one's. */
export async function startChild(file: string, args: readonly string[]): Promise<Child> {
  const child = fork(join(import.meta.dirname, file), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // JSON has no dates and bytes, and both are values of statements.
    serialization: 'advanced',
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended: ${code}`);
  });
  failed.catch(() => {});
  const next = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), failed]))[0];
  const ask = (question: Serializable) => {
    const answer = next();
    child.send(question);
    return answer;
  };
  return {
    started: await next(),
    ask,
    cpuMs: async () => z.parse(Cpu, await ask('cpu')).cpuMs,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}
