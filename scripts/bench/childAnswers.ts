import type { Serializable } from 'node:child_process';

/** The other end of childProcess.ts: `stop` ends this process, `cpu` is answered, the rest is `answer`'s. */
export function answerParent(stop: () => Promise<void>, answer: (question: unknown) => Serializable | null): void {
  process.on('message', (question) => {
    if (question === 'stop') void stop().then(() => process.exit());
    else process.send?.(question === 'cpu' ? { cpuMs: usedMs() } : answer(question));
  });
  process.once('disconnect', () => process.exit());
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
