import { spawn } from 'node:child_process';
import * as z from 'zod/mini';

export const Count = z.object({ passed: z.int(), failed: z.int() });
export type Count = z.infer<typeof Count>;

const VitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), success: z.boolean() });
const PlaywrightReport = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) });

/** Runs a command with this process's output; resolves to its exit code. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The counts of a report of Vitest's json reporter; one that fails outside a test counts as one failure. */
export function readVitest(json: unknown): Count {
  const { numPassedTests, numFailedTests, success } = z.parse(VitestReport, json);
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) };
}

/** The counts of a report of Playwright's json reporter; what passes only at the second try has failed. */
export function readPlaywright(json: unknown): Count {
  const { expected, unexpected, flaky } = z.parse(PlaywrightReport, json).stats;
  return { passed: expected, failed: unexpected + flaky };
}
