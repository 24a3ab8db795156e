import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod/mini';

/** What one suite of `npm test` ended with: each failure as file, test and the first line of its error. */
export const SuiteResult = z.object({ passed: z.int(), failures: z.array(z.string()) });
export type SuiteResult = z.infer<typeof SuiteResult>;

export function firstLine(error: { message?: string | undefined } | undefined): string {
  const [first = ''] = stripVTControlCharacters(error?.message ?? '')
    .trim()
    .split('\n');
  return first || 'no message';
}
