import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { SuiteResult } from './suiteResult.ts';

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

/**
 * Runs one suite, whose reporter writes to the path `report`, and answers what it says. A suite that ends badly without
 * saying why counts as one failure.
 */
export async function runSuite(
  report: string,
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<SuiteResult> {
  const code = await run(command, args, { ...env, DODOLAN_REPORT: report });
  let result: SuiteResult = { passed: 0, failures: [] };
  try {
    result = z.parse(SuiteResult, JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    result.failures.push('no report was written');
  }
  if (code !== 0 && result.failures.length === 0) result.failures.push(`ended with ${code} and no test that failed`);
  return result;
}

/** The arguments that make Vitest run one project and write its report for `runSuite`. */
export const vitestArgs = (project: string) => [
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=./scripts/vitestReport.ts',
];
