import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { firstLine, type SuiteResult } from './suiteResult.ts';

type Errors = readonly { message?: string; stack?: string }[];

/**
 * Writes what `npm test` says at its end to the file named by `DODOLAN_REPORT`. Vitest's own JSON leaves out what is thrown
 * outside a test.
 */
export default class SuiteReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors): void {
    const result: SuiteResult = { passed: 0, failures: [] };
    for (const module of modules) count(module, result);
    for (const error of unhandled)
      result.failures.push(`outside any test: ${firstLine(error)} ${placeOf(error)}`.trim());
    const file = process.env.DODOLAN_REPORT;
    if (file !== undefined) writeFileSync(file, JSON.stringify(result));
  }
}

/** Where an error came from, as far as its stack tells: the first line outside the packages. */
function placeOf({ stack = '' }: Errors[number]): string {
  return (
    stack
      .split('\n')
      .find((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line))
      ?.trim() ?? ''
  );
}

function count(module: TestModule, result: SuiteResult): void {
  const { failures } = result;
  const file = relative(process.cwd(), module.moduleId);
  for (const error of module.errors()) failures.push(`${file}: ${firstLine(error)}`);
  for (const suite of module.children.allSuites())
    for (const error of suite.errors()) failures.push(`${file}: ${suite.fullName}: ${firstLine(error)}`);
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result();
    if (state === 'passed') result.passed += 1;
    if (state === 'failed') failures.push(`${file}: ${test.fullName}: ${firstLine(errors[0])}`);
  }
}
