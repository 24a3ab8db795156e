import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { firstLine, type SuiteResult } from './suiteResult.ts';

/** As `vitestReport.ts`, for the browser's tests. */
export default class SuiteReport implements Reporter {
  #root: Suite | null = null;
  readonly #outside: TestError[] = [];

  onBegin(_config: FullConfig, root: Suite): void {
    this.#root = root;
  }

  onError(error: TestError): void {
    this.#outside.push(error);
  }

  onEnd(): void {
    const result: SuiteResult = { passed: 0, failures: [] };
    for (const test of this.#root?.allTests() ?? []) {
      const file = relative(process.cwd(), test.location.file);
      if (test.outcome() === 'flaky') console.log(`passed at the second try: ${file}: ${test.title}`);
      if (test.outcome() === 'expected' || test.outcome() === 'flaky') result.passed += 1;
      else if (test.outcome() !== 'skipped') {
        const error = test.results.find(({ errors }) => errors.length > 0)?.errors[0];
        const [, , , ...name] = test.titlePath();
        result.failures.push(`${file}: ${name.join(' > ')}: ${firstLine(error)}`);
      }
    }
    for (const error of this.#outside) result.failures.push(`outside any test: ${firstLine(error)}`);
    const file = process.env.DODOLAN_REPORT;
    if (file !== undefined) writeFileSync(file, JSON.stringify(result));
  }
}
